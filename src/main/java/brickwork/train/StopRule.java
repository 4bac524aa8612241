package brickwork.train;

import brickwork.model.Metric;
import brickwork.model.Training.Stop;
import brickwork.train.StoppingState.Rule;

/** One {@code stop} statement, and what it has seen so far. */
final class StopRule {

    private final Stop stop;
    private Rule seen = new Rule(0, Double.NaN, -1);

    StopRule(Stop stop) {
        this.stop = stop;
    }

    Stop stop() {
        return stop;
    }

    Metric metric() {
        return switch (stop) {
            case Stop.When when -> when.metric();
            case Stop.Stalls stalls -> stalls.metric();
        };
    }

    boolean keepsBest() {
        return stop instanceof Stop.Stalls stalls && stalls.keepBest();
    }

    /**
     * Takes the metric of an epoch that ended; NaN, for a metric without a value, neither holds nor is better than anything.
     *
     * @return whether training is to end
     */
    boolean observe(int epoch, double value) {
        return switch (stop) {
            case Stop.When when -> {
                var count = when.relation().holds(value, when.value()) ? seen.count() + 1 : 0;
                seen = new Rule(count, seen.best(), seen.bestEpoch());
                yield count >= when.epochs();
            }
            case Stop.Stalls stalls -> {
                seen = better(value) ? new Rule(0, value, epoch) : new Rule(seen.count() + 1, seen.best(), seen.bestEpoch());
                yield seen.count() >= stalls.epochs();
            }
        };
    }

    /** Strictly better; anything is better than nothing. */
    private boolean better(double value) {
        return !Double.isNaN(value)
                && (Double.isNaN(seen.best()) || (metric().higherIsBetter() ? value > seen.best() : value < seen.best()));
    }

    Rule seen() {
        return seen;
    }

    void restore(Rule state) {
        seen = state;
    }
}
