package brickwork.cucumber;

import brickwork.Brickwork;
import brickwork.NeuralSpec;
import brickwork.TrainingOutcome;
import brickwork.kernel.KernelChoice;
import brickwork.model.Network;
import brickwork.source.DiagnosticRenderer;
import brickwork.source.Outcome;
import brickwork.source.SourceText;
import brickwork.train.TrainingResult;
import brickwork.verify.GradientReport;
import brickwork.verify.health.Health;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/** What one scenario has said and done so far. Each thread runs one scenario at a time and has a world of its own. */
final class World {

    private static final ThreadLocal<World> CURRENT = ThreadLocal.withInitial(() -> new World(Path.of("")));

    private final Path featureFolder;
    private SourceText text;
    private Path folder = Path.of("");
    private final Map<String, Double> constants = new LinkedHashMap<>();
    private OptionalLong seed = OptionalLong.empty();
    private KernelChoice kernels = KernelChoice.best();
    private int threads = 1;

    private Outcome<NeuralSpec> compiled;
    private TrainingOutcome trained;
    private GradientReport gradients;
    private Health health;

    private World(Path featureFolder) {
        this.featureFolder = featureFolder;
    }

    static World current() {
        return CURRENT.get();
    }

    /** A scenario of a feature in that folder begins. */
    static void begin(Path featureFolder) {
        CURRENT.set(new World(featureFolder));
    }

    /** Names a spec relative to the working folder or, where it is not there, to the feature's own. */
    void spec(Path named) {
        var file = Files.exists(named) ? named : featureFolder.resolve(named);
        try {
            text = new SourceText(file.toString(), Files.readString(file));
            folder = file.toAbsolutePath().getParent();
            forget();
        } catch (IOException fault) {
            throw new AssertionError("there is no spec " + named.toAbsolutePath() + " that can be read", fault);
        }
    }

    void spec(String written) {
        text = new SourceText("(scenario)", written);
        forget();
    }

    void constant(String name, double value) {
        constants.put(name, value);
        forget();
    }

    void seed(long newSeed) {
        seed = OptionalLong.of(newSeed);
        forget();
    }

    void threads(int count) {
        threads = count;
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
        trained = null;
        gradients = null;
        health = null;
    }

    Outcome<NeuralSpec> compiled() {
        if (text == null) {
            throw new AssertionError("no spec is named yet: begin with a step such as: Given the spec \"specs/xor.nn\"");
        }
        if (compiled == null) {
            compiled = compile(kernels, threads, seed);
        }
        return compiled;
    }

    private Outcome<NeuralSpec> compile(KernelChoice choice, int count, OptionalLong ofSeed) {
        var brickwork = Brickwork.standard().withAnyFile(folder).withKernels(choice).withThreads(count);
        for (var constant : constants.entrySet()) {
            brickwork = brickwork.withConstant(constant.getKey(), constant.getValue());
        }
        if (ofSeed.isPresent()) {
            brickwork = brickwork.withSeed(ofSeed.getAsLong());
        }
        return brickwork.compile(text);
    }

    /** The compiled spec; a spec with faults fails the scenario with its report. */
    NeuralSpec spec() {
        return valid(compiled());
    }

    /** The same spec with other kernels, threads or seed. */
    NeuralSpec variant(KernelChoice choice, int count, OptionalLong ofSeed) {
        return valid(compile(choice, count, ofSeed.isPresent() ? ofSeed : seed));
    }

    private static <T> T valid(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Success<T>(var value, _) -> value;
            case Outcome.Failure<T>(var faults) ->
                throw new AssertionError("the spec is refused:\n" + DiagnosticRenderer.render(faults, false));
        };
    }

    Network network() {
        return spec().network();
    }

    void train() {
        trained = spec().train();
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

    /** The gradient check at the initial parameters, done once. */
    GradientReport gradients() {
        if (gradients == null) {
            gradients = valid(spec().gradcheck());
        }
        return gradients;
    }

    /** The network as training leaves it or, where the spec trains nothing, as it starts; examined once. */
    Health health() {
        if (health == null) {
            health = spec().network().training().isPresent() ? afterTraining() : valid(spec().health());
        }
        return health;
    }

    private Health afterTraining() {
        result();
        return trained.health();
    }

    /** The command that does again what the scenario did, to end a failure with; empty for a spec without a file. */
    String replay() {
        if (text == null || !Files.isRegularFile(Path.of(text.name()))) {
            return " (seed " + spec().network().seed() + ")";
        }
        var command = new StringBuilder("; replay: nn train ").append(text.name());
        constants.forEach((name, value) -> command.append(" --set ").append(name).append('=').append(value));
        seed.ifPresent(s -> command.append(" --seed ").append(s));
        return command.append(" (seed ").append(spec().network().seed()).append(')').toString();
    }
}
