package brickwork.kernel.simd;

import static brickwork.kernel.simd.Vectors64.LENGTH;
import static brickwork.kernel.simd.Vectors64.SPECIES;

import jdk.incubator.vector.DoubleVector;

/** log1p(e^-|z|) of several vectors at a time: softplus and binary cross-entropy add it to max(z, 0). */
final class SoftplusTail64 {

    /** The largest number of vectors. */
    static final int ROOM = 64;

    final double[] values = new double[ROOM * LENGTH];

    /**
     * Sets {@link #values} for the vectors of z at {@code from}, {@code from + step} and so on below {@code end}, at most {@link #ROOM}.
     */
    void compute(double[] z, int from, int end, int step) {
        VectorLogarithms64.log1p(values, powers(z, from, end, step, values));
    }

    /** e^-|z|. Returns the number of elements written. */
    private static int powers(double[] z, int from, int end, int step, double[] to) {
        var j = 0;
        for (var i = from; i < end; i += step, j += LENGTH) {
            VectorElementary64.exp(DoubleVector.fromArray(SPECIES, z, i).abs().neg()).intoArray(to, j);
        }
        return j;
    }
}
