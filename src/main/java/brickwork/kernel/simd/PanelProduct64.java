package brickwork.kernel.simd;

import static brickwork.kernel.simd.PanelTiles64.DEPTH;
import static brickwork.kernel.simd.PanelTiles64.STRIDE;
import static brickwork.kernel.simd.PanelTiles64.WIDTH;
import static brickwork.kernel.simd.Vectors64.LENGTH;
import static brickwork.kernel.simd.Vectors64.MANY_REGISTERS;

import brickwork.kernel.Matrix64;

/**
 * C = A·B as chains of fma, block by block over packed factors. A panel of B, two vectors wide, stays in the first cache while packed rows of
 * A pass by. A sum that is longer than a block goes on from C.
 */
final class PanelProduct64 {

    /** Columns of B that are kept packed, at most: half a megabyte, which leaves room in a cache of the second level. */
    private static final int BREADTH = (1 << 19) / Double.BYTES / DEPTH / WIDTH * WIDTH;

    /** Rows of A that are packed together. */
    private static final int HEIGHT = 64;

    private final Operands64 o = new Operands64();
    private double[] panels = {};
    private double[] rows = {};
    private final double[] edge = new double[HEIGHT * WIDTH];

    /** Elements held. */
    long scratch() {
        return (long) panels.length + rows.length + edge.length;
    }

    /** Row i begins with {@code start[startAt + i·startStep]}. All shapes will do; those are fast that have many rows and columns. */
    void run(Matrix64 a, Matrix64 b, double[] start, int startAt, int startStep, Matrix64 c, int m, int n, int k) {
        o.start = start;
        o.startStep = startStep;
        var depth = share(k, DEPTH, 1);
        var breadth = m <= HEIGHT ? WIDTH : share(n, BREADTH, WIDTH);
        panels = room(panels, breadth * depth);
        rows = room(rows, Math.min(m, HEIGHT) * STRIDE);
        for (var kk = 0; kk < k; kk += depth) {
            o.k = Math.min(depth, k - kk);
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

    /** All rows of a few panels. Each panel is packed just before it is used for the first time. */
    private void slab(Matrix64 a, Matrix64 b, int startAt, Matrix64 c, int m, int kk, int j, int columns) {
        for (var i = 0; i < m; i += HEIGHT) {
            var height = Math.min(HEIGHT, m - i);
            if (j == 0 || m > HEIGHT) {
                Packing64.copy(a.values(), a.at() + i * a.rowStride() + kk * a.columnStride(), a.rowStride(), a.columnStride(),
                        height, o.k, rows, 0, STRIDE);
            }
            for (var column = 0; column < columns; column += WIDTH) {
                var width = Math.min(WIDTH, columns - column);
                if (i == 0) {
                    Packing64.copy(b.values(), b.at() + kk * b.rowStride() + (j + column) * b.columnStride(), b.rowStride(),
                            b.columnStride(), o.k, width, panels, column * o.k, WIDTH);
                }
                block(column * o.k, startAt + i * o.startStep, c, c.at() + i * c.rowStride() + j + column, height, width, kk > 0);
            }
        }
    }

    /** Rows of the next tile: fives until a multiple of four is left, so that no tile is low. */
    private static int tile(int left) {
        var odd = left & 3;
        if (odd > 0 && left >= 5 * odd) {
            return 5;
        }
        return MANY_REGISTERS && left >= 8 ? 8 : Math.min(left, 4);
    }

    /** A few rows of a panel. */
    private void block(int bAt, int startAt, Matrix64 c, int cAt, int height, int width, boolean resume) {
        o.resume = resume;
        if (width % LENGTH == 0) {
            o.c = c.values();
            o.cRow = c.rowStride();
            tiles(bAt, startAt, cAt, height, width);
        } else {
            o.c = edge;
            o.cRow = WIDTH;
            if (resume) {
                exchange(c, cAt, height, width, true);
            }
            tiles(bAt, startAt, 0, height, width > LENGTH ? WIDTH : LENGTH);
            exchange(c, cAt, height, width, false);
        }
    }

    /** Copies a narrow strip of C to the edge, or back. */
    private void exchange(Matrix64 c, int cAt, int height, int width, boolean in) {
        for (var i = 0; i < height; i++) {
            if (in) {
                System.arraycopy(c.values(), cAt + i * c.rowStride(), edge, i * WIDTH, width);
            } else {
                System.arraycopy(edge, i * WIDTH, c.values(), cAt + i * c.rowStride(), width);
            }
        }
    }

    private void tiles(int bAt, int startAt, int cAt, int height, int width) {
        o.a = rows;
        o.aRow = STRIDE;
        o.aColumn = 1;
        o.b = panels;
        o.bRow = WIDTH;
        for (int i = 0, some; i < height; i += some) {
            some = tile(height - i);
            tile(some, i * STRIDE, bAt, startAt + i * o.startStep, cAt + i * o.cRow, width);
        }
    }

    private void tile(int height, int aAt, int bAt, int startAt, int cAt, int width) {
        if (width < WIDTH || height < 4) {
            ProductTiles64.cover(o, aAt, bAt, startAt, cAt, height, width);
            return;
        }
        switch (height) {
            case 8 -> PanelTiles64.eight(o, aAt, bAt, startAt, cAt);
            case 5 -> PanelTiles64.five(o, aAt, bAt, startAt, cAt);
            default -> PanelTiles64.four(o, aAt, bAt, startAt, cAt);
        }
    }
}
