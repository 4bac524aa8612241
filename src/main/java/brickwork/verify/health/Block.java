package brickwork.verify.health;

import brickwork.data.SampleRows;
import java.util.Arrays;

/** What a layer takes, sample after sample, as rows whose targets count for nothing. */
record Block(double[] values, int width, int targets) implements SampleRows {

    /** Rows {@code from} to {@code from + count - 1} of others. */
    static Block of(SampleRows rows, int from, int count, int targets) {
        var inputs = new double[count * rows.inputs()];
        for (var row = 0; row < count; row++) {
            rows.input(from + row, inputs, row * rows.inputs());
        }
        return new Block(inputs, rows.inputs(), targets);
    }

    @Override
    public int count() {
        return values.length / width;
    }

    @Override
    public int inputs() {
        return width;
    }

    @Override
    public void input(int row, double[] into, int at) {
        System.arraycopy(values, row * width, into, at, width);
    }

    @Override
    public void target(int row, double[] into, int at) {
        Arrays.fill(into, at, at + targets, 0);
    }
}
