package brickwork.train;

import brickwork.data.BrokenStreamException;
import brickwork.data.TrainingData;
import brickwork.engine.Cancellation;
import brickwork.engine.CancelledException;
import brickwork.engine.Parameters;
import brickwork.model.DatasetPart;
import brickwork.model.Metric;
import brickwork.model.Specification;
import brickwork.model.Training;
import brickwork.source.Plural;
import brickwork.train.metric.Metrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** One training under way: the loop over the epochs of a learner, and what is asked and kept between them. */
final class TrainingRun {

    private final Specification network;
    private final TrainingData dataset;
    private final TrainingSettings settings;
    private final Learner learner;
    private final int epochs;
    private final Stopping stopping;
    private final List<String> notes = new ArrayList<>();

    private HistoryRecorder history;
    private Stopwatch watch = new Stopwatch(0);
    private Stopwatch whole = new Stopwatch(0);
    private final OptionalDouble time;
    private final boolean validates;
    private int epochsDone;
    private Optional<Cancellation.Reason> cancelled = Optional.empty();
    private boolean withinEpoch;
    private Exception unkept;

    TrainingRun(Specification network, TrainingData dataset, TrainingSettings settings, Learner learner) {
        this.network = network;
        this.dataset = dataset;
        this.settings = settings;
        this.learner = learner;
        epochs = network.learning().training().orElseThrow().epochs();
        time = network.learning().training().orElseThrow().seconds();
        validates = dataset.part(DatasetPart.VALIDATION).isPresent();
        stopping = new Stopping(network.learning().stops());
        history = new HistoryRecorder(epochs);
    }

    /** Trains to the end. The watch goes on from epoch to epoch where nobody asks for anything between them. */
    <E extends Exception> TrainingResult run(Checkpoints<E> checkpoints) throws E {
        var every = network.learning().checkpointEvery().orElse(0);
        var keeps = checkpoints != Checkpoints.NONE;
        if (!keeps && every > 0) {
            notes.add("no run folder is named, so `checkpoint every " + every + " epochs` writes nothing");
        }
        try (var writer = checkpoints.begin(beginning())) {
            return run(writer, keeps, every);
        }
    }

    private <E extends Exception> TrainingResult run(Checkpoints.Writer<E> writer, boolean keeps, int every) throws E {
        var kept = epochsDone;
        var asked = keeps || validates || learner.watchesEpochs() || stopping.watches() || settings.observer() != Observer.NONE;
        whole.start();
        while (epochsDone < epochs && stopping.stop().isEmpty() && cancelled.isEmpty() && !timeIsOver()) {
            watch.start();
            try {
                var divergence = learner.learn(epochsDone, history);
                if (divergence.isPresent()) {
                    watch.stop();
                    return diverged(epochsDone, divergence.get());
                }
            } catch (CancelledException cancellation) {
                cancelledWithinEpoch(cancellation);
                break;
            } catch (BrokenStreamException broken) {
                watch.stop();
                throw kept(broken, writer, keeps);
            }
            epochsDone++;
            if (asked) {
                watch.stop();
                try {
                    if (!epochEnded()) {
                        break;
                    }
                } catch (BrokenStreamException broken) {
                    throw kept(broken, writer, keeps);
                }
                if (keeps && every > 0 && epochsDone % every == 0) {
                    keep(writer);
                    kept = epochsDone;
                }
            }
        }
        watch.stop();
        if (keeps && (epochsDone > kept || withinEpoch)) {
            keep(writer);
        }
        return withinEpoch ? unevaluated() : finished();
    }

    /** Lets all who watch look at the epoch that ended; false where that was cancelled, and the epoch counts as not yet ended. */
    private boolean epochEnded() {
        try {
            if (validates) {
                validate();
            }
            learner.epochEnded();
            stopping.observe(epochsDone - 1, this::watchedMetric, learner::parameters);
        } catch (CancelledException cancellation) {
            reopenEpoch();
            cancelledWithinEpoch(cancellation);
            return false;
        } catch (BrokenStreamException broken) {
            reopenEpoch();
            throw broken;
        }
        if (settings.observer() != Observer.NONE) {
            var epoch = new Epoch(this);
            settings.observer().epochEnded(epoch);
            epoch.over();
        }
        return true;
    }

    /** What the network does on the validation part after the epoch; where there are classes one pass finds all three. */
    private void validate() {
        var accuracy = learner.metric(DatasetPart.VALIDATION, Metric.ACCURACY).orElse(Double.NaN);
        var dataLoss = learner.metric(DatasetPart.VALIDATION, Metric.DATA_LOSS).orElse(Double.NaN);
        history.validated(learner.metric(DatasetPart.VALIDATION, Metric.LOSS).orElse(Double.NaN), dataLoss, accuracy);
    }

