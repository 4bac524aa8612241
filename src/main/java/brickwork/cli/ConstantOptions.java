package brickwork.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** {@code --set NAME=VALUE}, which overrides constants of a spec. */
final class ConstantOptions {

    private static final Pattern PERCENT = Pattern.compile("(.+)%");

    @Option(names = "--set", paramLabel = "NAME=VALUE", description = "override a constant of the spec; may be given again")
    private String[] assignments = {};

    /** The overrides in the order given. */
    Map<String, Double> overrides() {
        var overrides = new LinkedHashMap<String, Double>();
        for (var assignment : assignments) {
            var equals = assignment.indexOf('=');
            if (equals < 1) {
                throw CommandFailure.options(assignment, "--set takes NAME=VALUE", "--set steps=10000");
            }
            var name = assignment.substring(0, equals).strip();
            if (overrides.put(name, number(assignment, assignment.substring(equals + 1).strip())) != null) {
                throw CommandFailure.options(assignment, name + " is set twice", "keep one of the two");
            }
        }
        return overrides;
    }

    private static double number(String assignment, String written) {
        try {
            var percent = PERCENT.matcher(written);
            var digits = (percent.matches() ? percent.group(1) : written).replace("_", "");
            if (!digits.matches("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d+)?")) {
                throw new NumberFormatException();
            }
            var value = Double.parseDouble(digits);
            if (Double.isInfinite(value)) {
                throw CommandFailure.options(assignment, "the number is too large", "at most 1.7e308");
            }
            return percent.matches() ? value / 100 : value;
        } catch (NumberFormatException notANumber) {
            throw CommandFailure.options(assignment, "a constant is a number, not " + (written.isEmpty() ? "empty" : written),
                    "--set NAME=0.5, 1e-3 or 20%");
        }
    }
}
