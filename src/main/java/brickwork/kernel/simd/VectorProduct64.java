package brickwork.kernel.simd;

import static brickwork.kernel.simd.Vectors64.LENGTH;

import brickwork.kernel.Matrix64;

/**
 * C = A·B as chains of fma, by one of four methods. Products with fewer columns than a vector has lanes are plain loops if tiny, otherwise
 * {@link ThinProduct64}. Small ones read A and B in place; B is transposed first unless its columns lie side by side. Large ones work block
 * by block on packed factors, {@link PanelProduct64}.
 */
final class VectorProduct64 {

    /** Elements of a factor up to which it is read in place, or transposed as a whole: half a megabyte. */
    private static final int PANEL = (1 << 19) / Double.BYTES;

    /** Multiply-adds above which a factor that must be transposed is packed panel by panel. */
    private static final int TRANSPOSED = 1 << 20;

    /** Multiply-adds up to which plain loops are faster than vectors with unused lanes. */
    private static final int TINY = 512;

    private static final double[] ZERO = {0};

    private final TileOperands64 o = new TileOperands64();
    private final PanelProduct64 panels = new PanelProduct64();
    private final ThinProduct64 thin = new ThinProduct64();
    private double[] panel = {};

    /** Elements held. */
    long scratch() {
        return panel.length + panels.scratch() + thin.scratch();
    }

    void run(Matrix64 a, Matrix64 b, double[] start, int startAt, Matrix64 c, int m, int n, int k) {
        o.start = start == null ? ZERO : start;
        o.startStep = start == null ? 0 : 1;
        var from = start == null ? 0 : startAt;
        if (n < LENGTH && (long) m * n * k <= TINY) {
            tiny(a, b, from, c, m, n, k);
        } else if (n < LENGTH) {
            thin.run(a, b, o.start, from, o.startStep, c, m, n, k);
        } else if (isLarge(b, m, n, k)) {
            panels.run(a, b, o.start, from, o.startStep, c, m, n, k);
        } else {
            small(a, b, from, c, m, n, k);
        }
    }

    private static boolean isLarge(Matrix64 b, int m, int n, int k) {
        return (long) k * n > PANEL || (long) m * k > PANEL || b.columnStride() != 1 && (long) m * n * k > TRANSPOSED;
    }

    private void small(Matrix64 a, Matrix64 b, int startAt, Matrix64 c, int m, int n, int k) {
        o.a = a.values();
        o.aRow = a.rowStride();
        o.aColumn = a.columnStride();
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
        o.c = c.values();
        o.cRow = c.rowStride();
        o.resume = false;
        o.k = k;
        ProductTiles64.cover(o, a.at(), bAt, startAt, c.at(), m, n);
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

    /** Two rows at a time, {@code toRow}, {@code toStart} and {@code toInto} apart; the same row twice where these are 0. */
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

    /** An array of at least {@code elements}, which are at most {@link #PANEL}. */
    private double[] panel(int elements) {
        if (panel.length < elements) {
            panel = new double[elements];
        }
        return panel;
    }
}
