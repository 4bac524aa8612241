package brickwork.kernel.simd;

import static brickwork.kernel.Lanes64.COUNT;
import static brickwork.kernel.simd.Vectors64.LENGTH;
import static brickwork.kernel.simd.Vectors64.MANY_REGISTERS;
import static brickwork.kernel.simd.Vectors64.SPECIES;

import jdk.incubator.vector.DoubleVector;

/**
 * The innermost loops of products whose sums are taken in fixed lanes: some rows of A against as many columns of B, both read along k, over
 * virtual vectors. Sum s is left in {@code lanes[at + s·COUNT]} and after, row after row.
 */
final class LaneTiles64 {

    /** Rows and columns of a tile: as many sums as there are registers for. */
    static final int SIDE = MANY_REGISTERS ? 5 : 3;

    private LaneTiles64() {}

    /** The tile whose first row is i and whose first column is j. */
    static void tile(Lines64 o, int i, int j, double[] lanes, int at) {
        for (var part = 0; part < COUNT; part += LENGTH) {
            if (MANY_REGISTERS) {
                five(o, i, j, part, lanes, at + part);
            } else {
                three(o, i, j, part, lanes, at + part);
            }
        }
    }

    private static void five(Lines64 o, int i, int j, int part, double[] lanes, int at) {
        var a = o.a;
        var b = o.b;
        var aRow = o.aRow;
        var bColumn = o.bColumn;
        var aAt = o.aAt + i * aRow + part;
        var bAt = o.bAt + j * bColumn + part;
        var zero = DoubleVector.zero(SPECIES);
        DoubleVector s00 = zero, s01 = zero, s02 = zero, s03 = zero, s04 = zero, s10 = zero, s11 = zero, s12 = zero, s13 = zero,
                s14 = zero, s20 = zero, s21 = zero, s22 = zero, s23 = zero, s24 = zero, s30 = zero, s31 = zero, s32 = zero, s33 = zero,
                s34 = zero, s40 = zero, s41 = zero, s42 = zero, s43 = zero, s44 = zero;
        var toCome = o.rest;
        var now = o.steps;
        while (true) {
            for (int step = now, p = aAt, q = bAt; step > 0; step--, p += COUNT, q += COUNT) {
                var x0 = DoubleVector.fromArray(SPECIES, a, p);
                var x1 = DoubleVector.fromArray(SPECIES, a, p + aRow);
                var x2 = DoubleVector.fromArray(SPECIES, a, p + 2 * aRow);
                var x3 = DoubleVector.fromArray(SPECIES, a, p + 3 * aRow);
                var x4 = DoubleVector.fromArray(SPECIES, a, p + 4 * aRow);
                var column = q;
                var y = DoubleVector.fromArray(SPECIES, b, column);
                s00 = x0.fma(y, s00);
                s10 = x1.fma(y, s10);
                s20 = x2.fma(y, s20);
                s30 = x3.fma(y, s30);
                s40 = x4.fma(y, s40);
                column += bColumn;
                y = DoubleVector.fromArray(SPECIES, b, column);
                s01 = x0.fma(y, s01);
                s11 = x1.fma(y, s11);
                s21 = x2.fma(y, s21);
                s31 = x3.fma(y, s31);
                s41 = x4.fma(y, s41);
                column += bColumn;
                y = DoubleVector.fromArray(SPECIES, b, column);
                s02 = x0.fma(y, s02);
                s12 = x1.fma(y, s12);
                s22 = x2.fma(y, s22);
                s32 = x3.fma(y, s32);
                s42 = x4.fma(y, s42);
                column += bColumn;
                y = DoubleVector.fromArray(SPECIES, b, column);
                s03 = x0.fma(y, s03);
                s13 = x1.fma(y, s13);
                s23 = x2.fma(y, s23);
                s33 = x3.fma(y, s33);
                s43 = x4.fma(y, s43);
                column += bColumn;
                y = DoubleVector.fromArray(SPECIES, b, column);
                s04 = x0.fma(y, s04);
                s14 = x1.fma(y, s14);
                s24 = x2.fma(y, s24);
                s34 = x3.fma(y, s34);
                s44 = x4.fma(y, s44);
            }
            if (!toCome) {
                break;
            }
            toCome = false;
            now = 1;
            a = o.aRest;
            aRow = COUNT;
            aAt = i * COUNT + part;
            b = o.bRest;
            bColumn = COUNT;
            bAt = j * COUNT + part;
        }
        s00.intoArray(lanes, at);
        s01.intoArray(lanes, at + COUNT);
        s02.intoArray(lanes, at + 2 * COUNT);
        s03.intoArray(lanes, at + 3 * COUNT);
        s04.intoArray(lanes, at + 4 * COUNT);
        s10.intoArray(lanes, at + 5 * COUNT);
        s11.intoArray(lanes, at + 6 * COUNT);
        s12.intoArray(lanes, at + 7 * COUNT);
        s13.intoArray(lanes, at + 8 * COUNT);
        s14.intoArray(lanes, at + 9 * COUNT);
        s20.intoArray(lanes, at + 10 * COUNT);
        s21.intoArray(lanes, at + 11 * COUNT);
        s22.intoArray(lanes, at + 12 * COUNT);
        s23.intoArray(lanes, at + 13 * COUNT);
        s24.intoArray(lanes, at + 14 * COUNT);
        s30.intoArray(lanes, at + 15 * COUNT);
        s31.intoArray(lanes, at + 16 * COUNT);
        s32.intoArray(lanes, at + 17 * COUNT);
        s33.intoArray(lanes, at + 18 * COUNT);
        s34.intoArray(lanes, at + 19 * COUNT);
        s40.intoArray(lanes, at + 20 * COUNT);
        s41.intoArray(lanes, at + 21 * COUNT);
        s42.intoArray(lanes, at + 22 * COUNT);
        s43.intoArray(lanes, at + 23 * COUNT);
        s44.intoArray(lanes, at + 24 * COUNT);
    }

