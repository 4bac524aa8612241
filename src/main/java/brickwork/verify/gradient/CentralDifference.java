package brickwork.verify.gradient;

import brickwork.verify.reference.DoubleDouble;
import java.util.function.UnaryOperator;

/**
 * The slope at 0 of a curve that is smooth there: central differences at a step and its half, extrapolated to step 0 as Richardson (1911)
 * has it, (4·D(h/2) - D(h))/3. The step begins at a millionth and shrinks until both differences agree; with 30 digits rounding does not
 * matter at any of these steps.
 */
final class CentralDifference {

    private static final double FIRST_STEP = 0x1p-20;
    private static final int MOST_SHRINKS = 5;
    private static final double SHRINK = 0x1p-8;
    /** Where the plain differences agree to this relative error, the extrapolated one is good to about its square. */
    private static final double AGREEMENT = 1e-9;
    /** A disagreement below {@code AGREEMENT} times this does not matter: the check compares with no less than 1e-5. */
    private static final double NEGLIGIBLE = 1e-7;

    private CentralDifference() {}

    /**
     * The slope of {@code curve} at 0.
     *
     * @param scale the size of what is moved; the first step is in proportion to it where it exceeds 1
     */
    static DoubleDouble slope(UnaryOperator<DoubleDouble> curve, double scale) {
        var step = firstStep(scale);
        for (var shrinks = 0;; shrinks++) {
            var wide = difference(curve, step);
            var narrow = difference(curve, step / 2);
            var extrapolated = narrow.times(4).minus(wide).over(DoubleDouble.exactly(3));
            var disagreement = Math.abs(narrow.minus(wide).value());
            if (disagreement <= AGREEMENT * Math.max(NEGLIGIBLE, Math.abs(extrapolated.value())) || shrinks == MOST_SHRINKS) {
                return extrapolated;
            }
            step *= SHRINK;
        }
    }

    /** The power of 2 tried first, for a point of the size of {@code scale}. */
    static double firstStep(double scale) {
        return FIRST_STEP * Math.max(1, Math.scalb(1.0, Math.getExponent(scale)));
    }

    /** (curve(h) - curve(-h)) / 2h, the step a power of 2. */
    private static DoubleDouble difference(UnaryOperator<DoubleDouble> curve, double step) {
        return curve.apply(DoubleDouble.exactly(step)).minus(curve.apply(DoubleDouble.exactly(-step))).times(1 / (2 * step));
    }
}
