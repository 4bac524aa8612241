package brickwork.data;

import brickwork.data.CsvFile.Row;
import brickwork.model.DataSource;
import brickwork.source.Code;
import brickwork.source.Plural;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The columns of a csv file. Its first row is a header where it holds a column name that is asked for, where none of its fields is a
 * number, or where one of them is text above a number.
 */
final class CsvLayout {

    private static final int SHOWN = 40;

    private final DataFile file;
    private final boolean headed;
    private final List<String> first;

    private CsvLayout(DataFile file, boolean headed, List<String> first) {
        this.file = file;
        this.headed = headed;
        this.first = first;
    }

    /** Looks at the first two rows of {@code csv}; what comes next there is the first row of data. */
    static CsvLayout of(DataFile file, CsvFile csv, Collection<String> names) throws DataFault {
        var first = csv.next().orElseThrow(() -> empty(file));
        var second = csv.next();
        var headed = isHeader(first.cells(), second, names);
        second.ifPresent(csv::giveBack);
        if (!headed) {
            csv.giveBack(first);
        }
        return new CsvLayout(file, headed, first.cells());
    }

    static DataFault empty(DataFile file) {
        return DataFault.of(Code.NN206, file.origin(), file.name() + " holds no rows of data", "give it at least one row of numbers");
    }

    private static boolean isHeader(List<String> first, Optional<Row> second, Collection<String> names) {
        if (first.stream().anyMatch(names::contains) || first.stream().noneMatch(NumberText::isNumber)) {
            return true;
        }
        var below = second.map(Row::cells).orElse(List.of());
        return IntStream.range(0, Math.min(first.size(), below.size())).anyMatch(i -> !NumberText.isNumber(first.get(i))
                && !NumberText.isMissing(first.get(i)) && NumberText.isNumber(below.get(i)));
    }

    boolean headed() {
        return headed;
    }

    int columns() {
        return first.size();
    }

    /** The names of the columns, or their numbers where they have no names. */
    List<String> names() {
        return headed ? first : IntStream.rangeClosed(1, columns()).mapToObj(String::valueOf).toList();
    }

    /** The place of a column from 0. */
    int index(DataSource.Column column) throws DataFault {
        if (column.name().isEmpty()) {
            if (column.number() < 1 || column.number() > columns()) {
                throw DataFault.unknown("column", String.valueOf(column.number()), column.origin(),
                        IntStream.rangeClosed(1, columns()).mapToObj(String::valueOf).toList());
            }
            return column.number() - 1;
        }
        var name = column.name().get();
        var index = headed ? first.indexOf(name) : -1;
        if (index < 0) {
            throw DataFault.unknown("column", name, column.origin(), names());
        }
        if (index != first.lastIndexOf(name)) {
            throw DataFault.of(Code.NN210, column.origin(), file.name() + " has several columns named " + name,
                    "name it by its number, " + (index + 1) + " or " + (first.lastIndexOf(name) + 1));
        }
        return index;
    }

    /** How a message names a column. */
    String title(int index) {
        return "column " + (index + 1) + (headed && !first.get(index).isEmpty() ? " (" + shortened(first.get(index)) + ")" : "");
    }

    void requireWidth(Row row) throws DataFault {
        if (row.cells().size() != columns()) {
            throw DataFault.of(Code.NN205, file.origin(),
                    file.name() + ", line " + row.line() + ": " + Plural.of(row.cells().size(), "field")
                            + ", but the first row has " + columns(),
                    "give every row as many; a field that holds a separator stands in quotes");
        }
    }

    double number(Row row, int column) throws DataFault {
        var field = row.cells().get(column);
        if (!NumberText.isNumber(field)) {
            throw fault(row, column, NumberText.isMissing(field) ? "the value is missing" + (field.isEmpty() ? "" : " (" + field + ")")
                    : quoted(field) + " is not a number", NumberText.cure(field));
        }
        var value = NumberText.value(field);
        if (Double.isInfinite(value)) {
            throw fault(row, column, quoted(field) + " is larger than any number that can be held", "use a larger unit");
        }
        return value;
    }

    DataFault fault(Row row, int column, String what, String help) {
        return DataFault.of(Code.NN204, file.origin(), file.name() + ", line " + row.line() + ", " + title(column) + ": " + what, help);
    }

    static String quoted(String field) {
        return "\"" + shortened(field) + "\"";
    }

    static String shortened(String field) {
        return field.codePointCount(0, field.length()) <= SHOWN ? field : field.substring(0, field.offsetByCodePoints(0, SHOWN)) + "…";
    }
}
