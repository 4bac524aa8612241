package brickwork.verify.reference;

import brickwork.data.SampleRows;

/**
 * One row of {@link SampleRows}.
 *
 * @param number  its place in the batch, counted from 0
 * @param inputs  scaled
 * @param targets encoded
 */
public record Sample(int number, double[] inputs, double[] targets) {

    /** A row of the batch {@code rows}. */
    public static Sample of(SampleRows rows, int row) {
        var sample = new Sample(row, new double[rows.inputs()], new double[rows.targets()]);
        rows.input(row, sample.inputs, 0);
        rows.target(row, sample.targets, 0);
        return sample;
    }
}
