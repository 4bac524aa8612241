package brickwork.model;

import java.util.function.DoubleBinaryOperator;

/**
 * How large an update can make numbers, given bounds on those before it and on the gradients.
 *
 * @param first  of a bound on |what is remembered first| and one on every |gradient|: a bound on the first after the step
 * @param second the same for what is remembered second
 * @param weight a bound on every |weight| after the step
 */
public record UpdateBounds(DoubleBinaryOperator first, DoubleBinaryOperator second, Weight weight) {

    private static final DoubleBinaryOperator NOTHING = (_, _) -> 0;

    /** A bound on weights. */
    @FunctionalInterface
    public interface Weight {
        /**
         * A bound on every |weight| after the step.
         *
         * @param w     one on every |weight| before it
         * @param first one on |what is remembered first| after it
         * @param g     one on every |gradient|
         * @param rate  the rate of the step
         * @param least an epsilon that is not above it counts as 0
         */
        double after(double w, double first, double g, double rate, double least);
    }

    /** Nothing is remembered. */
    static UpdateBounds of(Weight weight) {
        return new UpdateBounds(NOTHING, NOTHING, weight);
    }

    /** One number is remembered. */
    static UpdateBounds of(DoubleBinaryOperator first, Weight weight) {
        return new UpdateBounds(first, NOTHING, weight);
    }

    /** At least {@code numerator}/(something that is not negative + epsilon). */
    static double quotient(double numerator, double epsilon, double least) {
        return epsilon > least ? numerator / epsilon : Double.POSITIVE_INFINITY;
    }
}
