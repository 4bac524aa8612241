package brickwork.cucumber;

import brickwork.data.SampleTable;
import io.cucumber.datatable.DataTable;
import java.util.List;

/**
 * A table whose rows hold inputs, an arrow, and what belongs to them, as the language writes samples: {@code | 0 | 1 | -> | 1 |}.
 *
 * @param inputs a list of numbers for each row
 * @param right  the cells behind the arrow
 */
record SampleTableText(List<List<Double>> inputs, List<List<String>> right) {

    private static final String ARROW = "->";

    static SampleTableText of(DataTable table) {
        var rows = table.cells();
        var at = rows.getFirst().indexOf(ARROW);
        if (at < 1 || rows.stream().anyMatch(row -> row.indexOf(ARROW) != at || row.size() == at + 1)) {
            throw new AssertionError("each row of the table needs inputs, a column with " + ARROW + ", and what belongs to them");
        }
        return new SampleTableText(rows.stream().map(row -> StepNumbers.of(row.subList(0, at))).toList(),
                rows.stream().map(row -> row.subList(at + 1, row.size())).toList());
    }

    /** The cells behind the arrows as numbers. */
    List<List<Double>> numbers() {
        return right.stream().map(StepNumbers::of).toList();
    }

    /** Samples to learn: of numbers, or of the classes named behind the arrows. */
    SampleTable samples() {
        if (numeric()) {
            return SampleTable.ofReals(array(inputs), array(numbers()));
        }
        var names = right.stream().map(List::getFirst).distinct().sorted().toList();
        return SampleTable.ofClasses(array(inputs), right.stream().mapToInt(row -> names.indexOf(row.getFirst())).toArray(), names);
    }

    private static double[][] array(List<List<Double>> rows) {
        return rows.stream().map(row -> row.stream().mapToDouble(x -> x).toArray()).toArray(double[][]::new);
    }

    /** Whether there are only numbers behind the arrows. */
    private boolean numeric() {
        return right.stream().flatMap(List::stream).allMatch(cell -> cell.strip().matches("[-+]?\\d.*"));
    }
}
