package brickwork.kernel.simd;

import static brickwork.kernel.simd.Vectors64.LENGTH;

/** Copies columns that do not fill a vector to a block one vector wide, and back. The values in the padding are unspecified. */
final class PaddedColumns64 {

    private PaddedColumns64() {}

    /** An array for {@code units} rows, {@code block} if it is large enough. */
    static double[] room(double[] block, int units) {
        return block.length < units * LENGTH ? new double[units * LENGTH] : block;
    }

    static void load(double[] x, int at, int units, int columns, int stride, double[] block) {
        for (var u = 0; u < units; u++) {
            for (var s = 0; s < columns; s++) {
                block[u * LENGTH + s] = x[at + u * stride + s];
            }
        }
    }

    static void store(double[] block, double[] x, int at, int units, int columns, int stride) {
        for (var u = 0; u < units; u++) {
            for (var s = 0; s < columns; s++) {
                x[at + u * stride + s] = block[u * LENGTH + s];
            }
        }
    }
}
