package brickwork.data;

import brickwork.model.Missing;
import brickwork.source.Code;
import brickwork.source.Origin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How the columns of a csv file become inputs: categories, and what stands for missing cells, are those of the training part alone.
 *
 * @param train  rows of the table
 * @param origin where the source is named
 */
record ColumnFit(SampleTable table, int[] train, Origin origin) {

    /** The same samples with their inputs, and how they were made; a table whose cells are inputs stays as it is. */
    record Fitted(SampleTable table, InputColumns columns) {}

    Fitted fit() throws DataFault {
        var raw = table.columns();
        if (raw.columns().isEmpty()) {
            return new Fitted(table, InputColumns.NONE);
        }
        var columns = new ArrayList<InputColumn>();
        for (var i = 0; i < raw.columns().size(); i++) {
            columns.add(raw.columns().get(i).texts().isPresent() ? categories(i) : numbers(i));
        }
        var fitted = new InputColumns(columns, raw.fileColumns());
        var plain = columns.stream().allMatch(InputColumn.Numbers.class::isInstance) && raw.columns().stream()
                .allMatch(column -> !column.lacking());
        return new Fitted(table.withInputs(plain ? table.inputs() : Cells.Encoded.of(table.inputs(), raw, fitted)), fitted);
    }

    private InputColumn numbers(int i) throws DataFault {
        var column = table.columns().columns().get(i);
        return new InputColumn.Numbers(column.name(), column.place() + 1, fill(i, column));
    }

    private OptionalDouble fill(int i, RawColumn column) throws DataFault {
        if (column.treatment().isEmpty()) {
            return OptionalDouble.empty();
        }
        var missing = column.treatment().get();
        return switch (missing.treatment()) {
            case Missing.Drop _ -> OptionalDouble.empty();
            case Missing.Value(var value) -> OptionalDouble.of(value);
            case Missing.Text _ when column.needed().isEmpty() -> OptionalDouble.empty();
            case Missing.Text(var text) -> throw DataFault.of(Code.NN207, missing.origin(),
                    column.title() + " holds numbers, which " + CsvLayout.quoted(text) + " is none of",
                    "write a number, `mean` or `median`, or say `categories` of the column");
            case Missing.Mean _ -> OptionalDouble.of(mean(present(i, column, missing)));
            case Missing.Median _ -> OptionalDouble.of(median(present(i, column, missing)));
        };
    }

    /** The cells of the training part that are there. */
    private double[] present(int i, RawColumn column, Missing missing) throws DataFault {
        var present = IntStream.of(train).mapToDouble(row -> table.inputs().at(row, i)).filter(value -> !Double.isNaN(value)).toArray();
        if (present.length == 0) {
            throw DataFault.of(Code.NN204, missing.origin(), column.title() + " has no value in the training part",
                    "leave the column out with `except`");
        }
        return present;
    }

    /** Summed in the order of the rows. */
    private static double mean(double[] values) {
        var sum = 0.0;
        for (var value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double median(double[] values) {
        var sorted = DoubleStream.of(values).sorted().toArray();
        var middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : sorted[middle - 1] + (sorted[middle] - sorted[middle - 1]) / 2;
    }

    private InputColumn categories(int i) throws DataFault {
        var column = table.columns().columns().get(i);
        var texts = column.texts().orElseThrow();
        var fill = column.needed().isPresent() ? fillText(column, column.needed().get()) : Optional.<String>empty();
        var categories = new TreeSet<>(ColumnFit::compare);
        fill.ifPresent(categories::add);
        for (var row : train) {
            var code = table.inputs().at(row, i);
            if (!Double.isNaN(code)) {
                categories.add(texts.get((int) code));
            }
        }
        if (!table.columns().unseenAsZeros()) {
            requireSeen(i, column, categories);
        }
        return new InputColumn.Categories(column.name(), column.place() + 1, List.copyOf(categories), fill,
                table.columns().unseenAsZeros());
    }

    /** Numbers by value and before texts, texts by their UTF-16 code units. */
    private static int compare(String a, String b) {
        var numbers = NumberText.isNumber(a) && NumberText.isNumber(b);
        if (numbers && NumberText.value(a) != NumberText.value(b)) {
            return Double.compare(NumberText.value(a), NumberText.value(b));
        }
        return NumberText.isNumber(a) == NumberText.isNumber(b) ? a.compareTo(b) : NumberText.isNumber(a) ? -1 : 1;
    }

    private static Optional<String> fillText(RawColumn column, Missing missing) throws DataFault {
        return switch (missing.treatment()) {
            case Missing.Drop _ -> Optional.empty();
            case Missing.Text(var text) -> Optional.of(text);
            case Missing.Value _ -> Optional.of(missing.treatment().text());
            case Missing.Mean _, Missing.Median _ -> throw DataFault.of(Code.NN207, missing.origin(),
                    column.title() + " holds texts, which have no " + missing.treatment().text(),
                    "write a text for it, such as `missing \"none\" for " + column.name().map(CsvLayout::quoted)
                            .orElse(String.valueOf(column.place() + 1)) + "`, or `drop`");
        };
    }

    private void requireSeen(int i, RawColumn column, TreeSet<String> categories) throws DataFault {
        var trained = new boolean[table.rows()];
        Arrays.stream(train).forEach(row -> trained[row] = true);
        for (var row = 0; row < table.rows(); row++) {
            var code = table.inputs().at(row, i);
            if (!trained[row] && !Double.isNaN(code) && !categories.contains(column.texts().orElseThrow().get((int) code))) {
                throw DataFault.of(Code.NN207, origin, "row " + (row + 1) + ", " + column.title() + ": "
                        + CsvLayout.quoted(column.texts().orElseThrow().get((int) code)) + " is in no row of the training part",
                        "write `unseen as zeros` behind the columns, or `stratified` or another seed for the split");
            }
        }
    }
}
