package brickwork.cucumber;

import io.cucumber.datatable.DataTable;
import java.util.List;

/**
 * A table whose rows hold inputs, an arrow, and what belongs to them, as the language writes samples: {@code | 0 | 1 | -> | 1 |}.
 *
 * @param inputs a row of numbers each
 * @param right  what stands behind the arrow
 */
record SampleTableText(double[][] inputs, List<List<String>> right) {

    private static final String ARROW = "->";

    static SampleTableText of(DataTable table) {
        var rows = table.cells();
        var at = rows.getFirst().indexOf(ARROW);
        if (at < 1 || rows.stream().anyMatch(row -> row.indexOf(ARROW) != at || row.size() == at + 1)) {
            throw new AssertionError("each row of the table needs inputs, a column with " + ARROW + ", and what belongs to them");
        }
        return new SampleTableText(rows.stream().map(row -> StepNumbers.of(row.subList(0, at))).toArray(double[][]::new),
                rows.stream().map(row -> row.subList(at + 1, row.size())).toList());
    }

    /** What stands behind the arrows as numbers. */
    double[][] numbers() {
        return right.stream().map(StepNumbers::of).toArray(double[][]::new);
    }

    /** Whether there are only numbers behind the arrows. */
    boolean numeric() {
        return right.stream().flatMap(List::stream).allMatch(cell -> cell.strip().matches("[-+]?\\d.*"));
    }
}
