package brickwork.source;

/** Numbers as the language writes them: the shortest text that is read back as the same double. */
public final class DecimalText {

    private static final double LARGEST_EXACT = 9_007_199_254_740_992.0;

    private DecimalText() {}

    /** Such as {@code 3}, {@code 0.5}, {@code 1e-5}, {@code -0.1}; for a value that is not finite, what Java calls it. */
    public static String of(double value) {
        if (value == Math.rint(value) && Math.abs(value) <= LARGEST_EXACT) {
            var whole = Long.toString((long) value);
            return value == 0 && 1 / value < 0 ? "-" + whole : whole;
        }
        return Double.toString(value).replace(".0E", "e").replace('E', 'e');
    }
}
