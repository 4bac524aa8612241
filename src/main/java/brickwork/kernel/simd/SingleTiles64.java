package brickwork.kernel.simd;

import static brickwork.kernel.simd.Vectors64.SPECIES;

import jdk.incubator.vector.DoubleVector;

/**
 * Like {@link PairTiles64}, over one vector of columns.
 */
final class SingleTiles64 {

    private SingleTiles64() {}

    static void eight(Operands64 o, int aAt, int bAt, int startAt, int cAt) {
        var a = o.a;
        var aRow = o.aRow;
        var aColumn = o.aColumn;
        var b = o.b;
        var bRow = o.bRow;
        var c = o.c;
        var cRow = o.cRow;
        DoubleVector c0, c1, c2, c3, c4, c5, c6, c7;
        if (o.resume) {
            c0 = DoubleVector.fromArray(SPECIES, c, cAt);
            c1 = DoubleVector.fromArray(SPECIES, c, cAt + cRow);
            c2 = DoubleVector.fromArray(SPECIES, c, cAt + 2 * cRow);
            c3 = DoubleVector.fromArray(SPECIES, c, cAt + 3 * cRow);
            c4 = DoubleVector.fromArray(SPECIES, c, cAt + 4 * cRow);
            c5 = DoubleVector.fromArray(SPECIES, c, cAt + 5 * cRow);
            c6 = DoubleVector.fromArray(SPECIES, c, cAt + 6 * cRow);
            c7 = DoubleVector.fromArray(SPECIES, c, cAt + 7 * cRow);
        } else {
            var start = o.start;
            var step = o.startStep;
            c0 = DoubleVector.broadcast(SPECIES, start[startAt]);
            c1 = DoubleVector.broadcast(SPECIES, start[startAt + step]);
            c2 = DoubleVector.broadcast(SPECIES, start[startAt + 2 * step]);
            c3 = DoubleVector.broadcast(SPECIES, start[startAt + 3 * step]);
            c4 = DoubleVector.broadcast(SPECIES, start[startAt + 4 * step]);
            c5 = DoubleVector.broadcast(SPECIES, start[startAt + 5 * step]);
            c6 = DoubleVector.broadcast(SPECIES, start[startAt + 6 * step]);
            c7 = DoubleVector.broadcast(SPECIES, start[startAt + 7 * step]);
        }
        for (int k = o.k, row = aAt, at = bAt; k > 0; k--, row += aColumn, at += bRow) {
            var y = DoubleVector.fromArray(SPECIES, b, at);
            var p = row;
            var x = DoubleVector.broadcast(SPECIES, a[p]);
            c0 = x.fma(y, c0);
            p += aRow;
            x = DoubleVector.broadcast(SPECIES, a[p]);
            c1 = x.fma(y, c1);
            p += aRow;
            x = DoubleVector.broadcast(SPECIES, a[p]);
            c2 = x.fma(y, c2);
            p += aRow;
            x = DoubleVector.broadcast(SPECIES, a[p]);
            c3 = x.fma(y, c3);
            p += aRow;
            x = DoubleVector.broadcast(SPECIES, a[p]);
            c4 = x.fma(y, c4);
            p += aRow;
            x = DoubleVector.broadcast(SPECIES, a[p]);
            c5 = x.fma(y, c5);
            p += aRow;
            x = DoubleVector.broadcast(SPECIES, a[p]);
            c6 = x.fma(y, c6);
            p += aRow;
            x = DoubleVector.broadcast(SPECIES, a[p]);
            c7 = x.fma(y, c7);
        }
        c0.intoArray(c, cAt);
        c1.intoArray(c, cAt + cRow);
        c2.intoArray(c, cAt + 2 * cRow);
        c3.intoArray(c, cAt + 3 * cRow);
        c4.intoArray(c, cAt + 4 * cRow);
        c5.intoArray(c, cAt + 5 * cRow);
        c6.intoArray(c, cAt + 6 * cRow);
        c7.intoArray(c, cAt + 7 * cRow);
    }

