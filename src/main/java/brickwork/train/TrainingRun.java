package brickwork.train;

import brickwork.data.Dataset;
import brickwork.engine.Engine;
import brickwork.engine.NonFinite;
import brickwork.engine.Parameters;
import brickwork.engine.StepSettings;
import brickwork.model.DatasetPart;
import brickwork.model.Metric;
import brickwork.model.Specification;
import brickwork.model.Training;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** One training under way: the loop over epochs and steps, and what is asked and kept between epochs. */
final class TrainingRun {

    private final Specification network;
    private final Training training;
    private final Dataset dataset;
    private final TrainingSettings settings;
    private final Engine engine;
    private final Engine.BoundSamples samples;
    private final Map<DatasetPart, PartEvaluation> parts = new EnumMap<>(DatasetPart.class);
    private final DatasetPart watched;
    private final SampleOrder order;
    private final RateSchedule schedule;
    private final Stopping stopping;
    private final boolean updatesWatched;
    private final StepSettings step = new StepSettings();
    private final List<String> notes;

    private History.Recorder history;
    private Stopwatch watch = new Stopwatch(0);
    private int epochsDone;
    private int batch;
    private boolean cancelled;
    private List<LayerUpdate> lastUpdate = List.of();

    TrainingRun(Specification network, Dataset dataset, TrainingSettings settings, Engine engine, List<String> notes) {
        this.network = network;
        this.training = network.learning().training().orElseThrow();
        this.dataset = dataset;
        this.settings = settings;
        this.engine = engine;
        this.notes = notes;
        samples = engine.bind(dataset.train());
        parts.put(DatasetPart.TRAIN, new PartEvaluation(engine, dataset.train(), samples));
        dataset.validation().ifPresent(rows -> parts.put(DatasetPart.VALIDATION, new PartEvaluation(engine, rows)));
        dataset.test().ifPresent(rows -> parts.put(DatasetPart.TEST, new PartEvaluation(engine, rows)));
        watched = parts.containsKey(DatasetPart.VALIDATION) ? DatasetPart.VALIDATION : DatasetPart.TRAIN;
        order = new SampleOrder(dataset.train().count(), training, network.seed());
        schedule = new RateSchedule(network.learning().descent().optimizer(), training.epochs());
        stopping = new Stopping(network.learning().stops());
        step.countsCorrect = dataset.train().hasClasses();
        updatesWatched = stopping.watches() || settings.observer().watchesUpdates();
        history = new History.Recorder(training.epochs());
    }

    /** Goes back to where {@code checkpoint} was written. */
    void restore(Checkpoint checkpoint) {
        engine.restore(checkpoint.engine());
        epochsDone = checkpoint.epoch();
        step.update = checkpoint.steps();
        watch = new Stopwatch(checkpoint.seconds());
        history = new History.Recorder(checkpoint.history());
        schedule.restore(checkpoint.rate());
        stopping.restore(checkpoint.stops());
        changed();
    }

    Checkpoint checkpoint(RunIdentity identity) {
        return new Checkpoint(identity, epochsDone, step.update, watch.seconds(), engine.state(), schedule.memory(), stopping.memory(),
                history.history());
    }

    /** Trains to the end. The watch goes on from epoch to epoch where nobody asks for anything between them. */
    TrainingResult run(Optional<CheckpointWriter> checkpoints) throws BrokenFileException {
        var asked = schedule.watchesLoss() || stopping.watches() || settings.observer() != Observer.NONE || checkpoints.isPresent();
        var epoch = new Epoch(this);
        while (epochsDone < training.epochs() && stopping.stop().isEmpty() && !cancelled) {
            watch.start();
            var fault = trainEpoch();
            if (fault.isPresent()) {
                watch.stop();
                return diverged(epochsDone, fault.get());
            }
            if (asked) {
                watch.stop();
                observe();
                settings.observer().epochEnded(epoch);
                if (checkpoints.isPresent()) {
                    checkpoints.get().epochEnded(this);
                }
            }
        }
        watch.stop();
        if (checkpoints.isPresent()) {
            checkpoints.get().trainingEnded(this);
        }
        return finished();
    }

