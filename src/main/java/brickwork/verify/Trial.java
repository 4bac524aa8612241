package brickwork.verify;

import brickwork.data.Dataset;
import brickwork.engine.EngineOptions;
import brickwork.engine.Initializer;
import brickwork.engine.Parameters;
import brickwork.model.DatasetPart;
import brickwork.model.Precision;
import brickwork.model.Specification;
import brickwork.model.Training;
import brickwork.source.Diagnostic;
import brickwork.source.InvalidSpecException;
import brickwork.source.Outcome;
import brickwork.train.Observer;
import brickwork.train.Trainer;
import brickwork.train.TrainingResult;
import brickwork.train.TrainingSettings;
import brickwork.verify.gradient.EngineBackward;
import brickwork.verify.gradient.GradientCheck;
import brickwork.verify.gradient.GradientReport;
import brickwork.verify.gradient.SyntheticRows;
import brickwork.verify.health.Health;
import brickwork.verify.health.Moment;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A specification, its samples, and the engines it runs on: what checks are about. What was computed once is remembered: samples, initial
 * parameters, the training with its answers about epochs, gradients and health. Each seed has a trial of its own. May be shared by threads.
 */
public final class Trial {

    private final Specification specification;
    private final SampleSupply supply;
    private final Options options;
    private final Optional<Parameters> given;
    private final BooleanSupplier abandoned;
    private Function<Observer, TrainingResult> trainer = this::train;
    private final Set<EpochQuestion<?>> announced = new LinkedHashSet<>();
    private final Map<EpochQuestion<?>, WatchedTraining> asked = new HashMap<>();
    private final Map<Stage, Health> health = new EnumMap<>(Stage.class);
    private boolean endsEarly;
    private Optional<Outcome<Dataset>> samples;
    private Parameters initial;
    private WatchedTraining training;
    private GradientReport gradients;
    private HealthSnapshots snapshots;

    private Trial(Specification specification, SampleSupply supply, Options options, Optional<Parameters> given,
            BooleanSupplier abandoned) {
        this.specification = specification;
        this.supply = supply;
        this.options = options;
        this.given = given;
        this.abandoned = abandoned;
    }

    /**
     * How to compute. Nothing here changes a verdict, unless the engines have a fault.
     *
     * @param engines open every engine of the trial
     * @param workers how many trainings under different seeds run at a time, at least 1
     * @param replay  the command that a failure names
     */
    public record Options(EngineOptions engines, int workers, Replay replay) {

        public Options {
            if (workers < 1) {
                throw new IllegalArgumentException("a trial needs at least 1 worker, got " + workers);
            }
        }

        /** The best kernels of this machine on all its cores. */
        public static Options standard(Replay replay) {
            var cores = Runtime.getRuntime().availableProcessors();
            return new Options(EngineOptions.standard().withThreads(cores), cores, replay);
        }
    }

    public static Trial of(Specification specification, SampleSupply samples, Options options) {
        return new Trial(specification, samples, options, Optional.empty(), () -> false);
    }

    public Specification specification() {
        return specification;
    }

    public Options options() {
        return options;
    }

    public EngineOptions engines() {
        return options.engines();
    }

    /** Another network over the same samples. */
    public Trial with(Specification other) {
        return new Trial(other, _ -> samples(), options, given, abandoned);
    }

    /** The same network over other samples. */
    public Trial with(Dataset dataset) {
        return new Trial(specification, SampleSupply.always(dataset), options, given, abandoned);
    }

    /** The same on other engines. */
    public Trial with(EngineOptions engines) {
        return new Trial(specification, _ -> samples(), new Options(engines, options.workers(), options.replay()), given, abandoned);
    }

    /** The same, which begins with {@code parameters}. */
    public Trial withInitial(Parameters parameters) {
        return new Trial(specification, _ -> samples(), options, Optional.of(parameters), abandoned);
    }

    /** The same under another seed, of data, split, initial parameters, shuffling and dropout. */
    public Trial underSeed(long seed) {
        return underSeed(seed, abandoned);
    }

    Trial underSeed(long seed, BooleanSupplier isAbandoned) {
        var alone = new Options(engines().withThreads(1), 1, options.replay());
        return new Trial(specification.withSeed(seed), supply, alone, given, isAbandoned);
    }

    /**
     * The same, whose own training is done by {@code trainer}, which lets the observer hear of all of it; other trainings are as before.
     */
    public Trial trainedBy(Function<Observer, TrainingResult> trainer) {
        var trial = new Trial(specification, supply, options, given, abandoned);
        trial.trainer = trainer;
        return trial;
    }

    /** The samples, or what is wrong with them; empty where there are none to be had. */
    public synchronized Optional<Outcome<Dataset>> samples() {
        if (samples == null) {
            samples = supply.of(specification);
        }
        return samples;
    }

    /**
     * The samples.
     *
     * @throws IllegalStateException where there are none to be had
     * @throws InvalidSpecException  where they have faults
     */
    public Dataset dataset() {
        return samples().orElseThrow(() -> new IllegalStateException(noSamples())).orThrow();
    }

    private String noSamples() {
        return samples().orElse(null) instanceof Outcome.Failure<Dataset> failure
                ? failure.errors().map(Diagnostic::message).collect(Collectors.joining("; ", "there are no samples: ", ""))
                : "there are no samples";
    }

