package brickwork.report.trace;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers with ten significant digits, trailing zeros left out. */
final class Digits {

    private static final MathContext TEN = new MathContext(10, RoundingMode.HALF_EVEN);
    private static final int SMALLEST_PLAIN = -3;
    private static final int LARGEST_PLAIN = 9;

    private Digits() {}

    /** Such as {@code 0.5932699921}, {@code -0.3}, {@code 4.385677345e-4} or {@code 12}. */
    static String of(double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return value == 0 ? "0" : Double.toString(value);
        }
        var rounded = new BigDecimal(value).round(TEN).stripTrailingZeros();
        var exponent = rounded.precision() - rounded.scale() - 1;
        return exponent >= SMALLEST_PLAIN && exponent <= LARGEST_PLAIN
                ? rounded.toPlainString()
                : rounded.movePointLeft(exponent).toPlainString() + "e" + exponent;
    }

    /** The same as part of a larger expression: a negative number stands in parentheses. */
    static String operand(double value) {
        return value < 0 ? "(" + of(value) + ")" : of(value);
    }
}
