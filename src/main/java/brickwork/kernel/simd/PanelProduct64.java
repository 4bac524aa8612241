package brickwork.kernel.simd;

import static brickwork.kernel.simd.MicroKernels64.PANEL;
import static brickwork.kernel.simd.Vectors64.LENGTH;
import static brickwork.kernel.simd.Vectors64.MANY_REGISTERS;

import brickwork.kernel.Matrix64;

/**
 * C = A·B as chains of fma, block by block. Panels of B, two vectors wide, are packed and stay in the second-level cache; the few rows of a
 * tile are multiplied by one panel after the other, so that C is written from left to right, which suits the hardware prefetcher. Rows of A
 * whose elements lie side by side are read in place; others are packed, several at a time. A sum with more terms than a block continues
 * from its value in C.
 */
final class PanelProduct64 {

    /** Terms of a block, at most. For each further block the sums are read from C again, so few large blocks are faster. */
    private static final int DEPTH = 512;

    /** Columns of B that are packed at a time, at most: half a megabyte. */
    private static final int BREADTH = (1 << 19) / Double.BYTES / DEPTH / PANEL * PANEL;

    /** Rows of A that are packed at a time. With no more rows than that, panels are packed and used one by one. */
    private static final int HEIGHT = 64;

    /** Distance of the packed columns of A: not a power of two, so that they do not share cache sets. */
    private static final int PITCH = HEIGHT + 16;

    /** Rows of the highest tile. */
    private static final int TILE = 8;

    private final TileOperands64 o = new TileOperands64();
    private double[] panels = {};
    private double[] rows = {};
    private final double[] edge = new double[TILE * PANEL];

    /** Elements held. */
    long scratch() {
        return (long) panels.length + rows.length + edge.length;
    }

    /** Row i begins with {@code start[startAt + i·startStep]}. Correct for all shapes, fast for many rows and columns. */
    void run(Matrix64 a, Matrix64 b, double[] start, int startAt, int startStep, Matrix64 c, int m, int n, int k) {
        o.start = start;
        o.startStep = startStep;
        var depth = share(k, DEPTH, 1);
        var breadth = m <= HEIGHT ? PANEL : share(n, BREADTH, PANEL);
        panels = room(panels, breadth * depth);
        o.b = panels;
        o.bRow = PANEL;
        for (var kk = 0; kk < k; kk += depth) {
            o.k = Math.min(depth, k - kk);
            o.resume = kk > 0;
            for (var j = 0; j < n; j += breadth) {
                slab(a, b, startAt, c, m, kk, j, Math.min(breadth, n - j));
            }
        }
    }

    /** {@code whole} in equal shares of at most {@code most}, each a multiple of {@code unit}. */
    private static int share(int whole, int most, int unit) {
        var shares = Math.ceilDiv(whole, most);
        return Math.ceilDiv(Math.ceilDiv(whole, shares), unit) * unit;
    }

    private static double[] room(double[] old, int elements) {
        return old.length < elements ? new double[elements] : old;
    }

    /** All rows of C by the columns of some panels. */
    private void slab(Matrix64 a, Matrix64 b, int startAt, Matrix64 c, int m, int kk, int j, int columns) {
        var height = a.columnStride() == 1 ? m : HEIGHT;
        for (var top = 0; top < m; top += height) {
            var some = Math.min(height, m - top);
            var aAt = useRows(a, top, kk, some, j == 0 || m > HEIGHT);
            for (int i = 0, high; i < some; i += high) {
                high = high(some - i);
                if (top + i == 0) {
                    pack(b, kk, j, columns);
                }
                strip(aAt + i * o.aRow, startAt + (top + i) * o.startStep, c, c.at() + (top + i) * c.rowStride() + j, high, columns);
            }
        }
    }

    /** Sets {@code o.a} to the rows from {@code top} on, and returns where they begin in it. */
    private int useRows(Matrix64 a, int top, int kk, int some, boolean fresh) {
        var at = a.at() + top * a.rowStride() + kk * a.columnStride();
        if (a.columnStride() == 1) {
            o.a = a.values();
            o.aRow = a.rowStride();
            o.aColumn = 1;
            return at;
        }
        if (fresh) {
            rows = room(rows, o.k * PITCH);
            Packing64.copy(a.values(), at, a.columnStride(), a.rowStride(), o.k, some, rows, 0, PITCH);
        }
        o.a = rows;
        o.aRow = 1;
        o.aColumn = PITCH;
        return 0;
    }

    private void pack(Matrix64 b, int kk, int j, int columns) {
        for (var column = 0; column < columns; column += PANEL) {
            Packing64.copy(b.values(), b.at() + kk * b.rowStride() + (j + column) * b.columnStride(), b.rowStride(), b.columnStride(),
                    o.k, Math.min(PANEL, columns - column), panels, column * o.k, PANEL);
        }
    }

    /** Rows of the next tile: 8 or 6, so that few rows are left for smaller tiles. */
    private static int high(int left) {
        return MANY_REGISTERS && (left & 6) == 0 ? Math.min(left, TILE) : Math.min(left, 6);
    }

    /** The rows of one tile by the columns of all packed panels. */
    private void strip(int aAt, int startAt, Matrix64 c, int cAt, int high, int columns) {
        for (var column = 0; column < columns; column += PANEL) {
            var width = Math.min(PANEL, columns - column);
            if (width % LENGTH == 0) {
                o.c = c.values();
                o.cRow = c.rowStride();
                tile(high, aAt, column * o.k, startAt, cAt + column, width);
            } else {
                o.c = edge;
                o.cRow = PANEL;
                if (o.resume) {
                    exchange(c, cAt + column, high, width, true);
                }
                tile(high, aAt, column * o.k, startAt, 0, width > LENGTH ? PANEL : LENGTH);
                exchange(c, cAt + column, high, width, false);
            }
        }
    }

    /** Copies columns of C that fill no panel to {@link #edge}, or back. */
    private void exchange(Matrix64 c, int cAt, int high, int width, boolean in) {
        for (var i = 0; i < high; i++) {
            if (in) {
                System.arraycopy(c.values(), cAt + i * c.rowStride(), edge, i * PANEL, width);
            } else {
                System.arraycopy(edge, i * PANEL, c.values(), cAt + i * c.rowStride(), width);
            }
        }
    }

    private void tile(int high, int aAt, int bAt, int startAt, int cAt, int width) {
        if (width == PANEL && high == TILE) {
            MicroKernels64.panel8(o, aAt, bAt, startAt, cAt);
        } else if (width == PANEL && high == 6) {
            MicroKernels64.panel6(o, aAt, bAt, startAt, cAt);
        } else {
            ProductTiles64.cover(o, aAt, bAt, startAt, cAt, high, width);
        }
    }
}
