package brickwork.kernel.simd;

import static brickwork.kernel.simd.Vectors64.LENGTH;
import static brickwork.kernel.simd.Vectors64.SPECIES;

import jdk.incubator.vector.DoubleVector;

/**
 * Like {@link PairTiles64}, over packed factors: rows of A stand {@link #STRIDE} apart, those of B {@link #WIDTH}. With distances that are
 * constants the compiler checks all bounds ahead of the loop, and keeps one pointer for all rows.
 */
final class PanelTiles64 {

    /** Terms that are multiplied at a time, at most. */
    static final int DEPTH = 256;

    /** Distance of the rows of A: not a power of two, so that they do not fall into the same places of a cache. */
    static final int STRIDE = DEPTH + 16;

    /** Columns of a panel, and the distance of its rows. */
    static final int WIDTH = 2 * LENGTH;

    private PanelTiles64() {}

    static void eight(Operands64 o, int aAt, int bAt, int startAt, int cAt) {
        var a = o.a;
        var b = o.b;
        var c = o.c;
        var cRow = o.cRow;
        var terms = o.k;
        DoubleVector c0l, c0r, c1l, c1r, c2l, c2r, c3l, c3r, c4l, c4r, c5l, c5r, c6l, c6r, c7l, c7r;
        if (o.resume) {
            c0l = DoubleVector.fromArray(SPECIES, c, cAt);
            c0r = DoubleVector.fromArray(SPECIES, c, cAt + LENGTH);
            c1l = DoubleVector.fromArray(SPECIES, c, cAt + cRow);
            c1r = DoubleVector.fromArray(SPECIES, c, cAt + cRow + LENGTH);
            c2l = DoubleVector.fromArray(SPECIES, c, cAt + 2 * cRow);
            c2r = DoubleVector.fromArray(SPECIES, c, cAt + 2 * cRow + LENGTH);
            c3l = DoubleVector.fromArray(SPECIES, c, cAt + 3 * cRow);
            c3r = DoubleVector.fromArray(SPECIES, c, cAt + 3 * cRow + LENGTH);
            c4l = DoubleVector.fromArray(SPECIES, c, cAt + 4 * cRow);
            c4r = DoubleVector.fromArray(SPECIES, c, cAt + 4 * cRow + LENGTH);
            c5l = DoubleVector.fromArray(SPECIES, c, cAt + 5 * cRow);
            c5r = DoubleVector.fromArray(SPECIES, c, cAt + 5 * cRow + LENGTH);
            c6l = DoubleVector.fromArray(SPECIES, c, cAt + 6 * cRow);
            c6r = DoubleVector.fromArray(SPECIES, c, cAt + 6 * cRow + LENGTH);
            c7l = DoubleVector.fromArray(SPECIES, c, cAt + 7 * cRow);
            c7r = DoubleVector.fromArray(SPECIES, c, cAt + 7 * cRow + LENGTH);
        } else {
            var start = o.start;
            var step = o.startStep;
            c0l = DoubleVector.broadcast(SPECIES, start[startAt]);
            c0r = c0l;
            c1l = DoubleVector.broadcast(SPECIES, start[startAt + step]);
            c1r = c1l;
            c2l = DoubleVector.broadcast(SPECIES, start[startAt + 2 * step]);
            c2r = c2l;
            c3l = DoubleVector.broadcast(SPECIES, start[startAt + 3 * step]);
            c3r = c3l;
            c4l = DoubleVector.broadcast(SPECIES, start[startAt + 4 * step]);
            c4r = c4l;
            c5l = DoubleVector.broadcast(SPECIES, start[startAt + 5 * step]);
            c5r = c5l;
            c6l = DoubleVector.broadcast(SPECIES, start[startAt + 6 * step]);
            c6r = c6l;
            c7l = DoubleVector.broadcast(SPECIES, start[startAt + 7 * step]);
            c7r = c7l;
        }
        for (var k = 0; k < terms; k++) {
            var p = aAt + k;
            var q = bAt + k * WIDTH;
            var left = DoubleVector.fromArray(SPECIES, b, q);
            var right = DoubleVector.fromArray(SPECIES, b, q + LENGTH);
            var x = DoubleVector.broadcast(SPECIES, a[p]);
            c0l = x.fma(left, c0l);
            c0r = x.fma(right, c0r);
            x = DoubleVector.broadcast(SPECIES, a[p + STRIDE]);
            c1l = x.fma(left, c1l);
            c1r = x.fma(right, c1r);
            x = DoubleVector.broadcast(SPECIES, a[p + 2 * STRIDE]);
            c2l = x.fma(left, c2l);
            c2r = x.fma(right, c2r);
            x = DoubleVector.broadcast(SPECIES, a[p + 3 * STRIDE]);
            c3l = x.fma(left, c3l);
            c3r = x.fma(right, c3r);
            x = DoubleVector.broadcast(SPECIES, a[p + 4 * STRIDE]);
            c4l = x.fma(left, c4l);
            c4r = x.fma(right, c4r);
            x = DoubleVector.broadcast(SPECIES, a[p + 5 * STRIDE]);
            c5l = x.fma(left, c5l);
            c5r = x.fma(right, c5r);
            x = DoubleVector.broadcast(SPECIES, a[p + 6 * STRIDE]);
            c6l = x.fma(left, c6l);
            c6r = x.fma(right, c6r);
            x = DoubleVector.broadcast(SPECIES, a[p + 7 * STRIDE]);
            c7l = x.fma(left, c7l);
            c7r = x.fma(right, c7r);
        }
        c0l.intoArray(c, cAt);
        c0r.intoArray(c, cAt + LENGTH);
        c1l.intoArray(c, cAt + cRow);
        c1r.intoArray(c, cAt + cRow + LENGTH);
        c2l.intoArray(c, cAt + 2 * cRow);
        c2r.intoArray(c, cAt + 2 * cRow + LENGTH);
        c3l.intoArray(c, cAt + 3 * cRow);
        c3r.intoArray(c, cAt + 3 * cRow + LENGTH);
        c4l.intoArray(c, cAt + 4 * cRow);
        c4r.intoArray(c, cAt + 4 * cRow + LENGTH);
        c5l.intoArray(c, cAt + 5 * cRow);
        c5r.intoArray(c, cAt + 5 * cRow + LENGTH);
        c6l.intoArray(c, cAt + 6 * cRow);
        c6r.intoArray(c, cAt + 6 * cRow + LENGTH);
        c7l.intoArray(c, cAt + 7 * cRow);
        c7r.intoArray(c, cAt + 7 * cRow + LENGTH);
    }

