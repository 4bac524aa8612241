package brickwork.train;

import brickwork.model.Metric;
import brickwork.model.Training.Stop;

/** One {@code stop} statement, and what it has seen so far. */
final class StopRule {

    private final Stop stop;
    private Memory memory = new Memory(0, Double.NaN, -1);

    /**
     * What a rule remembers.
     *
     * @param count     epochs running in which the comparison held, or since the best
     * @param best      the best value so far; NaN before there is one
     * @param bestEpoch its epoch, or -1
     */
    record Memory(int count, double best, int bestEpoch) {}

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
                var count = when.relation().holds(value, when.value()) ? memory.count() + 1 : 0;
                memory = new Memory(count, memory.best(), memory.bestEpoch());
                yield count >= when.epochs();
            }
            case Stop.Stalls stalls -> {
                memory = better(value) ? new Memory(0, value, epoch) : new Memory(memory.count() + 1, memory.best(), memory.bestEpoch());
                yield memory.count() >= stalls.epochs();
            }
        };
    }

    /** Strictly better; anything is better than nothing. */
    private boolean better(double value) {
        return !Double.isNaN(value)
                && (Double.isNaN(memory.best()) || (metric().higherIsBetter() ? value > memory.best() : value < memory.best()));
    }

    Memory memory() {
        return memory;
    }

    void restore(Memory remembered) {
        memory = remembered;
    }
}
