package brickwork.report.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The equations of a trace, each with its sides in numbers.
 *
 * @param line  as written, its continuations joined to it
 * @param sides those without letters; the last is a plain number
 */
record Equations(String line, List<String> sides) {

    /** Symbols and words; functions and exponents are none. */
    private static final Pattern LETTERS = Pattern.compile("(?<![a-z])(?!tanh|sqrt|sign|erf|max|min|ln|pi|e-?\\d|e\\^)[A-Za-z]");
    private static final Pattern REMARKS = Pattern.compile(" of samples? \\d+( to \\d+)?|, dropped$|, cut from .*|, where it was .*");

    static List<Equations> of(String text) {
        var equations = new ArrayList<Equations>();
        for (var line : joined(text)) {
            for (var statement : line.split("(?<=\\S), (?=[vmp]'? = )")) {
                var plain = REMARKS.matcher(statement).replaceAll("");
                var sides = Arrays.stream(plain.split(" = ")).map(String::strip).filter(side -> !LETTERS.matcher(side).find()).toList();
                if (sides.size() > 1) {
                    equations.add(new Equations(line, sides));
                }
            }
        }
        return equations;
    }

    private static List<String> joined(String text) {
        var lines = new ArrayList<String>();
        for (var line : text.lines().toList()) {
            var goesOn = !lines.isEmpty() && (line.strip().startsWith("= ") || lines.getLast().endsWith(" +"));
            if (goesOn) {
                lines.add(lines.removeLast() + " " + line.strip());
            } else {
                lines.add(line);
            }
        }
        return lines;
    }
}
