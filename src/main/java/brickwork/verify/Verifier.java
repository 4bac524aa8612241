package brickwork.verify;

import brickwork.data.Dataset;
import brickwork.engine.EngineOptions;
import brickwork.engine.Initializer;
import brickwork.kernel.KernelChoice;
import brickwork.model.Expectation;
import brickwork.model.Precision;
import brickwork.model.Specification;
import brickwork.source.Diagnostic;
import brickwork.source.Outcome;
import brickwork.train.TrainingSettings;
import brickwork.verify.gradient.Backward;
import brickwork.verify.gradient.EngineBackward;
import brickwork.verify.gradient.GradientCheck;
import brickwork.verify.gradient.GradientReport;
import brickwork.verify.gradient.SyntheticRows;
import brickwork.verify.health.Health;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Judges every statement of a network, each one verdict. Trains once for all that speak of the network's own seed, and once a seed for
 * those that speak of many; not at all where nothing needs it.
 */
public final class Verifier {

    private static final Verdict NOT_TRAINED = new Verdict.Inconclusive("nothing is trained, for the spec does not say how many epochs");

    private final Specification network;
    private final SampleSupply supply;
    private final Settings settings;
    private Optional<Outcome<Dataset>> samples;
    private SeedRun run;
    private GradientReport gradients;

    private Verifier(Specification network, SampleSupply supply, Settings settings) {
        this.network = network;
        this.supply = supply;
        this.settings = settings;
    }

    /**
     * How to verify. Nothing here changes a verdict but {@code backward}.
     *
     * @param kernels  which kernels run
     * @param threads  how many trainings of a sweep run at a time, and the most threads of a single training
     * @param backward whose gradients are checked
     * @param replay   the command that evidence names
     */
    public record Settings(KernelChoice kernels, int threads, Backward backward, Replay replay) {

        public Settings {
            if (threads < 1) {
                throw new IllegalArgumentException("verification needs at least 1 thread, got " + threads);
            }
        }

        EngineOptions engines() {
            return EngineOptions.standard().withKernels(kernels).withThreads(threads);
        }

        /** The best kernels there are, all cores, the engine's gradients. */
        public static Settings standard(Replay replay) {
            return new Settings(KernelChoice.best(), Runtime.getRuntime().availableProcessors(), EngineBackward.standard(), replay);
        }
    }

    /** Judges all statements of {@code network}, in their order. */
    public static List<ExpectationResult> verify(Specification network, SampleSupply samples, Settings settings) {
        return new Verifier(network, samples, settings).judgements();
    }

    /** Judges all statements of {@code network} and examines its health. */
    public static VerificationReport examine(Specification network, SampleSupply samples, Settings settings) {
        var verifier = new Verifier(network, samples, settings);
        return new VerificationReport(verifier.judgements(), verifier.health());
    }

    private Optional<Health> health() {
        if (!(samples().orElse(null) instanceof Outcome.Success<Dataset>(var dataset, _))) {
            return Optional.empty();
        }
        var initial = Initializer.parameters(network);
        return Optional.of(run == null
                ? Health.before(network, dataset, initial, settings.engines())
                : Health.after(network, run.dataset(), initial, run.result(), settings.engines()));
    }

    private List<ExpectationResult> judgements() {
        var swept = sweeps();
        var judgements = new ArrayList<ExpectationResult>();
        var ofMetrics = 0;
        for (var i = 0; i < network.expectations().size(); i++) {
            var expectation = network.expectations().get(i);
            var verdict = swept.containsKey(i) ? swept.get(i) : judge(expectation, ofMetrics);
            ofMetrics += ofOwnSeed(expectation) ? 1 : 0;
            judgements.add(ExpectationResult.of(expectation, verdict, settings.replay()));
        }
        return judgements;
    }

    /** {@code ofMetrics} is the number of statements measured in the training of the own seed before this one. */
    private Verdict judge(Expectation expectation, int ofMetrics) {
        var replay = settings.replay();
        return switch (expectation) {
            case Expectation.OfHealth health when !health.needsTraining() -> replayed(
                    withSamples(dataset -> HealthStatement.judge(new Moments(network, dataset, training(settings.threads())), health)),
                    replay.train());
            case Expectation.Measured measured -> trained(r -> SeedSweep.judge(r, ofMetrics, measured));
            case Expectation.LossDecreases decreases -> trained(r -> TrainedStatements.judge(r, decreases));
            case Expectation.Output output -> trained(r -> TrainedStatements.judge(r, output, settings.kernels()));
            case Expectation.Fingerprint fingerprint -> trained(r -> TrainedStatements.judge(r, fingerprint));
            case Expectation.InitialLoss initial -> replayed(
                    withSamples(dataset -> InitialStatements.judge(network, dataset, initial, settings.kernels())), replay.train());
            case Expectation.Gradcheck gradcheck -> replayed(checked(gradcheck), replay.gradcheck());
        };
    }

