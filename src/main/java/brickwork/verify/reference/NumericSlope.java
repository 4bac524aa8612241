package brickwork.verify.reference;

import java.util.function.DoubleUnaryOperator;

/**
 * The derivative of a function of which only values in doubles are known: central differences at steps that halve, extrapolated to step 0
 * (Richardson 1911), and of all extrapolations the one whose neighbours agree with it best, rounding counted in (Ridders 1982). Where a
 * bound leaves no room for central differences they are taken on the side that has it. For a smooth function the answer is good to some
 * 13 digits.
 */
final class NumericSlope {

    /** Not a power of 2, so that no step is a whole number of usual periods. */
    private static final double FIRST_STEP = 0.3819660112501051;
    private static final int STEPS = 32;
    private static final int MOST_ORDERS = 7;
    /** Values and agreements of fewer steps may be accidents. */
    private static final int FEWEST_STEPS = 4;
    /** Less room than this share of the first step on either side makes differences one-sided. */
    private static final double ROOM = 0x1p-6;
    /** What two values in doubles are off, as a share of them. */
    private static final double ROUNDING = 0x1p-52;

    private NumericSlope() {}

    /** f'(x). */
    static double of(DoubleUnaryOperator f, double x) {
        return of(f, x, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /** f'(x) by values between {@code low} and {@code high} alone; where x lies outside, the derivative at the nearer of them. */
    static double of(DoubleUnaryOperator f, double x, double low, double high) {
        var point = Math.clamp(x, low, high);
        var step = FIRST_STEP * Math.max(1, Math.scalb(1.0, Math.getExponent(point)));
        var below = point - low;
        var above = high - point;
        if (Math.min(below, above) >= ROOM * step) {
            return extrapolated(f, point, -1, 1, Math.min(step, Math.min(below, above)), 4);
        }
        return above > below
                ? extrapolated(f, point, 0, 1, Math.min(step, above), 2)
                : extrapolated(f, point, -1, 0, Math.min(step, below), 2);
    }

    /** Differences between x + left·h and x + right·h; {@code base} is by what each extrapolation's error shrinks with half the step. */
    private static double extrapolated(DoubleUnaryOperator f, double x, int left, int right, double firstStep, int base) {
        var before = new double[MOST_ORDERS];
        var best = Double.NaN;
        var least = Double.POSITIVE_INFINITY;
        var step = firstStep;
        for (var i = 0; i < STEPS; i++, step /= 2) {
            var from = x + left * step;
            var to = x + right * step;
            var low = f.applyAsDouble(from);
            var high = f.applyAsDouble(to);
            var noise = ROUNDING * Math.max(Math.abs(low), Math.abs(high)) / (to - from);
            var row = new double[MOST_ORDERS];
            row[0] = (high - low) / (to - from);
            var power = 1.0;
            for (var order = 1; order <= Math.min(i, MOST_ORDERS - 1); order++) {
                power *= base;
                row[order] = row[order - 1] + (row[order - 1] - before[order - 1]) / (power - 1);
                var error = noise + Math.max(Math.abs(row[order] - row[order - 1]), Math.abs(row[order] - before[order - 1]));
                if (i >= FEWEST_STEPS - 1 && error < least) {
                    least = error;
                    best = row[order];
                }
            }
            if (2 * noise > least) {
                break; // half the step would double the rounding
            }
            before = row;
        }
        return best;
    }
}
