package brickwork.data;

import brickwork.data.CsvFile.Row;
import brickwork.model.ColumnChoice;
import brickwork.source.Code;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The target columns of a csv file. One column of text names classes, sorted by their UTF-16 code units; one column of whole numbers is
 * classes, sorted by value, where the last layer reads classes; everything else is real numbers. The first row decides whether a column is
 * text.
 */
final class CsvTargets {

    /** Beyond it a double does not hold every whole number. */
    private static final double LARGEST_WHOLE = 1L << 53;

    private final CsvLayout layout;
    private final int[] columns;
    private final DataFile file;
    private final Capacity capacity;
    private final Optional<ColumnChoice.Label> positive;
    private final CellCollector numbers;
    private final Map<String, Integer> found = new LinkedHashMap<>();
    private boolean text;
    private boolean whole = true;
    private int rows;

    CsvTargets(CsvLayout layout, int[] columns, DataFile file, Capacity capacity, Optional<ColumnChoice.Label> positive) {
        this.layout = layout;
        this.columns = columns;
        this.file = file;
        this.numbers = new CellCollector(file.name(), file.origin(), capacity);
        this.capacity = capacity;
        this.positive = positive;
    }

    void add(Row row) throws DataFault {
        var field = row.cells().get(columns[0]);
        if (columns.length == 1) {
            var isText = !NumberText.isNumber(field);
            if (rows == 0) {
                text = isText;
            } else if (text != isText) {
                var change = isText ? " is text, but the rows before have numbers" : " is a number, but the rows before have text";
                throw layout.fault(row, columns[0], CsvLayout.quoted(field) + change,
                        "a target column is all numbers, or all names of classes that are no numbers");
            }
        }
        if (text) {
            numbers.add(found.computeIfAbsent(field, _ -> found.size()));
        } else {
            for (var column : columns) {
                var value = layout.number(row, column);
                whole &= Math.abs(value) <= LARGEST_WHOLE && value == Math.rint(value);
                numbers.add(value);
            }
        }
        rows++;
    }

    Targets targets() throws DataFault {
        capacity.takeLabels(file.name(), rows, file.origin());
        var cells = numbers.cells(columns.length);
        if (text) {
            return ordered(classes(cells));
        }
        if (columns.length == 1 && whole) {
            var labels = Targets.Labels.named(IntStream.range(0, cells.rows()).mapToDouble(i -> cells.at(i, 0)).toArray());
            if (labels.classes() <= Targets.MOST_CLASSES) {
                return new Targets.Whole(ordered(labels), new Targets.Reals(cells));
            }
        }
        if (positive.isPresent()) {
            throw DataFault.of(Code.NN208, positive.get().origin(), "the targets are real numbers, so no class is positive",
                    "leave `positive` out");
        }
        return new Targets.Reals(cells);
    }

    /** The positive class comes last. */
    private Targets.Labels ordered(Targets.Labels labels) throws DataFault {
        if (positive.isEmpty()) {
            return labels;
        }
        var label = positive.get();
        if (labels.classes() != 2) {
            throw DataFault.of(Code.NN208, label.origin(), layout.title(columns[0]) + " has " + labels.classes()
                    + " classes, and one of two is positive", "leave `positive` out");
        }
        if (!labels.classNames().contains(label.text())) {
            throw DataFault.unknown("class", label.text(), label.origin(), labels.classNames());
        }
        return labels.withPositive(label.text());
    }

    private Targets.Labels classes(Cells cells) throws DataFault {
        if (found.size() < 2) {
            throw DataFault.of(Code.NN208, file.origin(), file.name() + ", " + layout.title(columns[0]) + ": every row is of the class "
                    + CsvLayout.quoted(found.keySet().iterator().next()), "samples of at least two classes are needed");
        }
        var names = new ArrayList<>(found.keySet());
        names.sort(null);
        var sorted = new int[names.size()];
        for (var i = 0; i < sorted.length; i++) {
            sorted[found.get(names.get(i))] = i;
        }
        var labels = labels(cells);
        return new Targets.Labels(IntStream.of(labels).map(label -> sorted[label]).toArray(), sorted.length, names);
    }

    /** Whole numbers of one column. */
    static int[] labels(Cells cells) {
        return IntStream.range(0, cells.rows()).map(i -> (int) cells.at(i, 0)).toArray();
    }
}
