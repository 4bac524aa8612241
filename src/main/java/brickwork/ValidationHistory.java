package brickwork;

import brickwork.model.DatasetPart;
import brickwork.model.Metric;
import brickwork.train.Epoch;
import brickwork.train.Observer;
import brickwork.train.TrainingStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Listens to a training and keeps loss and accuracy over the validation part, for {@link Pictures}: after every epoch, or after about 400
 * evenly spaced ones where there are more. It evaluates the validation part for this, dropout off, and changes no bit of the training.
 * Where the data has no such part it stays empty. For one training.
 */
public final class ValidationHistory implements Observer {

    private static final int POINTS = 400;

    private final Observer next;
    private final List<Row> rows = new ArrayList<>();

    /**
     * The validation part after an epoch.
     *
     * @param epoch    from 0
     * @param loss     data loss plus penalty
     * @param accuracy a share from 0 to 1; NaN where there are no classes
     */
    public record Row(int epoch, double loss, double accuracy) {}

    private ValidationHistory(Observer next) {
        this.next = next;
    }

    /** Keeps it. */
    public static ValidationHistory recording() {
        return new ValidationHistory(Observer.NONE);
    }

    /** Keeps it, and lets {@code next} hear everything too. */
    public static ValidationHistory before(Observer next) {
        return new ValidationHistory(Objects.requireNonNull(next, "an observer is needed, got null: Observer.NONE hears nothing"));
    }

    /** What was kept, in the order of the epochs. */
    public List<Row> rows() {
        return List.copyOf(rows);
    }

    @Override
    public void epochEnded(Epoch epoch) {
        var every = Math.max(1, epoch.epochs() / POINTS);
        if (epoch.number() % every == 0 || epoch.number() == epoch.epochs() - 1) {
            epoch.metric(DatasetPart.VALIDATION, Metric.LOSS).ifPresent(loss -> rows.add(new Row(epoch.number(), loss,
                    epoch.metric(DatasetPart.VALIDATION, Metric.ACCURACY).orElse(Double.NaN))));
        }
        next.epochEnded(epoch);
    }

    @Override
    public boolean watchesSteps() {
        return next.watchesSteps();
    }

    @Override
    public void stepMade(TrainingStep step) {
        next.stepMade(step);
    }

    @Override
    public boolean watchesUpdates() {
        return next.watchesUpdates();
    }

    @Override
    public void checkpointWritten(int epochs) {
        next.checkpointWritten(epochs);
    }

    @Override
    public void checkpointFailed(int epochs, Exception reason) {
        next.checkpointFailed(epochs, reason);
    }
}
