package brickwork.engine;

import brickwork.model.Optimizer;

/**
 * Knows without looking at every parameter that an update leaves them finite: it carries bounds on the size of parameters and of the
 * optimizer's memory from step to step, by the optimizer's own formula with every term at its largest. Only where a bound comes near the
 * largest number must the parameters themselves be asked.
 */
final class UpdateOverflowGuard {

    /** More than all roundings of one step together. */
    private static final double SLACK = 1 + 1e-7;

    private final Optimizer.Rule rule;
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
        this.rule = rule;
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
        double newParameter;
        double newFirst = 0;
        double newSecond = 0;
        switch (rule) {
            case Optimizer.Sgd(var momentum, _) -> {
                newFirst = momentum == 0 ? 0 : SLACK * (momentum * first + g);
                newParameter = parameter + rate * (momentum == 0 ? g : newFirst + g);
            }
            case Optimizer.Adam adam -> {
                newFirst = SLACK * (adam.beta1() * first + (1 - adam.beta1()) * g);
                newSecond = SLACK * (adam.beta2() * second + (1 - adam.beta2()) * g * g);
                var longestStep = rate / (1 - adam.beta1());
                newParameter = Math.abs(1 - rate * adam.decay()) * parameter + longestStep * quotient(newFirst, adam.epsilon());
            }
            case Optimizer.RmsProp(var alpha, var epsilon) -> {
                newFirst = SLACK * (alpha * first + (1 - alpha) * g * g);
                newParameter = parameter + rate * quotient(g, epsilon);
            }
            case Optimizer.AdaGrad(var epsilon) -> {
                newFirst = SLACK * (first + g * g);
                newParameter = parameter + rate * quotient(g, epsilon);
            }
        }
        newParameter *= SLACK;
        if (!(newParameter < limit && newFirst < limit && newSecond < limit)) {
            return false;
        }
        reset(newParameter, newFirst, newSecond);
        return true;
    }

    private double quotient(double numerator, double epsilon) {
        return epsilon > epsilonUnit ? numerator / epsilon : Double.POSITIVE_INFINITY;
    }
}
