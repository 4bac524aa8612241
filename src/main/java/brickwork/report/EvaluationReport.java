package brickwork.report;

import brickwork.source.Plural;
import brickwork.train.metric.Metrics;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How well a network does on the rows of a file.
 *
 * @param rows       how many there are
 * @param classNames in the order of the matrix; empty where there are no classes
 * @param confusion  rows of a class (the outer list) by what they are taken for
 */
public record EvaluationReport(int rows, Metrics metrics, List<String> classNames, List<List<Integer>> confusion) {

    /** Every metric that has a value, a line each, and the confusion matrix, whose rows are the true classes. */
    public String text() {
        var text = new StringBuilder(Plural.of(rows, "row")).append('\n');
        metrics.values().forEach((metric, value) -> text.append(metric.word()).append(' ').append(TextReport.number(value)).append('\n'));
        if (!confusion.isEmpty()) {
            text.append("confusion, a row for each true class\n").append(matrix());
        }
        return text.toString();
    }

    private String matrix() {
        var names = classNames.isEmpty() ? IntStream.range(0, confusion.size()).mapToObj(String::valueOf).toList() : classNames;
        var first = names.stream().mapToInt(String::length).max().orElse(0);
        var widths = IntStream.range(0, names.size()).map(taken -> Math.max(names.get(taken).length(),
                confusion.stream().mapToInt(row -> String.valueOf(row.get(taken)).length()).max().orElse(0))).toArray();
        var text = new StringBuilder(line("", first, names, widths));
        for (var truth = 0; truth < names.size(); truth++) {
            text.append(line(names.get(truth), first, confusion.get(truth).stream().map(String::valueOf).toList(), widths));
        }
        return text.toString();
    }

    private static String line(String name, int first, List<String> fields, int[] widths) {
        return "  " + name + " ".repeat(first - name.length()) + IntStream.range(0, widths.length)
                .mapToObj(i -> " ".repeat(widths[i] - fields.get(i).length() + 2) + fields.get(i)).collect(Collectors.joining()) + "\n";
    }

    /** The same as an object: {@code rows}, {@code metrics}, {@code classes}, {@code confusion}. */
    public JsonObject json() {
        var object = new JsonObject().put("rows", rows).put("metrics", JsonReport.metrics(metrics)).put("classes", classNames);
        return confusion.isEmpty() ? object : object.put("confusion", confusion);
    }
}
