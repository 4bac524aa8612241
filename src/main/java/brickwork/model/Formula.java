package brickwork.model;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A formula as text with places for numbers: {@code {z}} stands for a number or its letter, {@code [z]} for one that goes into parentheses
 * where it is negative, {@code {-z}} for its negative.
 *
 * @param factor what both pieces are multiplied by; empty for nothing
 * @param above  the formula, or the piece of it where z > 0
 * @param below  the other piece; empty where one formula holds for every z
 */
public record Formula(String factor, String above, String below) {

    private static final Pattern PLACE = Pattern.compile("\\{(-?\\w+)}|\\[(\\w+)]");

    /** One formula for every z. */
    public static Formula of(String text) {
        return new Formula("", text, "");
    }

    /** A piece for z > 0, and one for all other z. */
    public static Formula pieces(String above, String below) {
        return new Formula("", above, below);
    }

    /** Each piece times a factor. */
    Formula times(String other) {
        return new Formula(other, above, below);
    }

    /** The formula with its letters, except for those that {@code number} knows better. */
    public String text(UnaryOperator<String> number) {
        return text(number, number);
    }

    /** The same; {@code operand} gives the text of what a letter stands for as part of a larger expression. */
    public String text(UnaryOperator<String> number, UnaryOperator<String> operand) {
        var whole = below.isEmpty() ? above : above + " where z > 0, else " + below;
        return fill(factor.isEmpty() ? whole : factor + "*(" + whole + ")", number, operand);
    }

    /**
     * What of it counts at a number z.
     *
     * @param number  the text of what a letter stands for
     * @param operand the same as part of a larger expression
     */
    public String textAt(double z, UnaryOperator<String> number, UnaryOperator<String> operand) {
        var piece = below.isEmpty() || z > 0 ? above : below;
        return fill(factor.isEmpty() ? piece : piece.equals("1") ? factor : factor + "*" + piece, number, operand);
    }

    private static String fill(String text, UnaryOperator<String> number, UnaryOperator<String> operand) {
        return PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(
                place.group(1) == null ? operand.apply(place.group(2)) : number.apply(place.group(1))));
    }
}
