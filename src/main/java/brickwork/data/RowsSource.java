package brickwork.data;

import brickwork.model.DataSource;
import java.util.List;

/** {@code rows [ … ]} and {@code xor}: samples that stand in the text itself. */
final class RowsSource {

    private static final double[][] XOR_INPUTS = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
    private static final int[] XOR_LABELS = {0, 1, 1, 0};

    private RowsSource() {}

    static SampleTable open(DataSource.Rows source) {
        return SampleTable.ofReals(numbers(source.inputs()), numbers(source.targets()));
    }

    static SampleTable xor() {
        return SampleTable.ofClasses(XOR_INPUTS, XOR_LABELS, List.of("0", "1"));
    }

    private static double[][] numbers(List<List<Double>> rows) {
        return rows.stream().map(row -> row.stream().mapToDouble(Double::doubleValue).toArray()).toArray(double[][]::new);
    }
}
