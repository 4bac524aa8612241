package brickwork.kernel.simd;

import static brickwork.kernel.simd.Vectors64.LENGTH;

import brickwork.kernel.Matrix64;

/**
 * C = A·B as chains of fma, in one of four ways. Tiny products are plain loops. Small ones run over A and B where they stand, B turned
 * first where its columns do not lie side by side. Narrow ones, with fewer columns than a vector has lanes, run lanes over the longer side.
 * Large ones go block by block over packed factors ({@link PanelProduct64}).
 */
final class VectorProduct64 {

    /** Elements of a factor up to which it is read where it stands, or turned as a whole: half a megabyte. */
    private static final int PANEL = (1 << 19) / Double.BYTES;

    /** Multiply-adds from which on a factor that must be turned is turned panel by panel. */
    private static final int TURNED = 1 << 20;

    /** Terms that are packed together for a narrow product. */
    private static final int DEPTH = 256;

    /** Multiply-adds up to which plain loops are faster where vectors do not fit. */
    private static final int TINY = 512;

    private static final double[] ZERO = {0};

    private final TileOperands64 o = new TileOperands64();
    private final PanelProduct64 panels = new PanelProduct64();
    private double[] panel = {};
    private final double[] edge = new double[LENGTH * 2 * LENGTH];

    /** Elements held. */
    long scratch() {
        return panel.length + edge.length + panels.scratch();
    }

    void run(Matrix64 a, Matrix64 b, double[] start, int startAt, Matrix64 c, int m, int n, int k) {
        o.start = start == null ? ZERO : start;
        o.startStep = start == null ? 0 : 1;
        var from = start == null ? 0 : startAt;
        if (n < LENGTH) {
            narrow(a, b, from, c, m, n, k);
        } else if (isLarge(b, m, n, k)) {
            panels.run(a, b, o.start, from, o.startStep, c, m, n, k);
        } else {
            small(a, b, from, c, m, n, k);
        }
    }

    private static boolean isLarge(Matrix64 b, int m, int n, int k) {
        return (long) k * n > PANEL || (long) m * k > PANEL || b.columnStride() != 1 && (long) m * n * k > TURNED;
    }

    private void small(Matrix64 a, Matrix64 b, int startAt, Matrix64 c, int m, int n, int k) {
        useA(a.values(), a.rowStride(), a.columnStride());
        var bAt = b.at();
        if (b.columnStride() == 1) {
            o.b = b.values();
            o.bRow = b.rowStride();
        } else {
            o.b = panel(k * n);
            o.bRow = n;
            Packing64.copy(b.values(), b.at(), b.rowStride(), b.columnStride(), k, n, panel, 0, n);
            bAt = 0;
        }
        useC(c.values(), c.rowStride(), false);
        o.k = k;
        ProductTiles64.cover(o, a.at(), bAt, startAt, c.at(), m, n);
    }

    private void narrow(Matrix64 a, Matrix64 b, int startAt, Matrix64 c, int m, int n, int k) {
        if ((long) m * n * k <= TINY) {
            tiny(a, b, startAt, c, m, n, k);
        } else if (n >= m) {
            slender(a.values(), a.at(), a.rowStride(), a.columnStride(), b.values(), b.at(), b.rowStride(), b.columnStride(),
                    startAt, o.startStep, 0, c.values(), c.at(), c.rowStride(), 1, m, n, k);
        } else {
            slender(b.values(), b.at(), b.columnStride(), b.rowStride(), a.values(), a.at(), a.columnStride(), a.rowStride(),
                    startAt, 0, o.startStep, c.values(), c.at(), 1, c.rowStride(), n, m, k);
        }
    }

