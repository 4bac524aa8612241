package brickwork.kernel.simd;

import static brickwork.kernel.simd.Vectors32.LENGTH;
import static brickwork.kernel.simd.Vectors32.LOWER;
import static brickwork.kernel.simd.Vectors32.SPECIES;
import static brickwork.kernel.simd.Vectors32.UPPER;

import jdk.incubator.vector.FloatVector;

/**
 * Transposes a square of as many rows as a vector has lanes, in registers. Seen as one sequence of elements, a pass zips the first half of
 * the square with the second, which moves the highest bit of every element's number to the lowest place; as many passes as a lane's number
 * has bits exchange row and lane.
 */
final class SquareTransposition32 {

    private SquareTransposition32() {}

    /** to(j, i) = from(i, j); rows are {@code stride} and {@code toStride} apart. */
    static void transpose(float[] from, int at, int stride, float[] to, int toAt, int toStride) {
        switch (LENGTH) {
            case 16 -> sixteen(from, at, stride, to, toAt, toStride);
            case 8 -> eight(from, at, stride, to, toAt, toStride);
            case 4 -> four(from, at, stride, to, toAt, toStride);
            default -> plainly(from, at, stride, to, toAt, toStride);
        }
    }

    private static void plainly(float[] from, int at, int stride, float[] to, int toAt, int toStride) {
        for (var i = 0; i < LENGTH; i++) {
            for (var j = 0; j < LENGTH; j++) {
                to[toAt + j * toStride + i] = from[at + i * stride + j];
            }
        }
    }

