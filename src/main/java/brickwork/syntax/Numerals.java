package brickwork.syntax;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The value of a number as written. */
final class Numerals {

    private static final Pattern PARTS = Pattern.compile("([0-9_]+(?:\\.[0-9_]+)?)(?:[eE]([+-]?[0-9]+))?(%?)");
    private static final int LARGEST_EXPONENT = 1_000_000_000;

    private Numerals() {}

    /**
     * The double nearest to a literal such as {@code 3}, {@code 0.5}, {@code 1e-4}, {@code 1_000} or {@code 50%}; infinite where it is too
     * large for a double.
     */
    static double value(String literal) {
        var parts = parts(literal);
        var mantissa = parts.group(1).replace("_", "");
        var exponent = exponent(parts) - (parts.group(3).isEmpty() ? 0 : 2);
        return Double.parseDouble(mantissa + "e" + exponent);
    }

    /** Whether a text is a number as the language writes one. */
    static boolean isLiteral(String text) {
        return PARTS.matcher(text).matches();
    }

    /** Whether every digit of a literal is 0. */
    static boolean isZero(String literal) {
        return parts(literal).group(1).chars().allMatch(c -> c == '0' || c == '_' || c == '.');
    }

    /** Exponents so large that the sign alone decides are cut, so that they fit. */
    private static int exponent(Matcher parts) {
        var digits = parts.group(2);
        if (digits == null) {
            return 0;
        }
        var significant = digits.replaceFirst("^[+-]?0*", "");
        var size = significant.length() > 9 ? LARGEST_EXPONENT : significant.isEmpty() ? 0 : Integer.parseInt(significant);
        return digits.charAt(0) == '-' ? -size : size;
    }

    private static Matcher parts(String literal) {
        var parts = PARTS.matcher(literal);
        if (!parts.matches()) {
            throw new IllegalArgumentException("a number literal was expected, got " + literal);
        }
        return parts;
    }
}
