package brickwork.cucumber;

import brickwork.Brickwork;
import brickwork.InvalidSpecException;
import brickwork.NeuralSpec;
import brickwork.TrainingOutcome;
import brickwork.data.Dataset;
import brickwork.data.SampleTable;
import brickwork.engine.EngineFactory;
import brickwork.engine.EngineOptions;
import brickwork.engine.Initializer;
import brickwork.engine.Parameters;
import brickwork.kernel.KernelChoice;
import brickwork.model.Expectation;
import brickwork.model.Precision;
import brickwork.model.Specification;
import brickwork.source.DiagnosticRenderer;
import brickwork.source.Outcome;
import brickwork.source.SourceText;
import brickwork.train.TrainingResult;
import brickwork.verify.Replay;
import brickwork.verify.SampleSupply;
import brickwork.verify.Verdict;
import brickwork.verify.Verifier;
import brickwork.verify.check.OverSeeds;
import brickwork.verify.check.Subject;
import brickwork.verify.gradient.EngineBackward;
import brickwork.verify.gradient.GradientCheck;
import brickwork.verify.gradient.GradientReport;
import brickwork.verify.gradient.SyntheticRows;
import brickwork.verify.health.Health;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What one scenario has said and done so far. Each thread runs one scenario at a time and has a world of its own. */
final class World {

    private static final int DRAWN_SAMPLES = 16;
    private static final ThreadLocal<World> CURRENT = ThreadLocal.withInitial(() -> new World(Optional.empty()));

    private final SpecText text;
    private EngineFactory engines = EngineFactory.STANDARD;
    private Optional<SampleTable> samples = Optional.empty();
    private KernelChoice kernels = KernelChoice.best();
    private int threads = 1;

    private Outcome<NeuralSpec> compiled;
    private Dataset dataset;
    private TrainingOutcome trained;
    private GradientReport gradients;
    private Health health;

    private World(Optional<Path> feature) {
        text = new SpecText(feature);
    }

    static World current() {
        return CURRENT.get();
    }

    /** A scenario of that feature begins, or of one that is no file. */
    static void begin(Optional<Path> feature) {
        CURRENT.set(new World(feature));
    }

    void host(UnaryOperator<Brickwork> change) {
        text.host(change);
        forget();
    }

    void engines(EngineFactory source) {
        engines = source;
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

    void kernels(KernelChoice.Set set) {
        kernels = demand(set);
        forget();
    }

    /** The kernels of that set; a scenario that demands what is not there fails. */
    static KernelChoice demand(KernelChoice.Set set) {
        return switch (KernelChoice.demand(set)) {
            case KernelChoice.Granted(var choice) -> choice;
            case KernelChoice.Refused(var reason) -> throw new AssertionError("the demanded kernels are not there: " + reason);
        };
    }

    private void forget() {
        compiled = null;
        dataset = null;
        trained = null;
        gradients = null;
        health = null;
    }

    Outcome<NeuralSpec> compiled() {
        if (compiled == null) {
            compiled = compileWithConstants(text.text());
        }
        return compiled;
    }

    /** Any text under the same conditions. */
    Outcome<NeuralSpec> compile(SourceText of) {
        return text.compile(of, brickwork -> brickwork.withKernels(kernels).withThreads(threads), false);
    }

    /** The same with the constants of the scenario. */
    Outcome<NeuralSpec> compileWithConstants(SourceText of) {
        return text.compile(of, brickwork -> brickwork.withKernels(kernels).withThreads(threads), true);
    }

    /** The compiled spec; a spec with faults fails the scenario with its report. */
    NeuralSpec spec() {
        return valid(compiled());
    }

    private static <T> T valid(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Success<T>(var value, _) -> value;
            case Outcome.Failure<T>(var faults) ->
                    throw new AssertionError("the spec is refused:\n" + DiagnosticRenderer.render(faults, false));
        };
    }

    Specification network() {
        return spec().network();
    }

