package brickwork.kernel.simd;

import static brickwork.kernel.simd.Vectors64.LENGTH;
import static brickwork.kernel.simd.Vectors64.LOWER;
import static brickwork.kernel.simd.Vectors64.SPECIES;
import static brickwork.kernel.simd.Vectors64.UPPER;

import jdk.incubator.vector.DoubleVector;

/**
 * Transposes a square of as many rows as a vector has lanes, in registers. Seen as one sequence of elements, a pass zips the first half of
 * the square with the second, which moves the highest bit of every element's number to the lowest place; as many passes as a lane's number
 * has bits exchange row and lane.
 */
final class SquareTransposition64 {

    private SquareTransposition64() {}

    /** to(j, i) = from(i, j); rows are {@code stride} and {@code toStride} apart. */
    static void transpose(double[] from, int at, int stride, double[] to, int toAt, int toStride) {
        switch (LENGTH) {
            case 8 -> eight(from, at, stride, to, toAt, toStride);
            case 4 -> four(from, at, stride, to, toAt, toStride);
            case 2 -> two(from, at, stride, to, toAt, toStride);
            default -> plainly(from, at, stride, to, toAt, toStride);
        }
    }

    private static void plainly(double[] from, int at, int stride, double[] to, int toAt, int toStride) {
        for (var i = 0; i < LENGTH; i++) {
            for (var j = 0; j < LENGTH; j++) {
                to[toAt + j * toStride + i] = from[at + i * stride + j];
            }
        }
    }

    private static void eight(double[] from, int at, int stride, double[] to, int toAt, int toStride) {
        var lower = LOWER;
        var upper = UPPER;
        var a0 = DoubleVector.fromArray(SPECIES, from, at);
        var a1 = DoubleVector.fromArray(SPECIES, from, at + stride);
        var a2 = DoubleVector.fromArray(SPECIES, from, at + 2 * stride);
        var a3 = DoubleVector.fromArray(SPECIES, from, at + 3 * stride);
        var a4 = DoubleVector.fromArray(SPECIES, from, at + 4 * stride);
        var a5 = DoubleVector.fromArray(SPECIES, from, at + 5 * stride);
        var a6 = DoubleVector.fromArray(SPECIES, from, at + 6 * stride);
        var a7 = DoubleVector.fromArray(SPECIES, from, at + 7 * stride);
        var b0 = lower.selectFrom(a0, a4);
        var b1 = upper.selectFrom(a0, a4);
        var b2 = lower.selectFrom(a1, a5);
        var b3 = upper.selectFrom(a1, a5);
        var b4 = lower.selectFrom(a2, a6);
        var b5 = upper.selectFrom(a2, a6);
        var b6 = lower.selectFrom(a3, a7);
        var b7 = upper.selectFrom(a3, a7);
        var c0 = lower.selectFrom(b0, b4);
        var c1 = upper.selectFrom(b0, b4);
        var c2 = lower.selectFrom(b1, b5);
        var c3 = upper.selectFrom(b1, b5);
        var c4 = lower.selectFrom(b2, b6);
        var c5 = upper.selectFrom(b2, b6);
        var c6 = lower.selectFrom(b3, b7);
        var c7 = upper.selectFrom(b3, b7);
        var d0 = lower.selectFrom(c0, c4);
        var d1 = upper.selectFrom(c0, c4);
        var d2 = lower.selectFrom(c1, c5);
        var d3 = upper.selectFrom(c1, c5);
        var d4 = lower.selectFrom(c2, c6);
        var d5 = upper.selectFrom(c2, c6);
        var d6 = lower.selectFrom(c3, c7);
        var d7 = upper.selectFrom(c3, c7);
        d0.intoArray(to, toAt);
        d1.intoArray(to, toAt + toStride);
        d2.intoArray(to, toAt + 2 * toStride);
        d3.intoArray(to, toAt + 3 * toStride);
        d4.intoArray(to, toAt + 4 * toStride);
        d5.intoArray(to, toAt + 5 * toStride);
        d6.intoArray(to, toAt + 6 * toStride);
        d7.intoArray(to, toAt + 7 * toStride);
    }

    private static void four(double[] from, int at, int stride, double[] to, int toAt, int toStride) {
        var lower = LOWER;
        var upper = UPPER;
        var a0 = DoubleVector.fromArray(SPECIES, from, at);
        var a1 = DoubleVector.fromArray(SPECIES, from, at + stride);
        var a2 = DoubleVector.fromArray(SPECIES, from, at + 2 * stride);
        var a3 = DoubleVector.fromArray(SPECIES, from, at + 3 * stride);
        var b0 = lower.selectFrom(a0, a2);
        var b1 = upper.selectFrom(a0, a2);
        var b2 = lower.selectFrom(a1, a3);
        var b3 = upper.selectFrom(a1, a3);
        var c0 = lower.selectFrom(b0, b2);
        var c1 = upper.selectFrom(b0, b2);
        var c2 = lower.selectFrom(b1, b3);
        var c3 = upper.selectFrom(b1, b3);
        c0.intoArray(to, toAt);
        c1.intoArray(to, toAt + toStride);
        c2.intoArray(to, toAt + 2 * toStride);
        c3.intoArray(to, toAt + 3 * toStride);
    }

    private static void two(double[] from, int at, int stride, double[] to, int toAt, int toStride) {
        var lower = LOWER;
        var upper = UPPER;
        var a0 = DoubleVector.fromArray(SPECIES, from, at);
        var a1 = DoubleVector.fromArray(SPECIES, from, at + stride);
        var b0 = lower.selectFrom(a0, a1);
        var b1 = upper.selectFrom(a0, a1);
        b0.intoArray(to, toAt);
        b1.intoArray(to, toAt + toStride);
    }
}