    private static void three(Lines64 o, int i, int j, int part, double[] lanes, int at) {
        var a = o.a;
        var b = o.b;
        var aRow = o.aRow;
        var bColumn = o.bColumn;
        var aAt = o.aAt + i * aRow + part;
        var bAt = o.bAt + j * bColumn + part;
        var zero = DoubleVector.zero(SPECIES);
        DoubleVector s00 = zero, s01 = zero, s02 = zero, s10 = zero, s11 = zero, s12 = zero, s20 = zero, s21 = zero, s22 = zero;
        var toCome = o.rest;
        var now = o.steps;
        while (true) {
            for (int step = now, p = aAt, q = bAt; step > 0; step--, p += COUNT, q += COUNT) {
                var x0 = DoubleVector.fromArray(SPECIES, a, p);
                var x1 = DoubleVector.fromArray(SPECIES, a, p + aRow);
                var x2 = DoubleVector.fromArray(SPECIES, a, p + 2 * aRow);
                var column = q;
                var y = DoubleVector.fromArray(SPECIES, b, column);
                s00 = x0.fma(y, s00);
                s10 = x1.fma(y, s10);
                s20 = x2.fma(y, s20);
                column += bColumn;
                y = DoubleVector.fromArray(SPECIES, b, column);
                s01 = x0.fma(y, s01);
                s11 = x1.fma(y, s11);
                s21 = x2.fma(y, s21);
                column += bColumn;
                y = DoubleVector.fromArray(SPECIES, b, column);
                s02 = x0.fma(y, s02);
                s12 = x1.fma(y, s12);
                s22 = x2.fma(y, s22);
            }
            if (!toCome) {
                break;
            }
            toCome = false;
            now = 1;
            a = o.aRest;
            aRow = COUNT;
            aAt = i * COUNT + part;
            b = o.bRest;
            bColumn = COUNT;
            bAt = j * COUNT + part;
        }
        s00.intoArray(lanes, at);
        s01.intoArray(lanes, at + COUNT);
        s02.intoArray(lanes, at + 2 * COUNT);
        s10.intoArray(lanes, at + 3 * COUNT);
        s11.intoArray(lanes, at + 4 * COUNT);
        s12.intoArray(lanes, at + 5 * COUNT);
        s20.intoArray(lanes, at + 6 * COUNT);
        s21.intoArray(lanes, at + 7 * COUNT);
        s22.intoArray(lanes, at + 8 * COUNT);
    }

    /** One row by one column. */
    static void one(Lines64 o, int i, int j, double[] lanes, int at) {
        for (var part = 0; part < COUNT; part += LENGTH) {
            var sum = DoubleVector.zero(SPECIES);
            for (int step = o.steps, p = o.aAt + i * o.aRow + part,
                    q = o.bAt + j * o.bColumn + part; step > 0; step--, p += COUNT, q += COUNT) {
                sum = DoubleVector.fromArray(SPECIES, o.a, p).fma(DoubleVector.fromArray(SPECIES, o.b, q), sum);
            }
            if (o.rest) {
                var x = DoubleVector.fromArray(SPECIES, o.aRest, i * COUNT + part);
                sum = x.fma(DoubleVector.fromArray(SPECIES, o.bRest, j * COUNT + part), sum);
            }
            sum.intoArray(lanes, at + part);
        }
    }
}
