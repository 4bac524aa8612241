package brickwork.engine;

import brickwork.model.Optimizer;
import brickwork.model.UpdateBounds;

/**
 * Knows without looking at every parameter that an update leaves them finite: it carries bounds on the size of parameters and of the
 * optimizer's memory from step to step, by the optimizer's own formula with every term at its largest. Only where a bound comes near the
 * largest number must the parameters themselves be asked.
 */
final class UpdateOverflowGuard {

    /** More than all roundings of one step together. */
    private static final double SLACK = 1 + 1e-7;

    private final UpdateBounds bounds;
    private final double limit;
    private final double epsilonUnit;
    private double parameter;
    private double first;
    private double second;

    /**
     * @param rule    the update
     * @param largest the largest number of the number type
     * @param least   the least number of the number type; an epsilon below it counts as 0
     */
    UpdateOverflowGuard(Optimizer.Rule rule, double largest, double least) {
        this.bounds = rule.bounds();
        this.limit = largest / 4;
        this.epsilonUnit = least;
    }

    /** Starts from bounds that were looked up. */
    void reset(double parameterBound, double firstBound, double secondBound) {
        parameter = parameterBound;
        first = firstBound;
        second = secondBound;
    }

    /**
     * Whether a step with gradients of at most {@code g} surely stays finite; if so the bounds are carried over it, otherwise they stay.
     */
    boolean allows(double g, double rate) {
        var newFirst = SLACK * bounds.first().applyAsDouble(first, g);
        var newSecond = SLACK * bounds.second().applyAsDouble(second, g);
        var newParameter = SLACK * bounds.weight().after(parameter, newFirst, g, rate, epsilonUnit);
        if (!(newParameter < limit && newFirst < limit && newSecond < limit)) {
            return false;
        }
        reset(newParameter, newFirst, newSecond);
        return true;
    }
}
