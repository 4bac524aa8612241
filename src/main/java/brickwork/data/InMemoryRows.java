package brickwork.data;

import java.util.function.UnaryOperator;

/**
 * Rows held in arrays, already scaled and encoded.
 *
 * @param x the inputs, row by row, not copied
 * @param y the targets, row by row, not copied
 */
public record InMemoryRows(double[][] x, double[][] y) implements SampleRows {

    /** A copy of {@code rows} with other inputs and targets. */
    public static InMemoryRows of(SampleRows rows, UnaryOperator<double[]> inputs, UnaryOperator<double[]> targets) {
        var x = new double[rows.count()][rows.inputs()];
        var y = new double[rows.count()][rows.targets()];
        for (var row = 0; row < x.length; row++) {
            rows.input(row, x[row], 0);
            rows.target(row, y[row], 0);
            x[row] = inputs.apply(x[row]);
            y[row] = targets.apply(y[row]);
        }
        return new InMemoryRows(x, y);
    }

    @Override
    public int count() {
        return x.length;
    }

    @Override
    public int inputs() {
        return x[0].length;
    }

    @Override
    public int targets() {
        return y[0].length;
    }

    @Override
    public void input(int row, double[] into, int at) {
        System.arraycopy(x[row], 0, into, at, x[row].length);
    }

    @Override
    public void target(int row, double[] into, int at) {
        System.arraycopy(y[row], 0, into, at, y[row].length);
    }
}
