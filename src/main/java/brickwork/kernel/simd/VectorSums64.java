package brickwork.kernel.simd;

import static brickwork.kernel.simd.Vectors64.LENGTH;
import static brickwork.kernel.simd.Vectors64.SPECIES;

import brickwork.kernel.Lanes64;
import brickwork.kernel.Matrix64;
import jdk.incubator.vector.DoubleVector;

/** Sums in fixed lanes. */
final class VectorSums64 {

    /** Columns up to which a row is summed without vectors: the other lanes hold 0, and adding 0 changes no sum. */
    private static final int SHORT = 4;

    private final double[] lanes = new double[LENGTH * Lanes64.COUNT];

    void rowSums(Matrix64 x, int rows, int columns, double[] sums, int sumsAt) {
        if (columns <= SHORT) {
            shortSums(x.values(), x.at(), x.rowStride(), rows, columns, sums, sumsAt);
        } else {
            longSums(x, rows, columns, sums, sumsAt);
        }
    }

    /** The additions of {@link Lanes64#join} without those of 0. A lane begins with 0, so that -0 becomes 0. */
    private static void shortSums(double[] x, int at, int stride, int rows, int columns, double[] sums, int sumsAt) {
        for (int i = 0, p = at; i < rows; i++, p += stride) {
            var even = x[p] + 0;
            var odd = columns > 1 ? x[p + 1] + 0 : 0;
            if (columns > 2) {
                even += x[p + 2] + 0;
            }
            if (columns > 3) {
                odd += x[p + 3] + 0;
            }
            sums[sumsAt + i] = even + odd;
        }
    }

    /** As many rows at a time as {@link Vectors64#join} joins. */
    private void longSums(Matrix64 x, int rows, int columns, double[] sums, int sumsAt) {
        for (var first = 0; first < rows; first += LENGTH) {
            var some = Math.min(LENGTH, rows - first);
            for (var i = 0; i < some; i++) {
                add(x.values(), x.at() + (first + i) * x.rowStride(), columns, lanes, i * Lanes64.COUNT);
            }
            Vectors64.join(lanes, 0);
            for (var i = 0; i < some; i++) {
                sums[sumsAt + first + i] = lanes[i];
            }
        }
    }

    private static void add(double[] x, int at, int length, double[] lanes, int to) {
        var whole = at + length / Lanes64.COUNT * Lanes64.COUNT;
        for (var part = 0; part < Lanes64.COUNT; part += LENGTH) {
            var sum = DoubleVector.zero(SPECIES);
            for (var i = at; i < whole; i += Lanes64.COUNT) {
                sum = sum.add(DoubleVector.fromArray(SPECIES, x, i + part));
            }
            sum.intoArray(lanes, to + part);
        }
        for (var i = whole; i < at + length; i++) {
            lanes[to + i - whole] += x[i];
        }
    }

    double sumOfSquares(double[] x, int at, int length) {
        return length < Lanes64.COUNT ? fewSquares(x, at, length) : manySquares(x, at, length);
    }

    /** Each square in a lane of its own. */
    private double fewSquares(double[] x, int at, int length) {
        for (var i = 0; i < Lanes64.COUNT; i++) {
            lanes[i] = i < length ? Math.fma(x[at + i], x[at + i], 0) : 0;
        }
        return Lanes64.join(lanes);
    }

    private double manySquares(double[] x, int at, int length) {
        var whole = at + length / Lanes64.COUNT * Lanes64.COUNT;
        for (var part = 0; part < Lanes64.COUNT; part += LENGTH) {
            var sum = DoubleVector.zero(SPECIES);
            for (var i = at; i < whole; i += Lanes64.COUNT) {
                var v = DoubleVector.fromArray(SPECIES, x, i + part);
                sum = v.fma(v, sum);
            }
            sum.intoArray(lanes, part);
        }
        for (var i = whole; i < at + length; i++) {
            lanes[i - whole] = Math.fma(x[i], x[i], lanes[i - whole]);
        }
        return Lanes64.join(lanes);
    }

    double sumOfMagnitudes(double[] x, int at, int length) {
        var whole = at + length / Lanes64.COUNT * Lanes64.COUNT;
        for (var part = 0; part < Lanes64.COUNT; part += LENGTH) {
            var sum = DoubleVector.zero(SPECIES);
            for (var i = at; i < whole; i += Lanes64.COUNT) {
                sum = sum.add(DoubleVector.fromArray(SPECIES, x, i + part).abs());
            }
            sum.intoArray(lanes, part);
        }
        for (var i = whole; i < at + length; i++) {
            lanes[i - whole] += Math.abs(x[i]);
        }
        return Lanes64.join(lanes);
    }
}
