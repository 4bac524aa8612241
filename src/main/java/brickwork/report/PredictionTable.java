package brickwork.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Predictions as csv (RFC 4180): a header, then a row each: the class, where there are classes, and every output with all its digits. */
public final class PredictionTable {

    private PredictionTable() {}

    /**
     * @param names   one an output
     * @param outputs [rows][outputs]
     * @param classes one a row, or none
     */
    public static String csv(List<String> names, double[][] outputs, List<String> classes) {
        var text = new StringBuilder();
        text.append(line(Stream.concat(classes.isEmpty() ? Stream.of() : Stream.of("class"), names.stream())));
        for (var row = 0; row < outputs.length; row++) {
            text.append(line(Stream.concat(classes.isEmpty() ? Stream.of() : Stream.of(classes.get(row)),
                    DoubleStream.of(outputs[row]).mapToObj(Double::toString))));
        }
        return text.toString();
    }

    private static String line(Stream<String> fields) {
        return fields.map(PredictionTable::field).collect(Collectors.joining(",", "", "\n"));
    }

    private static String field(String text) {
        return text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r') ? text
                : "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
