package brickwork.verify.check;

import brickwork.source.DecimalText;
import brickwork.train.HistoryRow;
import brickwork.verify.Verdict;
import java.util.List;

/** How the loss goes from epoch to epoch; each row of a history is the mean of its batches, each before its update. */
public final class LossCourse {

    private LossCourse() {}

    /** The first row is at least so many times the last. */
    public static Verdict fallsByFactor(List<HistoryRow> history, double factor) {
        var first = history.getFirst().loss();
        var last = history.getLast().loss();
        var sentence = "the loss went from " + first + " to " + last + " in " + history.size() + " epochs, a factor of " + first / last;
        return first >= factor * last ? new Verdict.Passed(sentence)
                : new Verdict.Failed(sentence + " where at least " + DecimalText.of(factor) + " is stated");
    }

    /** Each row is below the one {@code window} epochs before it. */
    public static Verdict fallsOver(List<HistoryRow> history, int window) {
        if (history.size() <= window) {
            return new Verdict.Inconclusive("training ended after " + history.size() + " epochs, so there is no window of " + window);
        }
        for (var i = window; i < history.size(); i++) {
            var before = history.get(i - window);
            var row = history.get(i);
            if (!(row.loss() < before.loss())) {
                return new Verdict.Failed(
                        "the loss did not fall from epoch " + before.epoch() + " (" + before.loss() + ") to epoch " + row.epoch()
                                + " (" + row.loss() + ")");
            }
        }
        return new Verdict.Passed("the loss fell over each of " + (history.size() - window) + " windows of " + window + " epochs");
    }
}
