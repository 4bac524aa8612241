package brickwork.verify.check;

import brickwork.check.Claims;
import brickwork.source.DecimalText;
import brickwork.train.HistoryRow;
import brickwork.verify.Check;
import brickwork.verify.Evidence;
import brickwork.verify.Replay;
import brickwork.verify.Requirement;
import brickwork.verify.Trial;
import brickwork.verify.Verdict;
import java.util.List;

/**
 * How the loss goes from epoch to epoch. A row of the history holds the mean of its batches, each before its update; epochs count from 0.
 */
public sealed interface LossCourse extends Check {

    /** What the language states of it. */
    static LossCourse of(Claims.OfLossCourse claim) {
        return switch (claim) {
            case Claims.LossDecreases(var everyEpoch) -> everyEpoch ? new DecreasesEveryEpoch() : new Decreases();
        };
    }

    /** Judges the history of a training that came to its end. */
    Verdict judge(List<HistoryRow> history, Trial trial);

    @Override
    default Verdict judge(Trial trial) {
        return trial.whenTrained(finished -> judge(finished.report().history(), trial));
    }

    @Override
    default Replay.Command replay() {
        return Replay.Command.TRAIN;
    }

    /** The last row is below the first. */
    record Decreases() implements LossCourse {

        @Override
        public String sentence() {
            return "loss decreases";
        }

        @Override
        public Verdict judge(List<HistoryRow> history, Trial trial) {
            return Verdict.of(history.getLast().loss() < history.getFirst().loss(), course(history));
        }
    }

    /** Each row is below the one before it. */
    record DecreasesEveryEpoch() implements LossCourse {

        @Override
        public String sentence() {
            return "loss decreases every epoch";
        }

        @Override
        public Verdict judge(List<HistoryRow> history, Trial trial) {
            return fallsOver(history, 1, course(history));
        }
    }

    /** Each row is below the one {@code window} epochs before it. */
    record FallsOver(int window) implements LossCourse {

        @Override
        public String sentence() {
            return "the loss falls over every " + window + " epochs";
        }

        @Override
        public Verdict judge(List<HistoryRow> history, Trial trial) {
            return fallsOver(history, window, Evidence.of("the loss fell over each of {windows} windows of {window} epochs")
                    .with("windows", history.size() - window).with("window", window));
        }
    }

    /** The first row is at least {@code factor} times the last. */
    record FallsByFactor(double factor) implements LossCourse {

        @Override
        public String sentence() {
            return "the loss falls by a factor of at least " + DecimalText.of(factor);
        }

        @Override
        public Verdict judge(List<HistoryRow> history, Trial trial) {
            var first = history.getFirst().loss();
            var last = history.getLast().loss();
            var evidence = course(history).and(", a factor of {factor}").with("factor", first / last);
            return first >= factor * last ? new Verdict.Passed(evidence)
                    : new Verdict.Failed(evidence.and(" where at least {stated} is stated").with("stated", factor));
        }
    }

    /** Each row after that of {@code epoch} is above the one before it. */
    record RisesAfter(int epoch) implements LossCourse {

        @Override
        public String sentence() {
            return "the loss rises in every epoch after " + epoch;
        }

        @Override
        public Verdict judge(List<HistoryRow> history, Trial trial) {
            if (epoch < 0 || epoch >= history.size() - 1) {
                return Verdict.inconclusive("there is no epoch after " + epoch + ": " + history.size() + " were trained");
            }
            for (var i = epoch + 1; i < history.size(); i++) {
                if (!(history.get(i).loss() > history.get(i - 1).loss())) {
                    return new Verdict.Failed(between("the loss did not rise", history.get(i - 1), history.get(i)));
                }
            }
            return new Verdict.Passed(Evidence.of("the loss rose in each of {epochs} epochs").with("epochs", history.size() - 1 - epoch));
        }
    }

    /** The loss of one epoch meets a requirement. */
    record OfEpoch(int epoch, Requirement required) implements LossCourse {

        @Override
        public String sentence() {
            return "the loss of epoch " + epoch + " " + required.text();
        }

        @Override
        public Verdict judge(List<HistoryRow> history, Trial trial) {
            return epoch >= history.size() ? Verdict.inconclusive("training ended after " + NumberVerdicts.epochs(history.size()))
                    : NumberVerdicts.judge("the loss of epoch " + epoch, history.get(epoch).loss(), required,
                            trial.specification().precision());
        }
    }

    private static Evidence course(List<HistoryRow> history) {
        return Evidence.of("the loss went from {first} to {last} in " + NumberVerdicts.epochs(history.size()))
                .with("first", history.getFirst().loss()).with("last", history.getLast().loss()).with("epochs", history.size());
    }

    private static Verdict fallsOver(List<HistoryRow> history, int window, Evidence whenPassed) {
        if (history.size() <= window) {
            return Verdict
                    .inconclusive("training ended after " + NumberVerdicts.epochs(history.size()) + ", so there is no window of " + window);
        }
        for (var i = window; i < history.size(); i++) {
            if (!(history.get(i).loss() < history.get(i - window).loss())) {
                return new Verdict.Failed(between("the loss did not fall", history.get(i - window), history.get(i)));
            }
        }
        return new Verdict.Passed(whenPassed);
    }

    private static Evidence between(String words, HistoryRow before, HistoryRow row) {
        return Evidence.of(words + " from epoch {from} ({before}) to epoch {to} ({after})").with("from", before.epoch())
                .with("before", before.loss()).with("to", row.epoch()).with("after", row.loss());
    }
}