    private void tiny(Matrix64 a, Matrix64 b, int startAt, Matrix64 c, int m, int n, int k) {
        var i = 0;
        for (; i < m - 1; i += 2) {
            tinyRows(a, a.at() + i * a.rowStride(), a.rowStride(), b, startAt + i * o.startStep, o.startStep, c.values(),
                    c.at() + i * c.rowStride(), c.rowStride(), n, k);
        }
        if (i < m) {
            tinyRows(a, a.at() + i * a.rowStride(), 0, b, startAt + i * o.startStep, 0, c.values(), c.at() + i * c.rowStride(), 0, n, k);
        }
    }

    /** Two rows side by side; the same row twice where the distances are 0. */
    private void tinyRows(Matrix64 a, int row, int toRow, Matrix64 b, int startAt, int toStart, double[] c, int into, int toInto, int n,
            int k) {
        var x = a.values();
        var y = b.values();
        var first = o.start[startAt];
        var second = o.start[startAt + toStart];
        for (int j = 0, column = b.at(); j < n; j++, column += b.columnStride()) {
            var sum = first;
            var other = second;
            for (int kk = 0, p = row, q = column; kk < k; kk++, p += a.columnStride(), q += b.rowStride()) {
                sum = Math.fma(x[p], y[q], sum);
                other = Math.fma(x[p + toRow], y[q], other);
            }
            c[into + toInto + j] = other;
            c[into + j] = sum;
        }
    }

    /**
     * E(r, l) = start(r, l) + Σ_k X(r, k)·Y(k, l) for few rows r: lanes l run over strips of two vectors, whose sums stand in {@link #edge}
     * while Y is packed block by block. Where the lanes of Y stand side by side it is read as it is; what the last strip reads beyond
     * them comes to nothing.
     */
    private void slender(double[] x, int xAt, int xRow, int xColumn, double[] y, int yAt, int yRow, int yColumn, int startAt, int startRow,
            int startLane, double[] e, int eAt, int eRow, int eLane, int rowCount, int laneCount, int k) {
        for (var lane = 0; lane < laneCount; lane += 2 * LENGTH) {
            var lanes = Math.min(2 * LENGTH, laneCount - lane);
            var width = lanes > LENGTH ? 2 * LENGTH : LENGTH;
            for (var r = 0; r < rowCount; r++) {
                for (var l = 0; l < lanes; l++) {
                    edge[r * width + l] = o.start[startAt + r * startRow + (lane + l) * startLane];
                }
            }
            useA(x, xRow, xColumn);
            useC(edge, width, true);
            if (yColumn == 1 && yAt + (k - 1) * yRow + lane + width <= y.length) {
                o.b = y;
                o.bRow = yRow;
                o.k = k;
                ProductTiles64.cover(o, xAt, yAt + lane, 0, 0, rowCount, width);
            } else {
                packedStrip(xAt, xColumn, y, yAt + lane * yColumn, yRow, yColumn, rowCount, lanes, width, k);
            }
            for (var r = 0; r < rowCount; r++) {
                for (var l = 0; l < lanes; l++) {
                    e[eAt + r * eRow + (lane + l) * eLane] = edge[r * width + l];
                }
            }
        }
    }

    private void packedStrip(int xAt, int xColumn, double[] y, int yAt, int yRow, int yColumn, int rowCount, int lanes, int width, int k) {
        o.b = panel(2 * LENGTH * DEPTH);
        o.bRow = width;
        for (var kk = 0; kk < k; kk += DEPTH) {
            o.k = Math.min(DEPTH, k - kk);
            Packing64.copy(y, yAt + kk * yRow, yRow, yColumn, o.k, lanes, panel, 0, width);
            ProductTiles64.cover(o, xAt + kk * xColumn, 0, 0, 0, rowCount, width);
        }
    }

    private void useA(double[] a, int row, int column) {
        o.a = a;
        o.aRow = row;
        o.aColumn = column;
    }

    private void useC(double[] c, int row, boolean resume) {
        o.c = c;
        o.cRow = row;
        o.resume = resume;
    }

    /** Room for {@code elements}, at most {@link #PANEL}. */
    private double[] panel(int elements) {
        if (panel.length < elements) {
            panel = new double[elements];
        }
        return panel;
    }
}
