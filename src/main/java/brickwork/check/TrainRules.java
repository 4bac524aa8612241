package brickwork.check;

import brickwork.model.Bound;
import brickwork.model.Clip;
import brickwork.model.Language;
import brickwork.model.Metric;
import brickwork.model.Training;
import brickwork.source.Code;
import brickwork.syntax.Clause.Word;
import brickwork.syntax.Statement;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** How a network is trained and when it stops. An empty answer means that the fault is reported. */
record TrainRules(NumberRules quantities, DiagnosticCollector faults) {

    private static final int MINUTE = 60;

    Optional<Training> training(Statement.Train train) {
        var epochs = quantities.count(train.epochs(), "the number of epochs");
        var size = train.batch().map(b -> quantities.count(b, "the batch size")).orElse(OptionalInt.of(Training.Batch.DEFAULT_SIZE));
        var window = train.window().map(w -> quantities.count(w, "the window to shuffle within"));
        var time = train.time().map(t -> quantities.number(t.number(), "the time of training", Bound.POSITIVE));
        if (epochs.isEmpty() || size.isEmpty() || time.filter(OptionalDouble::isEmpty).isPresent()
                || window.filter(OptionalInt::isEmpty).isPresent()) {
            return Optional.empty();
        }
        var batch = train.batchFull() ? new Training.Batch.Full() : new Training.Batch.Of(size.getAsInt());
        var training = new Training(epochs.getAsInt(), batch, !inOrder(train), window.orElse(OptionalInt.empty()),
                faults.origin(train.span()));
        return Optional.of(time.map(t -> training.within(t.getAsDouble() * (train.time().get().inMinutes() ? MINUTE : 1)))
                .orElse(training));
    }

    static boolean inOrder(Statement.Train train) {
        return train.order().filter(order -> !order.text().equals("shuffle")).isPresent();
    }

    Optional<Training.Stop> stop(Statement.StopWhen stop, DataShape data, Optional<LayerDraft> last) {
        var metric = metric(stop.metric(), data, last);
        var value = quantities.number(stop.value());
        var epochs = stop.epochs().map(e -> quantities.count(e, "the number of epochs")).orElse(OptionalInt.of(1));
        return metric.isEmpty() || value.isEmpty() || epochs.isEmpty()
                ? Optional.empty()
                : Optional.of(new Training.Stop.When(metric.get(), stop.comparison().relation(), value.getAsDouble(),
                        epochs.getAsInt(), faults.origin(stop.span())));
    }

    Optional<Training.Stop> stop(Statement.StopStalled stop, DataShape data, Optional<LayerDraft> last) {
        var metric = metric(stop.metric(), data, last);
        var epochs = quantities.count(stop.epochs(), "the number of epochs");
        return metric.isEmpty() || epochs.isEmpty()
                ? Optional.empty()
                : Optional.of(new Training.Stop.Stalls(metric.get(), epochs.getAsInt(), stop.keepBest(), faults.origin(stop.span())));
    }

    /** What training may stop by. */
    private Optional<Metric> metric(Word word, DataShape data, Optional<LayerDraft> last) {
        if (HealthRules.figure(word).isEmpty()) {
            return MetricWords.metric(word, MetricWords.METRICS, data, last, faults);
        }
        faults.add(Code.NN081, word.span(), "training does not stop by " + word.text())
                .help("it can be expected: `expect " + word.text() + " …`; to stop by, there are "
                        + DiagnosticCollector.listed(MetricWords.METRICS));
        return Optional.empty();
    }

    OptionalInt checkpoint(Statement.Checkpoint checkpoint) {
        return quantities.count(checkpoint.epochs(), "the number of epochs");
    }

    Optional<Clip> clip(Statement.Clip clip) {
        var definition = Language.CLIPS.find(clip.method().text());
        if (definition.isEmpty()) {
            quantities.number(clip.bound(), Clip.BOUND.of("clip"), Clip.BOUND.bound());
            faults.unknown(Code.NN054, clip.method(), Language.CLIPS.kind(), Language.CLIPS.words());
            return Optional.empty();
        }
        return quantities.numbered(definition.get(), List.of(clip.bound()), "clip");
    }
}
