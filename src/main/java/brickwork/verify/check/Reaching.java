package brickwork.verify.check;

import brickwork.model.DatasetPart;
import brickwork.model.Metric;
import brickwork.source.DecimalText;
import brickwork.train.TrainingResult;
import brickwork.verify.Verdict;
import java.util.Optional;
import java.util.OptionalInt;

/** How many epochs it takes until a metric is good enough at the end of one of them. */
public final class Reaching {

    private Reaching() {}

    /**
     * A metric that should be high is at least {@code value}, one that should be low at most, at the end of some epoch up to
     * {@code epochs}.
     *
     * @param part absent: test where there is one, else train
     */
    public static Verdict within(Subject subject, Metric metric, Optional<DatasetPart> part, double value, int epochs) {
        var of = part.orElse(subject.dataset().defaultPart());
        var best = new double[] {Double.NaN};
        var taken = epochs(subject, metric, of, value, epochs, best);
        var what = metric.word() + " on " + of.word();
        if (taken.isPresent()) {
            return new Verdict.Passed(what + " is " + best[0] + " after " + taken.getAsInt() + " epochs");
        }
        return Double.isNaN(best[0]) ? new Verdict.Inconclusive(what + " has no value") : new Verdict.Failed(what + " is " + best[0]
                + " at best at the end of the first " + epochs + " epochs, it does not reach " + DecimalText.of(value));
    }

    /** The epochs it takes; empty where it takes more. {@code best} receives the best value seen. */
    static OptionalInt epochs(Subject subject, Metric metric, DatasetPart part, double value, int most, double[] best) {
        var taken = new int[1];
        var result = subject.train(epoch -> {
            var measured = epoch.metric(part, metric).orElse(Double.NaN);
            if (Double.isNaN(best[0]) || (metric.higherIsBetter() ? measured > best[0] : measured < best[0])) {
                best[0] = measured;
            }
            var reached = metric.higherIsBetter() ? measured >= value : measured <= value;
            taken[0] = reached ? epoch.number() + 1 : taken[0];
            if (reached || epoch.number() + 1 >= most) {
                epoch.cancel();
            }
        });
        return taken[0] == 0 || result instanceof TrainingResult.Diverged ? OptionalInt.empty() : OptionalInt.of(taken[0]);
    }

    /**
     * The mean number of epochs it takes under several seeds is at most {@code stated}; {@code subjects} are the same under each of them.
     */
    public static Verdict inTheMean(Iterable<Subject> subjects, Metric metric, double value, double stated) {
        var sum = 0.0;
        var count = 0;
        for (var subject : subjects) {
            var of = subject.dataset().defaultPart();
            var best = new double[] {Double.NaN};
            var taken = epochs(subject, metric, of, value, Integer.MAX_VALUE, best);
            if (taken.isEmpty()) {
                return new Verdict.Failed(
                        "with seed " + subject.network().seed() + " " + metric.word() + " on " + of.word() + " is " + best[0]
                                + " at best, it does not reach " + DecimalText.of(value));
            }
            sum += taken.getAsInt();
            count++;
        }
        var sentence = metric.word() + " reaches " + DecimalText.of(value) + " after " + sum / count + " epochs in the mean of " + count
                + " seeds";
        return sum <= stated * count ? new Verdict.Passed(sentence)
                : new Verdict.Failed(sentence + ", stated are " + DecimalText.of(stated));
    }
}
