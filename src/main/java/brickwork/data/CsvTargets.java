package brickwork.data;

import brickwork.data.CsvFile.Row;
import brickwork.source.Code;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The target columns of a csv file. One column of text names classes, sorted by their UTF-16 code units; one column of whole numbers from 0
 * is classes under softmax; everything else is real numbers. The first row decides whether a column is text.
 */
final class CsvTargets {

    private final CsvLayout layout;
    private final int[] columns;
    private final DataFile file;
    private final CellCollector numbers;
    private final Capacity capacity;
    private final Map<String, Integer> found = new LinkedHashMap<>();
    private boolean text;
    private boolean whole = true;
    private int rows;

    CsvTargets(CsvLayout layout, int[] columns, DataFile file, Capacity capacity) {
        this.layout = layout;
        this.columns = columns;
        this.file = file;
        this.numbers = new CellCollector(file.name(), file.origin(), capacity);
        this.capacity = capacity;
    }

    void add(Row row) throws DataFault {
        var field = row.cells().get(columns[0]);
        if (columns.length == 1 && !NumberText.isMissing(field)) {
            var isText = !NumberText.isNumber(field);
            if (rows == 0) {
                text = isText;
            } else if (text != isText) {
                var change = isText ? " is text, but the rows before have numbers" : " is a number, but the rows before have text";
                throw layout.fault(row, columns[0], CsvLayout.quoted(field) + change,
                        "a target column is all numbers, or all names of classes that are no numbers");
            }
        }
        if (text && !NumberText.isMissing(field)) {
            numbers.add(found.computeIfAbsent(field, _ -> found.size()));
        } else {
            for (var column : columns) {
                var value = layout.number(row, column);
                whole &= value >= 0 && value < Targets.MOST_CLASSES && value == Math.rint(value);
                numbers.add(value);
            }
        }
        rows++;
    }

    Targets targets() throws DataFault {
        capacity.takeLabels(file.name(), rows, file.origin());
        var cells = numbers.cells(columns.length);
        if (text) {
            return classes(cells);
        }
        return whole && columns.length == 1 ? Targets.Labels.numbered(labels(cells), true) : new Targets.Reals(cells);
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
        return new Targets.Labels(IntStream.of(labels).map(label -> sorted[label]).toArray(), sorted.length, names, false);
    }

    /** Whole numbers of one column. */
    static int[] labels(Cells cells) {
        return IntStream.range(0, cells.rows()).map(i -> (int) cells.at(i, 0)).toArray();
    }
}
