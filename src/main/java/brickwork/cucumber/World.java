package brickwork.cucumber;

import brickwork.Brickwork;
import brickwork.NeuralSpec;
import brickwork.TrainingOutcome;
import brickwork.data.Dataset;
import brickwork.data.SampleTable;
import brickwork.engine.EngineFactory;
import brickwork.engine.EngineOptions;
import brickwork.kernel.KernelChoice;
import brickwork.model.Specification;
import brickwork.report.picture.Picture;
import brickwork.source.DiagnosticRenderer;
import brickwork.source.InvalidSpecException;
import brickwork.source.Outcome;
import brickwork.source.SourceText;
import brickwork.train.TrainingResult;
import brickwork.verify.Check;
import brickwork.verify.Replay;
import brickwork.verify.SampleSupply;
import brickwork.verify.Stage;
import brickwork.verify.Trial;
import brickwork.verify.Verdict;
import brickwork.verify.gradient.SyntheticRows;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/** What one scenario has said and done so far. Each thread runs one scenario at a time and has a world of its own. */
final class World {

    private static final int DRAWN_SAMPLES = 16;
    private static final ThreadLocal<World> CURRENT = ThreadLocal.withInitial(() -> new World(Optional.empty(), (_, _) -> {}));

    private final SpecText text;
    private final BiConsumer<String, String> attachments;
    private EngineOptions engines = EngineOptions.standard();
    private Optional<SampleTable> samples = Optional.empty();

    private Outcome<NeuralSpec> compiled;
    private Trial trial;

    private World(Optional<Path> feature, BiConsumer<String, String> attachments) {
        text = new SpecText(feature);
        this.attachments = attachments;
    }

    static World current() {
        return CURRENT.get();
    }

    /** A scenario of that feature begins, or of one that is no file; {@code attachments} takes the names of pictures and their text. */
    static void begin(Optional<Path> feature, BiConsumer<String, String> attachments) {
        CURRENT.set(new World(feature, attachments));
    }

    void attach(Picture picture) {
        attachments.accept(picture.title(), picture.svg());
    }

    void host(UnaryOperator<Brickwork> change) {
        text.host(change);
        forget();
    }

    /** Every engine of the scenario is opened by {@code factory}. */
    void engines(EngineFactory factory) {
        engines = engines.withFactory(factory);
        forget();
    }

    void spec(Path named) {
        text.file(named);
        samples = Optional.empty();
        forget();
    }

    void spec(String written) {
        text.written(written);
        samples = Optional.empty();
        forget();
    }

    /** The samples to learn, instead of those the spec names that was named before. */
    void samples(SampleTable table) {
        text.text();
        samples = Optional.of(table);
        forget();
    }

    void initialWeights(Path named) {
        text.initialWeights(named);
        forget();
    }

    void constant(String name, double value) {
        text.constant(name, value);
        forget();
    }

    void seed(long newSeed) {
        text.seed(newSeed);
        forget();
    }

    /** Demands the kernels of that set; the scenario fails where they are not there. */
    void kernels(KernelChoice.Set set) {
        engines = switch (KernelChoice.demand(set)) {
            case KernelChoice.Granted(var choice) -> engines.withKernels(choice);
            case KernelChoice.Refused(var reason) -> throw new AssertionError("the demanded kernels are not there: " + reason);
        };
        forget();
    }

    private void forget() {
        compiled = null;
        trial = null;
    }

    Outcome<NeuralSpec> compiled() {
        if (compiled == null) {
            compiled = compileWithConstants(text.text());
        }
        return compiled;
    }

    /** Any text under the same conditions. */
    Outcome<NeuralSpec> compile(SourceText of) {
        return text.compile(of, brickwork -> brickwork.withEngines(engines), false);
    }

    /** The same with the constants of the scenario. */
    Outcome<NeuralSpec> compileWithConstants(SourceText of) {
        return text.compile(of, brickwork -> brickwork.withEngines(engines), true);
    }

    /** The compiled spec; a spec with faults fails the scenario with its report. */
    NeuralSpec spec() {
        return switch (compiled()) {
            case Outcome.Success<NeuralSpec>(var value, _) -> value;
            case Outcome.Failure<NeuralSpec>(var faults) ->
                    throw new AssertionError("the spec is refused:\n" + DiagnosticRenderer.render(faults, false));
        };
    }

    Specification network() {
        return spec().network();
    }

    /** What the scenario's checks are about, and what they share. */
    Trial trial() {
        if (trial == null) {
            trial = Trial.of(network(), supply(), new Trial.Options(engines, Runtime.getRuntime().availableProcessors(), Replay.NONE));
        }
        return trial;
    }

    /** The samples of the scenario, else those the spec names, else some drawn from its seed. */
    private SampleSupply supply() {
        if (samples.isPresent()) {
            return network -> Optional.of(Dataset.prepare(network, samples.get()));
        }
        return network().data().source().isPresent() ? spec().samples()
                : network -> Optional.of(new Outcome.Success<>(SyntheticRows.dataset(network, DRAWN_SAMPLES), List.of()));
    }

    /** Trained once the network was trained, before that initial. */
    Stage stage() {
        return trial().isTrained() ? Stage.TRAINED : Stage.INITIAL;
    }

    /** What the training came to, finished or diverged. It is trained now if no step has done it. */
    TrainingOutcome outcome() {
        try {
            return TrainingOutcome.of(trial());
        } catch (InvalidSpecException fault) {
            throw new AssertionError(fault.getMessage(), fault);
        }
    }

    /** The outcome of a training that did not diverge. */
    TrainingOutcome trained() {
        var outcome = outcome();
        if (outcome.result() instanceof TrainingResult.Diverged diverged) {
            throw new FailedCheck(replayed(Trial.diverged(diverged), Replay.Command.TRAIN));
        }
        return outcome;
    }

    /** Fails the scenario unless the check holds of its trial. */
    void require(Check check) {
        Assert.holds(replayed(check.judge(trial()), check.replay()));
    }

    private Verdict replayed(Verdict verdict, Replay.Command command) {
        return verdict.withEvidence(evidence -> evidence.replayed(text.ending(network().seed()).hint(command)));
    }
}