    /** All steps of an epoch and its history row, unless a step met a number that is not finite. */
    private Optional<NonFinite> trainEpoch() {
        var rows = dataset.train().count();
        var size = training.batch().size(rows);
        var indices = order.of(epochsDone);
        var dataLoss = 0.0;
        var loss = 0.0;
        var correct = 0L;
        var last = epochsDone == training.epochs() - 1 || updatesWatched;
        step.rate = schedule.rate(epochsDone);
        batch = 0;
        for (var from = 0; from < rows; from += size) {
            var count = Math.min(size, rows - from);
            var before = last && from + count == rows ? engine.parameters() : null;
            var result = engine.stepper().step(samples, indices, from, count, step);
            if (!result.isFinite()) {
                return result.fault();
            }
            var share = count / (double) (from + count);
            dataLoss += (result.dataLoss() - dataLoss) * share;
            loss += (result.dataLoss() + result.penalty() - loss) * share;
            correct += result.correct();
            step.update++;
            batch++;
            lastUpdate = before == null ? List.of() : LayerUpdate.between(network, before, engine.parameters());
        }
        history.add(loss, dataLoss, dataset.train().hasClasses() ? correct / (double) rows : Double.NaN, step.rate);
        epochsDone++;
        return Optional.empty();
    }

    /** Lets the schedule and the stop rules see the epoch that ended. */
    private void observe() {
        changed();
        if (schedule.watchesLoss()) {
            schedule.observe(watchedMetric(Metric.LOSS));
        }
        stopping.observe(epochsDone - 1, this::watchedMetric, engine::parameters);
    }

    private double watchedMetric(Metric metric) {
        return parts.get(watched).value(metric).orElse(Double.NaN);
    }

    private TrainingResult finished() {
        stopping.best().ifPresent(engine::setParameters);
        changed();
        var loss = parts.get(DatasetPart.TRAIN).all().value(Metric.LOSS).orElseThrow();
        if (!Double.isFinite(loss)) {
            batch = training.stepsPerEpoch(dataset.train().count()) - 1;
            return diverged(epochsDone - 1, lossFault(loss));
        }
        var ending = stopping.stop().<Ending>map(Ending.Stopped::new)
                .orElseGet(() -> cancelled ? new Ending.Cancelled() : new Ending.AllEpochs());
        return new TrainingResult.Finished(engine.parameters(), ending, report(stopping.bestEpoch(), cancelled ? List.of() : lastUpdate));
    }

    /** The last update was finite and still left a loss that is not. */
    private NonFinite lossFault(double loss) {
        return new NonFinite(NonFinite.What.LOSS, 0, "loss", -1, -1, loss, network.feedForward().loss().data().getFirst().origin());
    }

    private TrainingResult diverged(int epoch, NonFinite fault) {
        changed();
        return new TrainingResult.Diverged(epoch, batch, fault, DivergenceAdvice.of(network, dataset), engine.parameters(),
                report(OptionalInt.empty(), List.of()));
    }

    private TrainingReport report(OptionalInt bestEpoch, List<LayerUpdate> ofLast) {
        var metrics = new EnumMap<DatasetPart, Metrics>(DatasetPart.class);
        parts.forEach((part, evaluation) -> metrics.put(part, evaluation.all()));
        return new TrainingReport(epochsDone, step.update, watch.seconds(), history.history(), metrics, bestEpoch, engine.fingerprint(),
                ofLast,
                Provenance.of(network, settings.engines().withKernels(engine.kernels())), notes);
    }

    /** The parameters are others than before: nothing evaluated holds any longer. */
    private void changed() {
        parts.values().forEach(PartEvaluation::forget);
    }

    int epochs() {
        return training.epochs();
    }

    int epochsDone() {
        return epochsDone;
    }

    long steps() {
        return step.update;
    }

    HistoryRow lastRow() {
        return history.last();
    }

    OptionalDouble metric(DatasetPart part, Metric metric) {
        return parts.containsKey(part) ? parts.get(part).value(metric) : OptionalDouble.empty();
    }

    List<LayerUpdate> lastUpdate() {
        return lastUpdate;
    }

    Parameters parameters() {
        return engine.parameters();
    }

    void cancel() {
        cancelled = true;
    }
}