    private boolean timeIsOver() {
        return epochsDone > 0 && time.isPresent() && whole.untilNow() >= time.getAsDouble();
    }

    private void reopenEpoch() {
        epochsDone--;
        history.dropLast();
        learner.reopenEpoch();
    }

    /** What was learned before the samples ended is not lost. */
    private <E extends Exception> BrokenStreamException kept(BrokenStreamException broken, Checkpoints.Writer<E> writer, boolean keeps)
            throws E {
        if (keeps) {
            keep(writer);
        }
        return broken;
    }

    private <E extends Exception> void keep(Checkpoints.Writer<E> writer) throws E {
        unkept = null;
        writer.write(state());
        if (unkept == null) {
            settings.observer().checkpointWritten(epochsDone);
        } else {
            settings.observer().checkpointFailed(epochsDone, unkept);
        }
    }

    private void cancelledWithinEpoch(CancelledException cancellation) {
        cancelled = Optional.of(cancellation.reason());
        withinEpoch = true;
    }

    private Checkpoints.Beginning beginning() {
        return new Checkpoints.Beginning(network, dataset, learner.fingerprint(), settings.initial().isPresent(), this::restore,
                notes::add, failure -> unkept = failure);
    }

    private void restore(TrainingState state) {
        stopping.restore(state.stopping());
        learner.restore(state.learner());
        epochsDone = state.epochs();
        watch = new Stopwatch(state.seconds());
        whole = new Stopwatch(state.seconds());
        history = new HistoryRecorder(state.history());
        notes.add("resumed after epoch " + epochsDone);
    }

    private TrainingState state() {
        return new TrainingState(epochsDone, watch.seconds(), learner.state(), stopping.state(), history.history());
    }

    private double watchedMetric(Metric metric) {
        return learner.metric(dataset.watchedPart(), metric).orElse(Double.NaN);
    }

    private TrainingResult unevaluated() {
        return new TrainingResult.Finished(learner.parameters(), new Ending.Cancelled(cancelled.orElseThrow()),
                report(OptionalInt.empty(), List.of(), Map.of()));
    }

    /** What comes of a training whose epochs ended; where evaluating it is cancelled, it is handed over without. */
    private TrainingResult finished() {
        try {
            return evaluated();
        } catch (CancelledException cancellation) {
            cancelled = Optional.of(cancellation.reason());
            return unevaluated();
        }
    }

    private TrainingResult evaluated() {
        stopping.best().ifPresent(learner::setParameters);
        var divergence = learner.divergence();
        if (divergence.isPresent()) {
            return diverged(epochsDone - 1, divergence.get());
        }
        var ending = stopping.stop().<Ending>map(Ending.Stopped::new)
                .or(() -> cancelled.map(Ending.Cancelled::new)).orElseGet(() -> epochsDone < epochs
                        ? new Ending.TimeOver(time.orElseThrow()) : new Ending.AllEpochs());
        if (ending instanceof Ending.TimeOver(var seconds)) {
            notes.add("stopped after " + Plural.of(epochsDone, "epoch") + " of " + epochs + ", when " + Training.time(seconds)
                    + " were over; the result depends on the machine");
        }
        return new TrainingResult.Finished(learner.parameters(), ending,
                report(stopping.bestEpoch(), cancelled.isPresent() ? List.of() : learner.lastUpdate(), learner.metrics()));
    }

    private TrainingResult diverged(int epoch, Divergence divergence) {
        return new TrainingResult.Diverged(epoch, divergence.batch(), divergence.fault(), divergence.cure(), learner.parameters(),
                report(OptionalInt.empty(), List.of(), learner.metrics()));
    }

    private TrainingReport report(OptionalInt bestEpoch, List<LayerUpdate> lastUpdate, Map<DatasetPart, Metrics> metrics) {
        return new TrainingReport(epochsDone, learner.steps(), watch.seconds(), history.history(), metrics, bestEpoch,
                learner.fingerprint(), lastUpdate, settings.engines().kernels(), notes);
    }

    int epochs() {
        return epochs;
    }

    int epochsDone() {
        return epochsDone;
    }

    long steps() {
        return learner.steps();
    }

    HistoryRow lastRow() {
        return history.last();
    }

    OptionalDouble metric(DatasetPart part, Metric metric) {
        return learner.metric(part, metric);
    }

    List<LayerUpdate> lastUpdate() {
        return learner.lastUpdate();
    }

    Parameters parameters() {
        return learner.parameters();
    }

    void cancel() {
        cancelled = Optional.of(Cancellation.Reason.REQUESTED);
    }
}
