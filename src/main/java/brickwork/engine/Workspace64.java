package brickwork.engine;

import brickwork.kernel.Matrix64;
import brickwork.plan.Buffer;
import java.util.List;

/** The numbers of one batch: an array for each buffer of the plan that an operation asks for. */
final class Workspace64 {

    /** Samples there is room for. */
    final int stride;

    private final double[][] arrays;

    /** Room for {@code stride} samples in each of {@code buffers}. */
    Workspace64(List<Buffer> buffers, int stride) {
        this.stride = stride;
        this.arrays = new double[buffers.size()][];
    }

    double[] array(Buffer buffer) {
        var i = buffer.index();
        if (arrays[i] == null) {
            arrays[i] = new double[Sizes.of("the samples of buffer " + buffer.name(), (long) buffer.units() * stride)];
        }
        return arrays[i];
    }

    /** The buffer as a matrix [units, samples]. */
    Matrix64 matrix(Buffer buffer) {
        return switch (buffer.layout()) {
            case UNIT_MAJOR -> Matrix64.ofRows(array(buffer), 0, stride);
            case SAMPLE_MAJOR -> Matrix64.ofRows(array(buffer), 0, buffer.units()).transposed();
        };
    }

    /** Writes the numbers of the samples {@code first … first + count - 1}, sample after sample, to {@code into[at…]}. */
    void copy(Buffer buffer, int first, int count, double[] into, int at) { // stays double
        var values = array(buffer);
        var units = buffer.units();
        for (var s = 0; s < count; s++) {
            for (var u = 0; u < units; u++) {
                into[at + s * units + u] = values[index(buffer, u, first + s)];
            }
        }
    }

    /** Where unit {@code unit} of sample {@code sample} stands. */
    int index(Buffer buffer, int unit, int sample) {
        return switch (buffer.layout()) {
            case UNIT_MAJOR -> unit * stride + sample;
            case SAMPLE_MAJOR -> sample * buffer.units() + unit;
        };
    }
}
