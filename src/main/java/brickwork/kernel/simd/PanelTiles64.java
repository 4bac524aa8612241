package brickwork.kernel.simd;

import static brickwork.kernel.simd.Vectors64.LENGTH;
import static brickwork.kernel.simd.Vectors64.SPECIES;

import jdk.incubator.vector.DoubleVector;

/**
 * Like {@link PairTiles64}, over packed panels of B. With a distance of rows that is a constant the compiler checks the bounds of B ahead
 * of the loop.
 */
final class PanelTiles64 {

    /** Terms that are multiplied at a time, at most: sums that go on later are read from C again, so the more the better. */
    static final int DEPTH = 512;

    /** Columns of a panel, and the distance of its rows. */
    static final int WIDTH = 2 * LENGTH;

    private PanelTiles64() {}

    static void eight(Operands64 o, int aAt, int bAt, int startAt, int cAt) {
        var a = o.a;
        var aRow = o.aRow;
        var aColumn = o.aColumn;
        var b = o.b;
        var c = o.c;
        var cRow = o.cRow;
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
        for (int k = o.k, row = aAt, q = bAt; k > 0; k--, row += aColumn, q += WIDTH) {
            var left = DoubleVector.fromArray(SPECIES, b, q);
            var right = DoubleVector.fromArray(SPECIES, b, q + LENGTH);
            var p = row;
            var x = DoubleVector.broadcast(SPECIES, a[p]);
            c0l = x.fma(left, c0l);
            c0r = x.fma(right, c0r);
            p += aRow;
            x = DoubleVector.broadcast(SPECIES, a[p]);
            c1l = x.fma(left, c1l);
            c1r = x.fma(right, c1r);
            p += aRow;
            x = DoubleVector.broadcast(SPECIES, a[p]);
            c2l = x.fma(left, c2l);
            c2r = x.fma(right, c2r);
            p += aRow;
            x = DoubleVector.broadcast(SPECIES, a[p]);
            c3l = x.fma(left, c3l);
            c3r = x.fma(right, c3r);
            p += aRow;
            x = DoubleVector.broadcast(SPECIES, a[p]);
            c4l = x.fma(left, c4l);
            c4r = x.fma(right, c4r);
            p += aRow;
            x = DoubleVector.broadcast(SPECIES, a[p]);
            c5l = x.fma(left, c5l);
            c5r = x.fma(right, c5r);
            p += aRow;
            x = DoubleVector.broadcast(SPECIES, a[p]);
            c6l = x.fma(left, c6l);
            c6r = x.fma(right, c6r);
            p += aRow;
            x = DoubleVector.broadcast(SPECIES, a[p]);
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

    static void six(Operands64 o, int aAt, int bAt, int startAt, int cAt) {
        var a = o.a;
        var aRow = o.aRow;
        var aColumn = o.aColumn;
        var b = o.b;
        var c = o.c;
        var cRow = o.cRow;
        DoubleVector c0l, c0r, c1l, c1r, c2l, c2r, c3l, c3r, c4l, c4r, c5l, c5r;
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
        }
        for (int k = o.k, row = aAt, q = bAt; k > 0; k--, row += aColumn, q += WIDTH) {
            var left = DoubleVector.fromArray(SPECIES, b, q);
            var right = DoubleVector.fromArray(SPECIES, b, q + LENGTH);
            var p = row;
            var x = DoubleVector.broadcast(SPECIES, a[p]);
            c0l = x.fma(left, c0l);
            c0r = x.fma(right, c0r);
            p += aRow;
            x = DoubleVector.broadcast(SPECIES, a[p]);
            c1l = x.fma(left, c1l);
            c1r = x.fma(right, c1r);
            p += aRow;
            x = DoubleVector.broadcast(SPECIES, a[p]);
            c2l = x.fma(left, c2l);
            c2r = x.fma(right, c2r);
            p += aRow;
            x = DoubleVector.broadcast(SPECIES, a[p]);
            c3l = x.fma(left, c3l);
            c3r = x.fma(right, c3r);
            p += aRow;
            x = DoubleVector.broadcast(SPECIES, a[p]);
            c4l = x.fma(left, c4l);
            c4r = x.fma(right, c4r);
            p += aRow;
            x = DoubleVector.broadcast(SPECIES, a[p]);
            c5l = x.fma(left, c5l);
            c5r = x.fma(right, c5r);
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
    }
}
