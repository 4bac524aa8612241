package brickwork.data;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a field of a csv file says. A number is written as in most languages: digits, a point, an exponent; no NaN, no infinity, no hex. */
final class NumberText {

    private static final Pattern COMMA_NUMBER = Pattern.compile("[+-]?[0-9]+,[0-9]+");
    private static final Set<String> MISSING = Set.of("", "na", "n/a", "nan", "null", "?");
    /** So many digits fit a long, and a double holds them exactly. */
    private static final int SURELY_EXACT = 15;

    private NumberText() {}

    static boolean isNumber(String field) {
        var at = afterSign(field, 0);
        var whole = afterDigits(field, at);
        var fraction = whole < field.length() && field.charAt(whole) == '.' ? afterDigits(field, whole + 1) : whole;
        var digits = whole - at + Math.max(0, fraction - whole - 1);
        if (digits == 0 || fraction == field.length()) {
            return digits > 0;
        }
        if (field.charAt(fraction) != 'e' && field.charAt(fraction) != 'E') {
            return false;
        }
        var exponent = afterSign(field, fraction + 1);
        return exponent < field.length() && afterDigits(field, exponent) == field.length();
    }

    /** Whether a field says that its value is not known, in one of the ways other programs write it. */
    static boolean isMissing(String field) {
        return field.length() <= 4 && MISSING.contains(field.toLowerCase(Locale.ROOT));
    }

    /** The value of a field for which {@link #isNumber} holds; infinite where a double cannot hold it. */
    static double value(String field) {
        var digitsAlone = field.length() <= SURELY_EXACT && afterDigits(field, 0) == field.length();
        return digitsAlone ? Long.parseLong(field) : Double.parseDouble(field);
    }

    /** What to do about a field that is no number. */
    static String cure(String field) {
        if (isMissing(field)) {
            return "fill it in, or leave the row out";
        }
        return COMMA_NUMBER.matcher(field).matches() ? "write a decimal point: `" + field.replace(',', '.') + "`"
                : "write a number, or name the columns to learn from with `features`";
    }

    private static int afterSign(String field, int at) {
        return at < field.length() && (field.charAt(at) == '+' || field.charAt(at) == '-') ? at + 1 : at;
    }

    private static int afterDigits(String field, int at) {
        var end = at;
        while (end < field.length() && field.charAt(end) >= '0' && field.charAt(end) <= '9') {
            end++;
        }
        return end;
    }
}
