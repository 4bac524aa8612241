package brickwork.verify.check;

import brickwork.data.Dataset;
import brickwork.model.DatasetPart;
import brickwork.model.Metric;
import brickwork.model.Training;
import brickwork.source.DecimalText;
import brickwork.train.TrainingResult;
import brickwork.verify.Verdict;
import java.util.Locale;
import java.util.Optional;

/**
 * A network that can learn at all learns a few samples by heart: the first ones of the training part alone, with the spec's optimizer and
 * batch, dropout and penalties off.
 */
public final class Overfit {

    private Overfit() {}

    /** The data loss over these samples falls below {@code bound} within {@code epochs} epochs. */
    public static Verdict reaches(Subject subject, int samples, double bound, int epochs) {
        var dataset = subject.dataset();
        var few = new Dataset(dataset.train().first(samples), Optional.empty(), Optional.empty(), dataset.scaling(), dataset.classNames());
        var old = subject.training();
        var network = Changed.of(subject.network()).withoutDropout().withoutPenalties()
                .training(new Training(epochs, old.batch(), old.shuffle(), old.origin())).network();
        var least = new double[] {Double.POSITIVE_INFINITY};
        var result = subject.with(network).with(few).train(epoch -> {
            least[0] = Math.min(least[0], epoch.metric(DatasetPart.TRAIN, Metric.DATA_LOSS).orElseThrow());
            if (least[0] < bound) {
                epoch.cancel();
            }
        });
        var sentence = String.format(Locale.ROOT, "the data loss over %d samples is %.6g at best after %d epochs", few.train().count(),
                least[0],
                result.report().epochs());
        return least[0] < bound ? new Verdict.Passed(sentence) : new Verdict.Failed(sentence + ", not below " + DecimalText.of(bound)
                + (result instanceof TrainingResult.Diverged diverged ? "; " + diverged.message() : ""));
    }
}
