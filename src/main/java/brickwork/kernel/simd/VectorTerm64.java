package brickwork.kernel.simd;

import static brickwork.kernel.simd.Vectors64.LENGTH;
import static brickwork.kernel.simd.Vectors64.SPECIES;

import brickwork.kernel.Lanes64;
import brickwork.kernel.LossKernel64;
import brickwork.kernel.ScalarKernels64;
import brickwork.model.LossTerm;
import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;

/**
 * A data term that is a sum over elements. Each subclass has its own loops over whole vectors; samples beyond the last whole vector are
 * computed by the same loops, and the results of the unused lanes are dropped.
 */
abstract class VectorTerm64 implements LossKernel64 {

    /** Samples up to which the scalar kernel is faster than vectors with mostly unused lanes. */
    private static final int FEW = 4;

    private final LossKernel64 scalar;
    private final double[] lanes = new double[Lanes64.COUNT];
    private final double[] zRest = new double[LENGTH];
    private final double[] aRest = new double[LENGTH];
    private final double[] yRest = new double[LENGTH];
    private final double[] rest = new double[LENGTH];

    VectorTerm64(LossTerm.Kind kind) {
        scalar = new ScalarKernels64().loss(kind);
    }

    /**
     * Adds the losses of the vectors at {@code from}, {@code from + Lanes64.COUNT} and so on below {@code end} to the vector at
     * {@code sums[at]}.
     */
    abstract void add(double[] z, double[] a, double[] y, int from, int end, double[] sums, int at);

    /** delta = scale·derivative, or that added to delta, for the elements {@code from … to - 1}, which fill whole vectors. */
    abstract void slope(double[] z, double[] a, double[] y, double[] delta, int from, int to, double scale, boolean add);

    @Override
    public final double value(double[] z, double[] a, double[] y, int units, int from, int to, int stride) {
        if (to - from <= FEW) {
            return scalar.value(z, a, y, units, from, to, stride);
        }
        Arrays.fill(lanes, 0);
        var odd = (to - from) & LENGTH - 1;
        var oddPart = (to - from - odd) & Lanes64.COUNT - 1;
        for (var u = 0; u < units; u++) {
            var begin = u * stride + from;
            var end = u * stride + to - odd;
            for (var part = 0; part < Lanes64.COUNT; part += LENGTH) {
                add(z, a, y, begin + part, end, lanes, part);
            }
            if (odd > 0) {
                addOdd(z, a, y, end, odd, oddPart);
            }
        }
        return Lanes64.join(lanes);
    }

    private void addOdd(double[] z, double[] a, double[] y, int at, int odd, int part) {
        var sums = DoubleVector.fromArray(SPECIES, lanes, part);
        sums.intoArray(rest, 0);
        if (at <= z.length - LENGTH) {
            add(z, a, y, at, at + 1, rest, 0);
        } else {
            copyRest(z, a, y, at, odd);
            add(zRest, aRest, yRest, 0, 1, rest, 0);
        }
        sums.blend(DoubleVector.fromArray(SPECIES, rest, 0), Vectors64.first(odd)).intoArray(lanes, part);
    }

    @Override
    public final void gradient(double[] z, double[] a, double[] y, double[] delta, int units, int columns, int stride, double scale,
            boolean add) {
        if (columns == stride) {
            slopeLine(z, a, y, delta, 0, units * columns, scale, add);
        } else {
            for (var u = 0; u < units; u++) {
                slopeLine(z, a, y, delta, u * stride, columns, scale, add);
            }
        }
    }

    private void slopeLine(double[] z, double[] a, double[] y, double[] delta, int at, int length, double scale, boolean add) {
        var odd = length & LENGTH - 1;
        var end = at + length - odd;
        slope(z, a, y, delta, at, end, scale, add);
        if (odd > 0) {
            copyRest(z, a, y, end, odd);
            System.arraycopy(delta, end, rest, 0, odd);
            slope(zRest, aRest, yRest, rest, 0, LENGTH, scale, add);
            System.arraycopy(rest, 0, delta, end, odd);
        }
    }

    private void copyRest(double[] z, double[] a, double[] y, int at, int odd) {
        System.arraycopy(z, at, zRest, 0, odd);
        System.arraycopy(a, at, aRest, 0, odd);
        System.arraycopy(y, at, yRest, 0, odd);
    }
}