    /** The samples of the scenario, else those the spec names, else some drawn from its seed. */
    Dataset dataset() {
        if (dataset == null) {
            dataset = samples.map(table -> valid(Dataset.prepare(network(), table))).orElseGet(
                    () -> network().data().source().isPresent() ? valid(spec().data()) : SyntheticRows.dataset(network(), DRAWN_SAMPLES));
        }
        return dataset;
    }

    /** What claims are made of. */
    Subject subject() {
        return subject(kernels, threads);
    }

    /** The same under another seed. */
    Subject underSeed(long other) {
        return new Subject(network().withSeed(other),
                valid(supply().of(network().withSeed(other)).orElseThrow(() -> new AssertionError("the spec names no samples to learn"))),
                engines, kernels, threads);
    }

    private SampleSupply supply() {
        return samples.<SampleSupply>map(table -> network -> Optional.of(Dataset.prepare(network, table)))
                .orElseGet(() -> spec().samples());
    }

    /** What comes of one statement of the language. */
    Verdict judge(Expectation statement) {
        return OverSeeds.judge(network(), statement, supply(), new Verifier.Settings(kernels, Runtime.getRuntime().availableProcessors(),
                new EngineBackward(engines, kernels, threads), Replay.NONE));
    }

    /** The same with other kernels or threads. */
    Subject subject(KernelChoice choice, int count) {
        return new Subject(network(), dataset(), engines, choice, count);
    }

    void train() {
        try {
            trained = spec().train(dataset(), spec().settings().withEngines(new EngineOptions(kernels, threads, engines)));
        } catch (InvalidSpecException | IllegalStateException fault) {
            throw new AssertionError(fault.getMessage(), fault);
        }
    }

    /** The result of the training, which is done now if no step has done it. */
    TrainingResult result() {
        return outcome().result();
    }

    /** The same with the trained network. */
    TrainingOutcome outcome() {
        if (trained == null) {
            train();
        }
        return trained;
    }

    /** The outcome of a training that did not diverge. */
    TrainingOutcome trained() {
        return switch (result()) {
            case TrainingResult.Finished _ -> trained;
            case TrainingResult.Diverged diverged ->
                    throw new AssertionError(diverged.message() + "; " + diverged.cure() + replay());
        };
    }

    /** Where the network stands: at the trained parameters once it was trained, before that at the initial ones. */
    Parameters parameters() {
        return trained == null ? Initializer.parameters(network()) : trained().result().parameters();
    }

    /** The gradient check at the initial parameters, done once. */
    GradientReport gradients() {
        if (gradients == null) {
            gradients = GradientCheck.check(network(), dataset().train(), Initializer.parameters(network().withPrecision(Precision.F64)),
                    GradientCheck.Options.standard(), new EngineBackward(engines, kernels, threads));
        }
        return gradients;
    }

    /** The network as training leaves it or, where the spec trains nothing, as it starts; examined once. */
    Health health() {
        if (health == null) {
            health = spec().network().learning().training().isPresent() ? afterTraining() : valid(spec().health());
        }
        return health;
    }

    private Health afterTraining() {
        result();
        return trained.health();
    }

    /** Fails the scenario unless the verdict is that it holds. */
    void require(Verdict verdict) {
        Assert.that(verdict.passed(),
                () -> (verdict instanceof Verdict.Inconclusive ? "inconclusive: " : "") + verdict.evidence() + replayScenario());
    }

    /** The same of a statement that a training shows by itself. */
    void requireOfTraining(Verdict verdict) {
        Assert.that(verdict.passed(),
                () -> (verdict instanceof Verdict.Inconclusive ? "inconclusive: " : "") + verdict.evidence() + replay());
    }

    /** The seed, and the command that trains again as the scenario did, to end a failure with. */
    String replay() {
        return ending().train();
    }

    /** Likewise the command that checks its gradients again. */
    String replayGradcheck() {
        return ending().gradcheck();
    }

    /** Likewise the command that runs the scenario again. */
    String replayScenario() {
        return ending().verify();
    }

    private ReplayHint ending() {
        return text.ending(network().seed());
    }
}