    /** Judges where there are samples; else it cannot be decided. */
    public Verdict withSamples(Function<Dataset, Verdict> judge) {
        return samples().orElse(null) instanceof Outcome.Success<Dataset>(var dataset, _) ? judge.apply(dataset)
                : new Verdict.Inconclusive(Evidence.literal(noSamples()));
    }

    /** Judges where there are samples and the specification says how to train; else it cannot be decided. */
    public Verdict withTraining(Function<Training, Verdict> judge) {
        return specification.learning().training().<Verdict>map(training -> withSamples(_ -> judge.apply(training)))
                .orElseGet(() -> Verdict.inconclusive("nothing is trained, for the spec does not say how many epochs"));
    }

    /** Judges a training that came to its end; one that diverged fails. Trains, if that was not done. */
    public Verdict whenTrained(Function<TrainingResult.Finished, Verdict> judge) {
        return withTraining(_ -> switch (trained()) {
            case TrainingResult.Finished finished -> judge.apply(finished);
            case TrainingResult.Diverged diverged -> diverged(diverged);
        });
    }

    /** Judges at {@code stage}: trained, if that was not done, where it is that of a trained network. */
    public Verdict when(Stage stage, Function<NetworkState, Verdict> judge) {
        return switch (stage) {
            case INITIAL -> withSamples(_ -> judge.apply(at(initial())));
            case TRAINED -> whenTrained(finished -> judge.apply(at(finished.parameters())));
        };
    }

    /** Judges the gradient check, over samples drawn from the seed where there are none. */
    public Verdict whenChecked(Function<GradientReport, Verdict> judge) {
        return samples().orElse(null) instanceof Outcome.Failure<Dataset> ? new Verdict.Inconclusive(Evidence.literal(noSamples()))
                : judge.apply(gradients());
    }

    /** What is stated of a training that diverged is false. */
    public static Verdict.Failed diverged(TrainingResult.Diverged diverged) {
        return new Verdict.Failed(Evidence.literal(diverged.message() + "; " + diverged.cure()).with("epoch", diverged.epoch())
                .with("batch", diverged.batch()).with("layer", diverged.fault().layer()).with("tensor", diverged.fault().tensor()));
    }

    /** The parameters training begins with. */
    public synchronized Parameters initial() {
        if (initial == null) {
            initial = given.orElseGet(() -> Initializer.parameters(specification));
        }
        return initial;
    }

    /** The network at these parameters. */
    public NetworkState at(Parameters parameters) {
        return new NetworkState(specification, engines(), parameters);
    }

    /** What the training comes to, which is done once. */
    public TrainingResult trained() {
        return training().result();
    }

    /** Whether {@link #trained} is known already. */
    public synchronized boolean isTrained() {
        return training != null;
    }

    /** Trains again, with {@code observer} called after every epoch; nothing of it is remembered. */
    public TrainingResult train(Observer observer) {
        return Trainer.train(specification, dataset(), settings().withObserver(observer));
    }

    /** How {@link #train} trains. */
    public TrainingSettings settings() {
        var settings = TrainingSettings.standard().withEngines(engines());
        return given.map(settings::withInitial).orElse(settings);
    }

    /** A training, and the first answer to a question about its epochs. */
    public record Watched<A>(TrainingResult result, Optional<EpochQuestion.Answer<A>> answer) {}

    /** The first answer of an epoch. Trains, if no training was asked that question; then no longer than until it is answered. */
    public synchronized <A> Watched<A> first(EpochQuestion<A> question) {
        var watched = announced.contains(question) && (training == null || training.asked(question)) ? training()
                : asked.computeIfAbsent(question, q -> WatchedTraining.of(this, this::train, Set.of(q), true, abandoned));
        return new Watched<>(watched.result(), watched.answer(question));
    }

    /** These checks are to be judged: one training answers what they ask, and ends once all is answered where it may end early. */
    synchronized void announce(Iterable<Check> checks, boolean mayEndEarly) {
        for (var check : checks) {
            if (check.needs() instanceof TrainingNeed.Epochs(var question)) {
                announced.add(question);
            }
        }
        endsEarly = mayEndEarly;
    }

    private synchronized WatchedTraining training() {
        if (training == null) {
            training = WatchedTraining.of(this, trainer, announced, endsEarly, abandoned);
        }
        return training;
    }

    /**
     * The gradient check at the initial parameters, in f64, done once.
     *
     * @throws InvalidSpecException where the samples have faults
     */
    public synchronized GradientReport gradients() {
        if (gradients == null) {
            var check = GradientCheck.Options.standard().withCancellation(engines().cancellation());
            var rows = samples().isEmpty() ? SyntheticRows.of(specification, check.samples()) : dataset().train();
            var start = given.map(p -> new Parameters(Precision.F64, p.tensors()))
                    .orElseGet(() -> Initializer.parameters(specification.withPrecision(Precision.F64)));
            gradients = GradientCheck.check(specification, rows, start, check,
                    new EngineBackward(engines()));
        }
        return gradients;
    }

    /** The health of the network as it starts, or of its training; examined once. */
    public synchronized Health health(Stage stage) {
        return health.computeIfAbsent(stage, s -> switch (s) {
            case INITIAL -> Health.before(specification, dataset(), initial(), engines());
            case TRAINED -> Health.after(specification, dataset(), initial(), trained(), engines());
        });
    }

    /** The health of the network at {@code parameters} on one part, which is there. */
    public synchronized Moment healthAt(Parameters parameters, DatasetPart part) {
        if (snapshots == null) {
            snapshots = new HealthSnapshots(specification, dataset(), engines());
        }
        return snapshots.at(parameters, part);
    }
}
