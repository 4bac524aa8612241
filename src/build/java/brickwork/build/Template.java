package brickwork.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A Java source in which repeated lines are written once, for code that must stand unrolled. Lines that begin with # are for the template:
 * <pre>
 * #for 0 &lt;= row &lt; 4                the lines up to #end for row = 0, 1, 2, 3
 * #for rows in 8, 4, 2              the lines up to #end for rows = 8, 4, 2
 * #define sum(rows, distance)       gives the lines up to #end a name
 * #sum(4, LENGTH)                   the lines of that name, with 4 and LENGTH for rows and distance
 * </pre>
 * In all lines {@code $row} is the value of row, where row is in letters, and {@code ${2 * $row + 1}} is what the whole numbers come to.
 * A term {@code + 0 * x} is left out, and so is a factor {@code 1 * }.
 */
final class Template {

    private static final Pattern DIRECTIVE = Pattern.compile("( *)#(.*)");
    private static final Pattern RANGE = Pattern.compile("for (.+) <= ([a-z]+) < (.+)");
    private static final Pattern LIST = Pattern.compile("for ([a-z]+) in (.+)");
    private static final Pattern DEFINITION = Pattern.compile("define ([a-z]+)\\((.*)\\)");
    private static final Pattern CALL = Pattern.compile("([a-z]+)\\((.*)\\)");
    private static final Pattern VALUE = Pattern.compile("\\$([a-zA-Z]+)");
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^}]*)}");
    private static final Pattern NOTHING = Pattern.compile(" \\+ 0 \\* \\w+");
    private static final Pattern ONCE = Pattern.compile("(?<![\\w.])1 \\* ");

    private final Map<String, Definition> definitions = new HashMap<>();
    private final StringBuilder text = new StringBuilder();

    private Template() {}

    private record Definition(List<String> parameters, List<String> body) {}

    /**
     * The Java source.
     *
     * @throws IllegalArgumentException if a directive is not understood or not ended, or a name has no value
     */
    static String expand(String template) {
        var expansion = new Template();
        expansion.append(template.lines().toList(), Map.of());
        return expansion.text.toString();
    }

    private void append(List<String> lines, Map<String, String> values) {
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var directive = DIRECTIVE.matcher(line);
            if (!directive.matches()) {
                text.append(simplified(filled(line, values))).append('\n');
            } else if (directive.group(2).startsWith("for ") || directive.group(2).startsWith("define ")) {
                var end = end(lines, i);
                block(filled(directive.group(2), values), indented(lines.subList(i + 1, end), directive.group(1)), values);
                i = end;
            } else {
                call(filled(directive.group(2), values), directive.group(1), line);
            }
        }
    }

    /** The line of the #end that belongs to the block begun in line {@code start}. */
    private static int end(List<String> lines, int start) {
        var open = 0;
        for (var i = start; i < lines.size(); i++) {
            var line = lines.get(i).strip();
            open += line.startsWith("#for ") || line.startsWith("#define ") ? 1 : line.equals("#end") ? -1 : 0;
            if (open == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("no #end for: " + lines.get(start).strip());
    }

    private void block(String directive, List<String> body, Map<String, String> values) {
        var range = RANGE.matcher(directive);
        var list = LIST.matcher(directive);
        var definition = DEFINITION.matcher(directive);
        if (range.matches()) {
            for (var i = value(range.group(1)); i < value(range.group(3)); i++) {
                append(body, with(values, range.group(2), Integer.toString(i)));
            }
        } else if (list.matches()) {
            for (var item : list.group(2).split(", ")) {
                append(body, with(values, list.group(1), item));
            }
        } else if (definition.matches()) {
            definitions.put(definition.group(1), new Definition(List.of(definition.group(2).split(", ")), body));
        } else {
            throw new IllegalArgumentException("expected #for … <= name < …, #for name in … or #define name(…), got: #" + directive);
        }
    }

    private void call(String directive, String indentation, String line) {
        var call = CALL.matcher(directive);
        var definition = call.matches() ? definitions.get(call.group(1)) : null;
        if (definition == null) {
            throw new IllegalArgumentException("expected a directive or a name that was defined, got: " + line.strip());
        }
        var arguments = call.group(2).split(", ");
        if (arguments.length != definition.parameters.size()) {
            throw new IllegalArgumentException("expected values for " + definition.parameters + ", got: " + line.strip());
        }
        var values = new HashMap<String, String>();
        for (var i = 0; i < arguments.length; i++) {
            values.put(definition.parameters.get(i), arguments[i]);
        }
        append(indented(definition.body, indentation), values);
    }

    private static Map<String, String> with(Map<String, String> values, String name, String value) {
        var more = new HashMap<>(values);
        more.put(name, value);
        return more;
    }

    /** The lines moved sideways, so that the leftmost begins with {@code indentation}. */
    private static List<String> indented(List<String> lines, String indentation) {
        var moved = new ArrayList<String>();
        String.join("\n", lines).stripIndent().lines().forEach(line -> moved.add(line.isEmpty() ? line : indentation + line));
        return moved;
    }

    private static String filled(String line, Map<String, String> values) {
        var named = VALUE.matcher(line).replaceAll(name -> {
            if (!values.containsKey(name.group(1))) {
                throw new IllegalArgumentException("$" + name.group(1) + " has no value in: " + line.strip());
            }
            return values.get(name.group(1));
        });
        return EXPRESSION.matcher(named).replaceAll(expression -> Integer.toString(value(expression.group(1))));
    }

    private static String simplified(String line) {
        return ONCE.matcher(NOTHING.matcher(line).replaceAll("")).replaceAll("");
    }

    /** A sum of products and quotients of whole numbers. */
    private static int value(String expression) {
        var sum = 0;
        for (var term : expression.split("\\+")) {
            var factors = term.strip().split(" (?=[*/] )");
            var product = Integer.parseInt(factors[0]);
            for (var i = 1; i < factors.length; i++) {
                var factor = Integer.parseInt(factors[i].substring(2));
                product = factors[i].startsWith("*") ? product * factor : product / factor;
            }
            sum += product;
        }
        return sum;
    }
}
