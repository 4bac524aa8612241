package brickwork.verify.reference;

import brickwork.data.SampleRows;
import java.util.Arrays;
import java.util.List;

/**
 * One row of {@link SampleRows}.
 *
 * @param inputs  scaled
 * @param targets encoded
 */
public record Sample(double[] inputs, double[] targets) {

    public static Sample of(SampleRows rows, int row) {
        var sample = new Sample(new double[rows.inputs()], new double[rows.targets()]);
        rows.input(row, sample.inputs, 0);
        rows.target(row, sample.targets, 0);
        return sample;
    }

    /** The inputs as constants of the type of {@code like}. */
    public <S extends Scalar<S>> List<S> inputs(S like) {
        return Arrays.stream(inputs).mapToObj(like::of).toList();
    }
}
