package brickwork.kernel.simd;

import static brickwork.kernel.simd.Vectors64.LENGTH;
import static brickwork.kernel.simd.Vectors64.SPECIES;

import jdk.incubator.vector.DoubleVector;

/**
 * The innermost loops of products: a few rows of C by two vectors of columns, which stand {@code gap} apart, and by as many such
 * {@code pairs} as stand side by side. Every element of the tile is a chain of fma in a lane of its own; the sums stay in registers. A is
 * read element by element with any strides, by one pointer that walks down its column: twice as fast as an offset for each row, which the
 * compiler would keep in vector registers.
 */
final class PairTiles64 {

    private PairTiles64() {}

    static void eight(Operands64 o, int aAt, int bFrom, int startAt, int cFrom, int gap, int pairs) {
        var a = o.a;
        var aRow = o.aRow;
        var aColumn = o.aColumn;
        var b = o.b;
        var bRow = o.bRow;
        var c = o.c;
        var cRow = o.cRow;
        for (int left = pairs, bAt = bFrom, cAt = cFrom; left > 0; left--, bAt += 2 * LENGTH, cAt += 2 * LENGTH) {
            DoubleVector c0l, c0r, c1l, c1r, c2l, c2r, c3l, c3r, c4l, c4r, c5l, c5r, c6l, c6r, c7l, c7r;
            if (o.resume) {
                c0l = DoubleVector.fromArray(SPECIES, c, cAt);
                c0r = DoubleVector.fromArray(SPECIES, c, cAt + gap);
                c1l = DoubleVector.fromArray(SPECIES, c, cAt + cRow);
                c1r = DoubleVector.fromArray(SPECIES, c, cAt + cRow + gap);
                c2l = DoubleVector.fromArray(SPECIES, c, cAt + 2 * cRow);
                c2r = DoubleVector.fromArray(SPECIES, c, cAt + 2 * cRow + gap);
                c3l = DoubleVector.fromArray(SPECIES, c, cAt + 3 * cRow);
                c3r = DoubleVector.fromArray(SPECIES, c, cAt + 3 * cRow + gap);
                c4l = DoubleVector.fromArray(SPECIES, c, cAt + 4 * cRow);
                c4r = DoubleVector.fromArray(SPECIES, c, cAt + 4 * cRow + gap);
                c5l = DoubleVector.fromArray(SPECIES, c, cAt + 5 * cRow);
                c5r = DoubleVector.fromArray(SPECIES, c, cAt + 5 * cRow + gap);
                c6l = DoubleVector.fromArray(SPECIES, c, cAt + 6 * cRow);
                c6r = DoubleVector.fromArray(SPECIES, c, cAt + 6 * cRow + gap);
                c7l = DoubleVector.fromArray(SPECIES, c, cAt + 7 * cRow);
                c7r = DoubleVector.fromArray(SPECIES, c, cAt + 7 * cRow + gap);
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
            for (int k = o.k, row = aAt, at = bAt; k > 0; k--, row += aColumn, at += bRow) {
                var first = DoubleVector.fromArray(SPECIES, b, at);
                var second = DoubleVector.fromArray(SPECIES, b, at + gap);
                var p = row;
                var x = DoubleVector.broadcast(SPECIES, a[p]);
                c0l = x.fma(first, c0l);
                c0r = x.fma(second, c0r);
                p += aRow;
                x = DoubleVector.broadcast(SPECIES, a[p]);
                c1l = x.fma(first, c1l);
                c1r = x.fma(second, c1r);
                p += aRow;
                x = DoubleVector.broadcast(SPECIES, a[p]);
                c2l = x.fma(first, c2l);
                c2r = x.fma(second, c2r);
                p += aRow;
                x = DoubleVector.broadcast(SPECIES, a[p]);
                c3l = x.fma(first, c3l);
                c3r = x.fma(second, c3r);
                p += aRow;
                x = DoubleVector.broadcast(SPECIES, a[p]);
                c4l = x.fma(first, c4l);
                c4r = x.fma(second, c4r);
                p += aRow;
                x = DoubleVector.broadcast(SPECIES, a[p]);
                c5l = x.fma(first, c5l);
                c5r = x.fma(second, c5r);
                p += aRow;
                x = DoubleVector.broadcast(SPECIES, a[p]);
                c6l = x.fma(first, c6l);
                c6r = x.fma(second, c6r);
                p += aRow;
                x = DoubleVector.broadcast(SPECIES, a[p]);
                c7l = x.fma(first, c7l);
                c7r = x.fma(second, c7r);
            }
            c0l.intoArray(c, cAt);
            c0r.intoArray(c, cAt + gap);
            c1l.intoArray(c, cAt + cRow);
            c1r.intoArray(c, cAt + cRow + gap);
            c2l.intoArray(c, cAt + 2 * cRow);
            c2r.intoArray(c, cAt + 2 * cRow + gap);
            c3l.intoArray(c, cAt + 3 * cRow);
            c3r.intoArray(c, cAt + 3 * cRow + gap);
            c4l.intoArray(c, cAt + 4 * cRow);
            c4r.intoArray(c, cAt + 4 * cRow + gap);
            c5l.intoArray(c, cAt + 5 * cRow);
            c5r.intoArray(c, cAt + 5 * cRow + gap);
            c6l.intoArray(c, cAt + 6 * cRow);
            c6r.intoArray(c, cAt + 6 * cRow + gap);
            c7l.intoArray(c, cAt + 7 * cRow);
            c7r.intoArray(c, cAt + 7 * cRow + gap);
        }
    }

    static void four(Operands64 o, int aAt, int bFrom, int startAt, int cFrom, int gap, int pairs) {
        var a = o.a;
        var aRow = o.aRow;
        var aColumn = o.aColumn;
        var b = o.b;
        var bRow = o.bRow;
        var c = o.c;
        var cRow = o.cRow;
        for (int left = pairs, bAt = bFrom, cAt = cFrom; left > 0; left--, bAt += 2 * LENGTH, cAt += 2 * LENGTH) {
            DoubleVector c0l, c0r, c1l, c1r, c2l, c2r, c3l, c3r;
            if (o.resume) {
                c0l = DoubleVector.fromArray(SPECIES, c, cAt);
                c0r = DoubleVector.fromArray(SPECIES, c, cAt + gap);
                c1l = DoubleVector.fromArray(SPECIES, c, cAt + cRow);
                c1r = DoubleVector.fromArray(SPECIES, c, cAt + cRow + gap);
                c2l = DoubleVector.fromArray(SPECIES, c, cAt + 2 * cRow);
                c2r = DoubleVector.fromArray(SPECIES, c, cAt + 2 * cRow + gap);
                c3l = DoubleVector.fromArray(SPECIES, c, cAt + 3 * cRow);
                c3r = DoubleVector.fromArray(SPECIES, c, cAt + 3 * cRow + gap);
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
            for (int k = o.k, row = aAt, at = bAt; k > 0; k--, row += aColumn, at += bRow) {
                var first = DoubleVector.fromArray(SPECIES, b, at);
                var second = DoubleVector.fromArray(SPECIES, b, at + gap);
                var p = row;
                var x = DoubleVector.broadcast(SPECIES, a[p]);
                c0l = x.fma(first, c0l);
                c0r = x.fma(second, c0r);
                p += aRow;
                x = DoubleVector.broadcast(SPECIES, a[p]);
                c1l = x.fma(first, c1l);
                c1r = x.fma(second, c1r);
                p += aRow;
                x = DoubleVector.broadcast(SPECIES, a[p]);
                c2l = x.fma(first, c2l);
                c2r = x.fma(second, c2r);
                p += aRow;
                x = DoubleVector.broadcast(SPECIES, a[p]);
                c3l = x.fma(first, c3l);
                c3r = x.fma(second, c3r);
            }
            c0l.intoArray(c, cAt);
            c0r.intoArray(c, cAt + gap);
            c1l.intoArray(c, cAt + cRow);
            c1r.intoArray(c, cAt + cRow + gap);
            c2l.intoArray(c, cAt + 2 * cRow);
            c2r.intoArray(c, cAt + 2 * cRow + gap);
            c3l.intoArray(c, cAt + 3 * cRow);
            c3r.intoArray(c, cAt + 3 * cRow + gap);
        }
    }

    static void two(Operands64 o, int aAt, int bFrom, int startAt, int cFrom, int gap, int pairs) {
        var a = o.a;
        var aRow = o.aRow;
        var aColumn = o.aColumn;
        var b = o.b;
        var bRow = o.bRow;
        var c = o.c;
        var cRow = o.cRow;
        for (int left = pairs, bAt = bFrom, cAt = cFrom; left > 0; left--, bAt += 2 * LENGTH, cAt += 2 * LENGTH) {
            DoubleVector c0l, c0r, c1l, c1r;
            if (o.resume) {
                c0l = DoubleVector.fromArray(SPECIES, c, cAt);
                c0r = DoubleVector.fromArray(SPECIES, c, cAt + gap);
                c1l = DoubleVector.fromArray(SPECIES, c, cAt + cRow);
                c1r = DoubleVector.fromArray(SPECIES, c, cAt + cRow + gap);
            } else {
                var start = o.start;
                var step = o.startStep;
                c0l = DoubleVector.broadcast(SPECIES, start[startAt]);
                c0r = c0l;
                c1l = DoubleVector.broadcast(SPECIES, start[startAt + step]);
                c1r = c1l;
            }
            for (int k = o.k, row = aAt, at = bAt; k > 0; k--, row += aColumn, at += bRow) {
                var first = DoubleVector.fromArray(SPECIES, b, at);
                var second = DoubleVector.fromArray(SPECIES, b, at + gap);
                var p = row;
                var x = DoubleVector.broadcast(SPECIES, a[p]);
                c0l = x.fma(first, c0l);
                c0r = x.fma(second, c0r);
                p += aRow;
                x = DoubleVector.broadcast(SPECIES, a[p]);
                c1l = x.fma(first, c1l);
                c1r = x.fma(second, c1r);
            }
            c0l.intoArray(c, cAt);
            c0r.intoArray(c, cAt + gap);
            c1l.intoArray(c, cAt + cRow);
            c1r.intoArray(c, cAt + cRow + gap);
        }
    }

    static void one(Operands64 o, int aAt, int bFrom, int startAt, int cFrom, int gap, int pairs) {
        var a = o.a;
        var aRow = o.aRow;
        var aColumn = o.aColumn;
        var b = o.b;
        var bRow = o.bRow;
        var c = o.c;
        var cRow = o.cRow;
        for (int left = pairs, bAt = bFrom, cAt = cFrom; left > 0; left--, bAt += 2 * LENGTH, cAt += 2 * LENGTH) {
            DoubleVector c0l, c0r;
            if (o.resume) {
                c0l = DoubleVector.fromArray(SPECIES, c, cAt);
                c0r = DoubleVector.fromArray(SPECIES, c, cAt + gap);
            } else {
                var start = o.start;
                var step = o.startStep;
                c0l = DoubleVector.broadcast(SPECIES, start[startAt]);
                c0r = c0l;
            }
            for (int k = o.k, row = aAt, at = bAt; k > 0; k--, row += aColumn, at += bRow) {
                var first = DoubleVector.fromArray(SPECIES, b, at);
                var second = DoubleVector.fromArray(SPECIES, b, at + gap);
                var x = DoubleVector.broadcast(SPECIES, a[row]);
                c0l = x.fma(first, c0l);
                c0r = x.fma(second, c0r);
            }
            c0l.intoArray(c, cAt);
            c0r.intoArray(c, cAt + gap);
        }
    }
}
