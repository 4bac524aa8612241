package brickwork.kernel.simd;

import static brickwork.kernel.simd.Vectors64.LENGTH;

/** Copies of a few columns, fewer than a vector has lanes, as a block one vector wide. What the lanes beyond hold is of no use. */
final class PaddedColumns64 {

    private PaddedColumns64() {}

    /** An array for {@code units} rows, {@code strip} itself if it is large enough. */
    static double[] room(double[] strip, int units) {
        return strip.length < units * LENGTH ? new double[units * LENGTH] : strip;
    }

    static void take(double[] x, int at, int units, int columns, int stride, double[] strip) {
        for (var u = 0; u < units; u++) {
            for (var s = 0; s < columns; s++) {
                strip[u * LENGTH + s] = x[at + u * stride + s];
            }
        }
    }

    static void put(double[] strip, double[] x, int at, int units, int columns, int stride) {
        for (var u = 0; u < units; u++) {
            for (var s = 0; s < columns; s++) {
                x[at + u * stride + s] = strip[u * LENGTH + s];
            }
        }
    }
}
