package brickwork.train;

import brickwork.model.Optimizer;
import brickwork.model.Schedule;

/** The rate of an epoch, by the formulas of {@link Schedule}. Powers and cosines are StrictMath's, so that all machines agree. */
public final class Schedules {

    private Schedules() {}

    /**
     * The rate of {@code epoch}, counted from 0.
     *
     * @param epochs      E, the number of epochs
     * @param plateauRate the rate a plateau has come down to; counts only for {@link Schedule.Plateau}
     */
    public static double rate(Optimizer optimizer, int epoch, int epochs, double plateauRate) {
        var r = optimizer.rate();
        var e = (double) epoch;
        var warmup = optimizer.schedule().warmupEpochs();
        if (epoch < warmup) {
            return r * (e + 1) / warmup;
        }
        return switch (optimizer.schedule().decay()) {
            case Schedule.Constant _ -> r;
            case Schedule.Step(var factor, var every) -> r * StrictMath.pow(factor, epoch / every);
            case Schedule.Exponential(var factor) -> r * StrictMath.pow(factor, e);
            case Schedule.Inverse(var k) -> r / (1 + k * e);
            case Schedule.Cosine(var floor) -> floor + (r - floor) * (1 + StrictMath.cos(Math.PI * e / epochs)) / 2;
            case Schedule.Linear(var floor) -> r + (floor - r) * e / epochs;
            case Schedule.Plateau _ -> plateauRate;
        };
    }

    /** Whether the rates depend on how many epochs there are to be. */
    public static boolean dependOnEpochs(Schedule schedule) {
        return switch (schedule.decay()) {
            case Schedule.Cosine _, Schedule.Linear _ -> true;
            case Schedule.Constant _, Schedule.Step _, Schedule.Exponential _, Schedule.Inverse _, Schedule.Plateau _ -> false;
        };
    }
}