    static void five(Operands64 o, int aAt, int bAt, int startAt, int cAt) {
        var a = o.a;
        var b = o.b;
        var c = o.c;
        var cRow = o.cRow;
        var terms = o.k;
        DoubleVector c0l, c0r, c1l, c1r, c2l, c2r, c3l, c3r, c4l, c4r;
        if (o.resume) {
            c0l = DoubleVector.fromArray(SPECIES, c, cAt);
            c0r = DoubleVector.fromArray(SPECIES, c, cAt + LENGTH);
            c1l = DoubleVector.fromArray(SPECIES, c, cAt + cRow);
            c1r = DoubleVector.fromArray(SPECIES, c, cAt + cRow + LENGTH);
            c2l = DoubleVector.fromArray(SPECIES, c, cAt + 2 * cRow);
            c2r = DoubleVector.fromArray(SPECIES, c, cAt + 2 * cRow + LENGTH);
            c3l = DoubleVector.fromArray(SPECIES, c, cAt + 3 * cRow);
            c3r = DoubleVector.fromArray(SPECIES, c, cAt + 3 * cRow + LENGTH);
            c4l = DoubleVector.fromArray(SPECIES, c, cAt + 4 * cRow);
            c4r = DoubleVector.fromArray(SPECIES, c, cAt + 4 * cRow + LENGTH);
        } else {
            var start = o.start;
            var step = o.startStep;
            c0l = DoubleVector.broadcast(SPECIES, start[startAt]);
            c0r = c0l;
            c1l = DoubleVector.broadcast(SPECIES, start[startAt + step]);
            c1r = c1l;
            c2l = DoubleVector.broadcast(SPECIES, start[startAt + 2 * step]);
            c2r = c2l;
            c3l = DoubleVector.broadcast(SPECIES, start[startAt + 3 * step]);
            c3r = c3l;
            c4l = DoubleVector.broadcast(SPECIES, start[startAt + 4 * step]);
            c4r = c4l;
        }
        for (var k = 0; k < terms; k++) {
            var p = aAt + k;
            var q = bAt + k * WIDTH;
            var left = DoubleVector.fromArray(SPECIES, b, q);
            var right = DoubleVector.fromArray(SPECIES, b, q + LENGTH);
            var x = DoubleVector.broadcast(SPECIES, a[p]);
            c0l = x.fma(left, c0l);
            c0r = x.fma(right, c0r);
            x = DoubleVector.broadcast(SPECIES, a[p + STRIDE]);
            c1l = x.fma(left, c1l);
            c1r = x.fma(right, c1r);
            x = DoubleVector.broadcast(SPECIES, a[p + 2 * STRIDE]);
            c2l = x.fma(left, c2l);
            c2r = x.fma(right, c2r);
            x = DoubleVector.broadcast(SPECIES, a[p + 3 * STRIDE]);
            c3l = x.fma(left, c3l);
            c3r = x.fma(right, c3r);
            x = DoubleVector.broadcast(SPECIES, a[p + 4 * STRIDE]);
            c4l = x.fma(left, c4l);
            c4r = x.fma(right, c4r);
        }
        c0l.intoArray(c, cAt);
        c0r.intoArray(c, cAt + LENGTH);
        c1l.intoArray(c, cAt + cRow);
        c1r.intoArray(c, cAt + cRow + LENGTH);
        c2l.intoArray(c, cAt + 2 * cRow);
        c2r.intoArray(c, cAt + 2 * cRow + LENGTH);
        c3l.intoArray(c, cAt + 3 * cRow);
        c3r.intoArray(c, cAt + 3 * cRow + LENGTH);
        c4l.intoArray(c, cAt + 4 * cRow);
        c4r.intoArray(c, cAt + 4 * cRow + LENGTH);
    }

