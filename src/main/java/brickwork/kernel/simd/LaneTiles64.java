package brickwork.kernel.simd;

import static brickwork.kernel.simd.Vectors64.LENGTH;
import static brickwork.kernel.simd.Vectors64.SPECIES;

import brickwork.kernel.Lanes64;
import jdk.incubator.vector.DoubleVector;

/**
 * The innermost loops of products whose sums are taken in fixed lanes: a few rows of A against a few columns of B, both read along k, over
 * whole virtual vectors. Sum s is left in {@code lanes[at + s·Lanes64.COUNT]} and after; or it goes on from what stands there.
 */
final class LaneTiles64 {

    private LaneTiles64() {}

    /** Two rows, {@code aRow} apart, by four columns, {@code bColumn} apart; sums row after row. */
    static void twoByFour(double[] a, int aAt, int aRow, double[] b, int bAt, int bColumn, int steps, double[] lanes, int at,
            boolean resume) {
        for (var part = 0; part < Lanes64.COUNT; part += LENGTH) {
            var zero = DoubleVector.zero(SPECIES);
            DoubleVector s00 = zero, s01 = zero, s02 = zero, s03 = zero, s10 = zero, s11 = zero, s12 = zero, s13 = zero;
            var to = at + part;
            if (resume) {
                s00 = DoubleVector.fromArray(SPECIES, lanes, to);
                s01 = DoubleVector.fromArray(SPECIES, lanes, to + Lanes64.COUNT);
                s02 = DoubleVector.fromArray(SPECIES, lanes, to + 2 * Lanes64.COUNT);
                s03 = DoubleVector.fromArray(SPECIES, lanes, to + 3 * Lanes64.COUNT);
                s10 = DoubleVector.fromArray(SPECIES, lanes, to + 4 * Lanes64.COUNT);
                s11 = DoubleVector.fromArray(SPECIES, lanes, to + 5 * Lanes64.COUNT);
                s12 = DoubleVector.fromArray(SPECIES, lanes, to + 6 * Lanes64.COUNT);
                s13 = DoubleVector.fromArray(SPECIES, lanes, to + 7 * Lanes64.COUNT);
            }
            for (int step = steps, p = aAt + part, q = bAt + part; step > 0; step--, p += Lanes64.COUNT, q += Lanes64.COUNT) {
                var x0 = DoubleVector.fromArray(SPECIES, a, p);
                var x1 = DoubleVector.fromArray(SPECIES, a, p + aRow);
                var column = q;
                var y = DoubleVector.fromArray(SPECIES, b, column);
                s00 = x0.fma(y, s00);
                s10 = x1.fma(y, s10);
                column += bColumn;
                y = DoubleVector.fromArray(SPECIES, b, column);
                s01 = x0.fma(y, s01);
                s11 = x1.fma(y, s11);
                column += bColumn;
                y = DoubleVector.fromArray(SPECIES, b, column);
                s02 = x0.fma(y, s02);
                s12 = x1.fma(y, s12);
                column += bColumn;
                y = DoubleVector.fromArray(SPECIES, b, column);
                s03 = x0.fma(y, s03);
                s13 = x1.fma(y, s13);
            }
            s00.intoArray(lanes, to);
            s01.intoArray(lanes, to + Lanes64.COUNT);
            s02.intoArray(lanes, to + 2 * Lanes64.COUNT);
            s03.intoArray(lanes, to + 3 * Lanes64.COUNT);
            s10.intoArray(lanes, to + 4 * Lanes64.COUNT);
            s11.intoArray(lanes, to + 5 * Lanes64.COUNT);
            s12.intoArray(lanes, to + 6 * Lanes64.COUNT);
            s13.intoArray(lanes, to + 7 * Lanes64.COUNT);
        }
    }

    /** One row by one column. */
    static void one(double[] a, int aAt, double[] b, int bAt, int steps, double[] lanes, int at, boolean resume) {
        for (var part = 0; part < Lanes64.COUNT; part += LENGTH) {
            var to = at + part;
            var sum = resume ? DoubleVector.fromArray(SPECIES, lanes, to) : DoubleVector.zero(SPECIES);
            for (int step = steps, p = aAt + part, q = bAt + part; step > 0; step--, p += Lanes64.COUNT, q += Lanes64.COUNT) {
                sum = DoubleVector.fromArray(SPECIES, a, p).fma(DoubleVector.fromArray(SPECIES, b, q), sum);
            }
            sum.intoArray(lanes, to);
        }
    }
}
