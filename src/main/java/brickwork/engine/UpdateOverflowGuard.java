package brickwork.engine;

/**
 * Knows without looking at every parameter that an update leaves them finite: it carries bounds on the size of parameters and of the
 * optimizer's state from step to step ({@link UpdateRule#grow}). Only where a bound comes near the largest number must the parameters
 * themselves be asked.
 */
final class UpdateOverflowGuard {

    private final UpdateRule rule;
    private final double limit;
    private final double least;
    private double[] bounds;
    private double[] grown;

    /**
     * @param rule    the update
     * @param states  how many numbers the optimizer remembers of each parameter
     * @param largest the largest number of the number type
     * @param least   the least number of the number type
     */
    UpdateOverflowGuard(UpdateRule rule, int states, double largest, double least) {
        this.rule = rule;
        this.limit = largest / 4;
        this.least = least;
        this.bounds = new double[1 + states];
        this.grown = new double[1 + states];
    }

    /** Starts from a bound that was looked up: of the parameters with {@code which} 0, of the states with 1 and so on. */
    void reset(int which, double bound) {
        bounds[which] = bound;
    }

    /**
     * Whether a step with gradients of at most {@code g} surely stays finite; if so the bounds are carried over it, otherwise they stay.
     */
    boolean allows(double g, double rate) {
        rule.grow(bounds, grown, g, rate, least);
        for (var bound : grown) {
            if (!(bound < limit)) {
                return false;
            }
        }
        var before = bounds;
        bounds = grown;
        grown = before;
        return true;
    }
}
