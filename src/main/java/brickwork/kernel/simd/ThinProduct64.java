package brickwork.kernel.simd;

import static brickwork.kernel.simd.Vectors64.LENGTH;

import brickwork.kernel.Matrix64;

/**
 * C = A·B as chains of fma where C has fewer columns than a vector has lanes. Lanes run over the longer side of C, its columns or its rows:
 * C(r, l) = start(r, l) + Σ_k X(r, k)·Y(k, l) for few r and many l, where X and Y are A and B, or B and A with rows and columns exchanged.
 * The sums of two vectors of lanes stand in {@link #edge} while Y is packed block by block. Where lanes of Y lie side by side it is read
 * as it is; what is computed from elements beyond its last lane is dropped.
 */
final class ThinProduct64 {

    /** Terms that are packed at a time. */
    private static final int DEPTH = 256;

    private final TileOperands64 o = new TileOperands64();
    private final double[] edge = new double[LENGTH * 2 * LENGTH];
    private double[] panel = {};

    private int xAt;

    private double[] y;
    private int yAt;
    private int yRow;
    private int yColumn;

    private int startAt;
    private int startRow;
    private int startLane;

    private double[] c;
    private int cAt;
    private int cRow;
    private int cLane;

    /** Elements held. */
    long scratch() {
        return panel.length + edge.length;
    }

    /** Row i of C begins with {@code start[startAt + i·startStep]}. */
    void run(Matrix64 a, Matrix64 b, double[] start, int firstStart, int startStep, Matrix64 to, int m, int n, int k) {
        o.start = start;
        startAt = firstStart;
        c = to.values();
        cAt = to.at();
        if (n >= m) {
            useX(a, a.rowStride(), a.columnStride());
            useY(b, b.rowStride(), b.columnStride());
            startRow = startStep;
            startLane = 0;
            cRow = to.rowStride();
            cLane = 1;
            cover(m, n, k);
        } else {
            useX(b, b.columnStride(), b.rowStride());
            useY(a, a.columnStride(), a.rowStride());
            startRow = 0;
            startLane = startStep;
            cRow = 1;
            cLane = to.rowStride();
            cover(n, m, k);
        }
    }

    private void useX(Matrix64 x, int row, int column) {
        o.a = x.values();
        xAt = x.at();
        o.aRow = row;
        o.aColumn = column;
    }

    private void useY(Matrix64 newY, int row, int column) {
        y = newY.values();
        yAt = newY.at();
        yRow = row;
        yColumn = column;
    }

    private void cover(int rows, int lanes, int k) {
        for (var lane = 0; lane < lanes; lane += 2 * LENGTH) {
            var some = Math.min(2 * LENGTH, lanes - lane);
            var width = some > LENGTH ? 2 * LENGTH : LENGTH;
            begin(rows, lane, some, width);
            o.c = edge;
            o.cRow = width;
            o.resume = true;
            if (yColumn == 1 && yAt + (k - 1) * yRow + lane + width <= y.length) {
                o.b = y;
                o.bRow = yRow;
                o.k = k;
                ProductTiles64.cover(o, xAt, yAt + lane, 0, 0, rows, width);
            } else {
                coverPacked(rows, lane, some, width, k);
            }
            end(rows, lane, some, width);
        }
    }

    private void begin(int rows, int lane, int some, int width) {
        var start = o.start;
        for (var r = 0; r < rows; r++) {
            for (var l = 0; l < some; l++) {
                edge[r * width + l] = start[startAt + r * startRow + (lane + l) * startLane];
            }
        }
    }

    private void end(int rows, int lane, int some, int width) {
        var to = c;
        for (var r = 0; r < rows; r++) {
            for (var l = 0; l < some; l++) {
                to[cAt + r * cRow + (lane + l) * cLane] = edge[r * width + l];
            }
        }
    }

    private void coverPacked(int rows, int lane, int some, int width, int k) {
        if (panel.length == 0) {
            panel = new double[2 * LENGTH * DEPTH];
        }
        o.b = panel;
        o.bRow = width;
        for (var kk = 0; kk < k; kk += DEPTH) {
            o.k = Math.min(DEPTH, k - kk);
            Packing64.copy(y, yAt + kk * yRow + lane * yColumn, yRow, yColumn, o.k, some, panel, 0, width);
            ProductTiles64.cover(o, xAt + kk * o.aColumn, 0, 0, 0, rows, width);
        }
    }
}