    private static void sixteen(float[] from, int at, int stride, float[] to, int toAt, int toStride) {
        var lower = LOWER;
        var upper = UPPER;
        var a0 = FloatVector.fromArray(SPECIES, from, at);
        var a1 = FloatVector.fromArray(SPECIES, from, at + stride);
        var a2 = FloatVector.fromArray(SPECIES, from, at + 2 * stride);
        var a3 = FloatVector.fromArray(SPECIES, from, at + 3 * stride);
        var a4 = FloatVector.fromArray(SPECIES, from, at + 4 * stride);
        var a5 = FloatVector.fromArray(SPECIES, from, at + 5 * stride);
        var a6 = FloatVector.fromArray(SPECIES, from, at + 6 * stride);
        var a7 = FloatVector.fromArray(SPECIES, from, at + 7 * stride);
        var a8 = FloatVector.fromArray(SPECIES, from, at + 8 * stride);
        var a9 = FloatVector.fromArray(SPECIES, from, at + 9 * stride);
        var a10 = FloatVector.fromArray(SPECIES, from, at + 10 * stride);
        var a11 = FloatVector.fromArray(SPECIES, from, at + 11 * stride);
        var a12 = FloatVector.fromArray(SPECIES, from, at + 12 * stride);
        var a13 = FloatVector.fromArray(SPECIES, from, at + 13 * stride);
        var a14 = FloatVector.fromArray(SPECIES, from, at + 14 * stride);
        var a15 = FloatVector.fromArray(SPECIES, from, at + 15 * stride);
        var b0 = lower.selectFrom(a0, a8);
        var b1 = upper.selectFrom(a0, a8);
        var b2 = lower.selectFrom(a1, a9);
        var b3 = upper.selectFrom(a1, a9);
        var b4 = lower.selectFrom(a2, a10);
        var b5 = upper.selectFrom(a2, a10);
        var b6 = lower.selectFrom(a3, a11);
        var b7 = upper.selectFrom(a3, a11);
        var b8 = lower.selectFrom(a4, a12);
        var b9 = upper.selectFrom(a4, a12);
        var b10 = lower.selectFrom(a5, a13);
        var b11 = upper.selectFrom(a5, a13);
        var b12 = lower.selectFrom(a6, a14);
        var b13 = upper.selectFrom(a6, a14);
        var b14 = lower.selectFrom(a7, a15);
        var b15 = upper.selectFrom(a7, a15);
        var c0 = lower.selectFrom(b0, b8);
        var c1 = upper.selectFrom(b0, b8);
        var c2 = lower.selectFrom(b1, b9);
        var c3 = upper.selectFrom(b1, b9);
        var c4 = lower.selectFrom(b2, b10);
        var c5 = upper.selectFrom(b2, b10);
        var c6 = lower.selectFrom(b3, b11);
        var c7 = upper.selectFrom(b3, b11);
        var c8 = lower.selectFrom(b4, b12);
        var c9 = upper.selectFrom(b4, b12);
        var c10 = lower.selectFrom(b5, b13);
        var c11 = upper.selectFrom(b5, b13);
        var c12 = lower.selectFrom(b6, b14);
        var c13 = upper.selectFrom(b6, b14);
        var c14 = lower.selectFrom(b7, b15);
        var c15 = upper.selectFrom(b7, b15);
        var d0 = lower.selectFrom(c0, c8);
        var d1 = upper.selectFrom(c0, c8);
        var d2 = lower.selectFrom(c1, c9);
        var d3 = upper.selectFrom(c1, c9);
        var d4 = lower.selectFrom(c2, c10);
        var d5 = upper.selectFrom(c2, c10);
        var d6 = lower.selectFrom(c3, c11);
        var d7 = upper.selectFrom(c3, c11);
        var d8 = lower.selectFrom(c4, c12);
        var d9 = upper.selectFrom(c4, c12);
        var d10 = lower.selectFrom(c5, c13);
        var d11 = upper.selectFrom(c5, c13);
        var d12 = lower.selectFrom(c6, c14);
        var d13 = upper.selectFrom(c6, c14);
        var d14 = lower.selectFrom(c7, c15);
        var d15 = upper.selectFrom(c7, c15);
        var e0 = lower.selectFrom(d0, d8);
        var e1 = upper.selectFrom(d0, d8);
        var e2 = lower.selectFrom(d1, d9);
        var e3 = upper.selectFrom(d1, d9);
        var e4 = lower.selectFrom(d2, d10);
        var e5 = upper.selectFrom(d2, d10);
        var e6 = lower.selectFrom(d3, d11);
        var e7 = upper.selectFrom(d3, d11);
        var e8 = lower.selectFrom(d4, d12);
        var e9 = upper.selectFrom(d4, d12);
        var e10 = lower.selectFrom(d5, d13);
        var e11 = upper.selectFrom(d5, d13);
        var e12 = lower.selectFrom(d6, d14);
        var e13 = upper.selectFrom(d6, d14);
        var e14 = lower.selectFrom(d7, d15);
        var e15 = upper.selectFrom(d7, d15);
        e0.intoArray(to, toAt);
        e1.intoArray(to, toAt + toStride);
        e2.intoArray(to, toAt + 2 * toStride);
        e3.intoArray(to, toAt + 3 * toStride);
        e4.intoArray(to, toAt + 4 * toStride);
        e5.intoArray(to, toAt + 5 * toStride);
        e6.intoArray(to, toAt + 6 * toStride);
        e7.intoArray(to, toAt + 7 * toStride);
        e8.intoArray(to, toAt + 8 * toStride);
        e9.intoArray(to, toAt + 9 * toStride);
        e10.intoArray(to, toAt + 10 * toStride);
        e11.intoArray(to, toAt + 11 * toStride);
        e12.intoArray(to, toAt + 12 * toStride);
        e13.intoArray(to, toAt + 13 * toStride);
        e14.intoArray(to, toAt + 14 * toStride);
        e15.intoArray(to, toAt + 15 * toStride);
    }

    private static void eight(float[] from, int at, int stride, float[] to, int toAt, int toStride) {
        var lower = LOWER;
        var upper = UPPER;
        var a0 = FloatVector.fromArray(SPECIES, from, at);
        var a1 = FloatVector.fromArray(SPECIES, from, at + stride);
        var a2 = FloatVector.fromArray(SPECIES, from, at + 2 * stride);
        var a3 = FloatVector.fromArray(SPECIES, from, at + 3 * stride);
        var a4 = FloatVector.fromArray(SPECIES, from, at + 4 * stride);
        var a5 = FloatVector.fromArray(SPECIES, from, at + 5 * stride);
        var a6 = FloatVector.fromArray(SPECIES, from, at + 6 * stride);
        var a7 = FloatVector.fromArray(SPECIES, from, at + 7 * stride);
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

    private static void four(float[] from, int at, int stride, float[] to, int toAt, int toStride) {
        var lower = LOWER;
        var upper = UPPER;
        var a0 = FloatVector.fromArray(SPECIES, from, at);
        var a1 = FloatVector.fromArray(SPECIES, from, at + stride);
        var a2 = FloatVector.fromArray(SPECIES, from, at + 2 * stride);
        var a3 = FloatVector.fromArray(SPECIES, from, at + 3 * stride);
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
}
