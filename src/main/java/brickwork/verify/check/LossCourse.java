package brickwork.verify.check;

import brickwork.check.Claims;
import brickwork.model.Relation;
import brickwork.source.DecimalText;
import brickwork.train.HistoryRow;
import brickwork.verify.TrainingCheck;
import brickwork.verify.Evidence;
import brickwork.verify.Requirement;
import brickwork.verify.Trial;
import brickwork.verify.Verdict;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * How the loss goes from epoch to epoch. A row of the history holds the mean of its batches, each before its update; epochs count from 0.
 */
public sealed interface LossCourse extends TrainingCheck {

    @Override
    default String sentence() {
        return switch (this) {
            case Decreases _ -> "loss decreases";
            case DecreasesEveryEpoch _ -> "loss decreases every epoch";
            case FallsOver(var window) -> "the loss falls over every " + window + " epochs";
            case FallsByFactor(var factor) -> "the loss falls by a factor of at least " + DecimalText.of(factor);
            case FallsWithin(var factor, var epochs) ->
                    "loss falls by " + DecimalText.of(factor) + "x within " + NumberVerdicts.epochs(epochs);
            case RisesAfter(var epoch) -> "the loss rises in every epoch after " + epoch;
            case OfEpoch(var epoch, var required) -> "the loss of epoch " + epoch + " " + required.text();
        };
    }

    /** What the language states of it. */
    static LossCourse of(Claims.OfLossCourse claim) {
        return switch (claim) {
            case Claims.LossDecreases(var everyEpoch) -> everyEpoch ? new DecreasesEveryEpoch() : new Decreases();
            case Claims.LossFalls(var factor, var epochs) -> new FallsWithin(factor, epochs);
        };
    }

    /** Judges the history of a training that came to its end. */
    Verdict judge(List<HistoryRow> history, Trial trial);

    @Override
    default Verdict judge(Trial trial) {
        return trial.whenTrained(finished -> judge(finished.report().history(), trial));
    }

    /** The last row is below the first. */
    record Decreases() implements LossCourse {

        @Override
        public Verdict judge(List<HistoryRow> history, Trial trial) {
            return Verdict.of(history.getLast().loss() < history.getFirst().loss(), course(history));
        }
    }

    /** Each row is below the one before it. */
    record DecreasesEveryEpoch() implements LossCourse {

        @Override
        public Verdict judge(List<HistoryRow> history, Trial trial) {
            return fallsOver(history, 1, course(history));
        }
    }

    /** Each row is below the one {@code window} epochs before it. */
    record FallsOver(int window) implements LossCourse {

        @Override
        public Verdict judge(List<HistoryRow> history, Trial trial) {
            return fallsOver(history, window, Evidence.of("the loss fell over each of {windows} windows of {window} epochs")
                    .with("windows", history.size() - window).with("window", window));
        }
    }

    /** The first row is at least {@code factor} times the last. */
    record FallsByFactor(double factor) implements LossCourse {

        @Override
        public Verdict judge(List<HistoryRow> history, Trial trial) {
            var first = history.getFirst().loss();
            var last = history.getLast().loss();
            var evidence = course(history).and(", a factor of {factor}").with("factor", first / last);
            return first >= factor * last ? new Verdict.Passed(evidence)
                    : new Verdict.Failed(evidence.and(" where at least {stated} is stated").with("stated", factor));
        }
    }

    /**
     * Some row among the first {@code epochs} is at most the first row divided by {@code factor}. Of a first row that is not above 0 that
     * cannot be said.
     *
     * @param factor above 1
     * @param epochs at least 2, for the first row is where the loss falls from
     */
    record FallsWithin(double factor, int epochs) implements LossCourse {

        public FallsWithin {
            if (!(factor > 1) || epochs < 2) {
                throw new IllegalArgumentException(
                        "a loss falls by a factor above 1 within at least 2 epochs, got " + factor + " and " + epochs);
            }
        }

        @Override
        public Verdict judge(List<HistoryRow> history, Trial trial) {
            var first = history.getFirst().loss();
            if (!(first > 0)) {
                return new Verdict.Inconclusive(
                        Evidence.of("the loss of the first epoch is {first}, and only one above 0 falls by a factor").with("first", first));
            }
            var meant = history.subList(0, Math.min(epochs, history.size()));
            return meant.stream().filter(row -> first >= factor * row.loss()).findFirst()
                    .<Verdict>map(row -> new Verdict.Passed(fall(first, row).and(" ({required})")))
                    .orElseGet(() -> new Verdict.Failed(fall(first, Collections.min(meant, Comparator.comparingDouble(HistoryRow::loss)))
                            .and(", not {negated}, at the lowest of " + NumberVerdicts.epochs(meant.size()))
                            .with("within", epochs)));
        }

        /** From the first row to another; to 0 or below it is by any factor. */
        private Evidence fall(double first, HistoryRow row) {
            return Evidence.of("the loss went from {first} to {last} in " + NumberVerdicts.epochs(row.epoch() + 1)
                    + ", a factor of {measured:%.6g}").with("first", first).with("last", row.loss()).with("epochs", row.epoch() + 1)
                    .measured(row.loss() > 0 ? first / row.loss() : Double.POSITIVE_INFINITY)
                    .required(Requirement.of(Relation.GREATER_OR_EQUAL, factor));
        }
    }

    /** Each row after that of {@code epoch} is above the one before it. */
    record RisesAfter(int epoch) implements LossCourse {

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