    static void four(Operands64 o, int aAt, int bAt, int startAt, int cAt) {
        var a = o.a;
        var aRow = o.aRow;
        var aColumn = o.aColumn;
        var b = o.b;
        var bRow = o.bRow;
        var c = o.c;
        var cRow = o.cRow;
        DoubleVector c0, c1, c2, c3;
        if (o.resume) {
            c0 = DoubleVector.fromArray(SPECIES, c, cAt);
            c1 = DoubleVector.fromArray(SPECIES, c, cAt + cRow);
            c2 = DoubleVector.fromArray(SPECIES, c, cAt + 2 * cRow);
            c3 = DoubleVector.fromArray(SPECIES, c, cAt + 3 * cRow);
        } else {
            var start = o.start;
            var step = o.startStep;
            c0 = DoubleVector.broadcast(SPECIES, start[startAt]);
            c1 = DoubleVector.broadcast(SPECIES, start[startAt + step]);
            c2 = DoubleVector.broadcast(SPECIES, start[startAt + 2 * step]);
            c3 = DoubleVector.broadcast(SPECIES, start[startAt + 3 * step]);
        }
        for (int k = o.k, row = aAt, at = bAt; k > 0; k--, row += aColumn, at += bRow) {
            var y = DoubleVector.fromArray(SPECIES, b, at);
            var p = row;
            var x = DoubleVector.broadcast(SPECIES, a[p]);
            c0 = x.fma(y, c0);
            p += aRow;
            x = DoubleVector.broadcast(SPECIES, a[p]);
            c1 = x.fma(y, c1);
            p += aRow;
            x = DoubleVector.broadcast(SPECIES, a[p]);
            c2 = x.fma(y, c2);
            p += aRow;
            x = DoubleVector.broadcast(SPECIES, a[p]);
            c3 = x.fma(y, c3);
        }
        c0.intoArray(c, cAt);
        c1.intoArray(c, cAt + cRow);
        c2.intoArray(c, cAt + 2 * cRow);
        c3.intoArray(c, cAt + 3 * cRow);
    }

    static void two(Operands64 o, int aAt, int bAt, int startAt, int cAt) {
        var a = o.a;
        var aRow = o.aRow;
        var aColumn = o.aColumn;
        var b = o.b;
        var bRow = o.bRow;
        var c = o.c;
        var cRow = o.cRow;
        DoubleVector c0, c1;
        if (o.resume) {
            c0 = DoubleVector.fromArray(SPECIES, c, cAt);
            c1 = DoubleVector.fromArray(SPECIES, c, cAt + cRow);
        } else {
            var start = o.start;
            var step = o.startStep;
            c0 = DoubleVector.broadcast(SPECIES, start[startAt]);
            c1 = DoubleVector.broadcast(SPECIES, start[startAt + step]);
        }
        for (int k = o.k, row = aAt, at = bAt; k > 0; k--, row += aColumn, at += bRow) {
            var y = DoubleVector.fromArray(SPECIES, b, at);
            var p = row;
            var x = DoubleVector.broadcast(SPECIES, a[p]);
            c0 = x.fma(y, c0);
            p += aRow;
            x = DoubleVector.broadcast(SPECIES, a[p]);
            c1 = x.fma(y, c1);
        }
        c0.intoArray(c, cAt);
        c1.intoArray(c, cAt + cRow);
    }

    static void one(Operands64 o, int aAt, int bAt, int startAt, int cAt) {
        var a = o.a;
        var aRow = o.aRow;
        var aColumn = o.aColumn;
        var b = o.b;
        var bRow = o.bRow;
        var c = o.c;
        var cRow = o.cRow;
        DoubleVector c0;
        if (o.resume) {
            c0 = DoubleVector.fromArray(SPECIES, c, cAt);
        } else {
            var start = o.start;
            var step = o.startStep;
            c0 = DoubleVector.broadcast(SPECIES, start[startAt]);
        }
        for (int k = o.k, row = aAt, at = bAt; k > 0; k--, row += aColumn, at += bRow) {
            var y = DoubleVector.fromArray(SPECIES, b, at);
            var x = DoubleVector.broadcast(SPECIES, a[row]);
            c0 = x.fma(y, c0);
        }
        c0.intoArray(c, cAt);
    }
}