    private Verdict checked(Expectation.Gradcheck statement) {
        if (gradients != null) {
            return InitialStatements.judge(gradients, statement);
        }
        var options = GradientCheck.Options.standard();
        var parameters = Initializer.parameters(network.withPrecision(Precision.F64));
        return switch (samples().orElse(null)) {
            case null -> {
                gradients = GradientCheck.check(network, SyntheticRows.of(network, options.samples()), parameters, options,
                        settings.backward());
                yield InitialStatements.judge(gradients, statement);
            }
            case Outcome.Failure<Dataset> failure -> new Verdict.Inconclusive(reason(failure));
            case Outcome.Success<Dataset>(var dataset, _) -> {
                gradients = GradientCheck.check(network, dataset.train(), parameters, options, settings.backward());
                yield InitialStatements.judge(gradients, statement);
            }
        };
    }

    private Verdict trained(Function<SeedRun, Verdict> judge) {
        if (network.learning().training().isEmpty()) {
            return NOT_TRAINED;
        }
        return replayed(withSamples(dataset -> {
            if (run == null) {
                var ofOwnSeed = network.expectations().stream().filter(Verifier::ofOwnSeed).map(Expectation.Measured.class::cast).toList();
                run = SeedRun.train(network, dataset, ofOwnSeed, false, () -> false, training(settings.threads()));
            }
            return judge.apply(run);
        }), settings.replay().train());
    }

    private Verdict withSamples(Function<Dataset, Verdict> judge) {
        return switch (samples().orElse(null)) {
            case null -> new Verdict.Inconclusive("there are no samples");
            case Outcome.Failure<Dataset> failure -> new Verdict.Inconclusive(reason(failure));
            case Outcome.Success<Dataset>(var dataset, _) -> judge.apply(dataset);
        };
    }

    private Optional<Outcome<Dataset>> samples() {
        if (samples == null) {
            samples = supply.of(network);
        }
        return samples;
    }

    /** What statements about many seeds share: the seeds, and whether each is trained. */
    private record Sweep(Expectation.Seeds seeds, boolean trains) {}

    /** The verdicts of statements about many seeds, by their place; those about the same seeds share their trainings. */
    private Map<Integer, Verdict> sweeps() {
        var places = new LinkedHashMap<Sweep, List<Integer>>();
        for (var i = 0; i < network.expectations().size(); i++) {
            if (network.expectations().get(i) instanceof Expectation.Measured measured && measured.seeds().isPresent()) {
                places.computeIfAbsent(new Sweep(measured.seeds().get(), measured.needsTraining()), _ -> new ArrayList<>()).add(i);
            }
        }
        var verdicts = new HashMap<Integer, Verdict>();
        for (var sweep : places.entrySet()) {
            var group = sweep.getValue();
            var statements = group.stream().map(i -> (Expectation.Measured) network.expectations().get(i)).toList();
            var judged = network.learning().training().isEmpty() && sweep.getKey().trains()
                    ? Collections.nCopies(group.size(), NOT_TRAINED)
                    : new SeedSweep(network, supply, statements, training(1)).verdicts(settings.threads(), settings.replay());
            for (var i = 0; i < group.size(); i++) {
                verdicts.put(group.get(i), judged.get(i));
            }
        }
        return verdicts;
    }

    private TrainingSettings training(int threads) {
        return TrainingSettings.standard().withKernels(settings.kernels()).withThreads(threads);
    }

    private static boolean ofOwnSeed(Expectation expectation) {
        return expectation instanceof Expectation.Measured measured && measured.seeds().isEmpty() && measured.needsTraining();
    }

    private static Verdict replayed(Verdict verdict, String replay) {
        return verdict instanceof Verdict.Failed(var evidence) ? new Verdict.Failed(evidence + replay) : verdict;
    }

    /** Why there are no samples, in one line. */
    static String reason(Outcome.Failure<Dataset> failure) {
        return failure.errors().map(Diagnostic::message).collect(Collectors.joining("; ", "there are no samples: ", ""));
    }
}