    static void four(Operands64 o, int aAt, int bAt, int startAt, int cAt) {
        var a = o.a;
        var b = o.b;
        var c = o.c;
        var cRow = o.cRow;
        var terms = o.k;
        DoubleVector c0l, c0r, c1l, c1r, c2l, c2r, c3l, c3r;
        if (o.resume) {
            c0l = DoubleVector.fromArray(SPECIES, c, cAt);
            c0r = DoubleVector.fromArray(SPECIES, c, cAt + LENGTH);
            c1l = DoubleVector.fromArray(SPECIES, c, cAt + cRow);
            c1r = DoubleVector.fromArray(SPECIES, c, cAt + cRow + LENGTH);
            c2l = DoubleVector.fromArray(SPECIES, c, cAt + 2 * cRow);
            c2r = DoubleVector.fromArray(SPECIES, c, cAt + 2 * cRow + LENGTH);
            c3l = DoubleVector.fromArray(SPECIES, c, cAt + 3 * cRow);
            c3r = DoubleVector.fromArray(SPECIES, c, cAt + 3 * cRow + LENGTH);
        } else {
            var start = o.start;
            var step = o.startStep;
            c0l = DoubleVector.broadcast(SPECIES, start[startAt]);
            c0r = c0l;
            c1l = DoubleVector.broadcast(SPECIES, start[startAt + step]);
            c1r = c1l;
            c2l = DoubleVector.broadcast(SPECIES, start[startAt + 2 * step]);
            c2r = c2l;
            c3l = DoubleVector.broadcast(SPECIES, start[startAt + 3 * step]);
            c3r = c3l;
        }
        for (var k = 0; k < terms; k++) {
            var p = aAt + k;
            var q = bAt + k * WIDTH;
            var left = DoubleVector.fromArray(SPECIES, b, q);
            var right = DoubleVector.fromArray(SPECIES, b, q + LENGTH);
            var x = DoubleVector.broadcast(SPECIES, a[p]);
            c0l = x.fma(left, c0l);
            c0r = x.fma(right, c0r);
            x = DoubleVector.broadcast(SPECIES, a[p + STRIDE]);
            c1l = x.fma(left, c1l);
            c1r = x.fma(right, c1r);
            x = DoubleVector.broadcast(SPECIES, a[p + 2 * STRIDE]);
            c2l = x.fma(left, c2l);
            c2r = x.fma(right, c2r);
            x = DoubleVector.broadcast(SPECIES, a[p + 3 * STRIDE]);
            c3l = x.fma(left, c3l);
            c3r = x.fma(right, c3r);
        }
        c0l.intoArray(c, cAt);
        c0r.intoArray(c, cAt + LENGTH);
        c1l.intoArray(c, cAt + cRow);
        c1r.intoArray(c, cAt + cRow + LENGTH);
        c2l.intoArray(c, cAt + 2 * cRow);
        c2r.intoArray(c, cAt + 2 * cRow + LENGTH);
        c3l.intoArray(c, cAt + 3 * cRow);
        c3r.intoArray(c, cAt + 3 * cRow + LENGTH);
    }
}
