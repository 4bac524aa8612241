package brickwork.data;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a field of a csv file says. */
final class NumberText {

    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
    private static final Pattern COMMA_NUMBER = Pattern.compile("[+-]?[0-9]+,[0-9]+");
    private static final Set<String> MISSING = Set.of("", "na", "n/a", "nan", "null", "?");

    private NumberText() {}

    static boolean isNumber(String field) {
        return !field.isEmpty() && NUMBER.matcher(field).matches();
    }

    /** Whether a field says that its value is not known, in one of the ways other programs write it. */
    static boolean isMissing(String field) {
        return field.length() <= 4 && MISSING.contains(field.toLowerCase(Locale.ROOT));
    }

    /** The value of a field for which {@link #isNumber} holds; infinite where a double cannot hold it. */
    static double value(String field) {
        return Double.parseDouble(field);
    }

    /** What to do about a field that is no number. */
    static String cure(String field) {
        return isMissing(field) ? "fill it in, or leave the row out"
                : COMMA_NUMBER.matcher(field).matches() ? "write a decimal point: " + field.replace(',', '.')
                : "write a number, or name the columns to learn from with features";
    }
}
