package brickwork.kernel;

/** The two products of matrices; they differ only in the order in which the terms of one element are added. */
final class ScalarProducts64 {

    /** Columns of C that are summed at the same time: independent chains overlap in the processor. */
    private static final int TILE = 8;

    /** Rows of C that are summed at the same time in the columns that fill no tile. */
    private static final int ROWS = 4;

    private ScalarProducts64() {}

    /** C(i, j) = start(i) + Σ_k A(i, k)·B(k, j): each element one chain of fma, in increasing k. */
    static void product(Matrix64 a, Matrix64 b, double[] start, int startAt, Matrix64 c, int m, int n, int k) {
        var whole = n - n % TILE;
        for (var i = 0; i < m && whole > 0; i++) {
            var first = start == null ? 0 : start[startAt + i];
            var row = a.at() + i * a.rowStride();
            var into = c.at() + i * c.rowStride();
            for (var j = 0; j < whole; j += TILE) {
                tile(a, row, b, b.at() + j * b.columnStride(), first, c.values(), into + j, k);
            }
        }
        for (var j = whole; j < n; j++) {
            column(a, b, b.at() + j * b.columnStride(), start, startAt, c, c.at() + j, m, k);
        }
    }

    private static void column(Matrix64 a, Matrix64 b, int column, double[] start, int startAt, Matrix64 c, int into, int m, int k) {
        var i = 0;
        for (; i <= m - ROWS; i += ROWS) {
            rows(a, a.at() + i * a.rowStride(), b, column, start, startAt + i, c.values(), into + i * c.rowStride(), c.rowStride(), k);
        }
        for (; i < m; i++) {
            var first = start == null ? 0 : start[startAt + i];
            c.values()[into + i * c.rowStride()] = chain(a, a.at() + i * a.rowStride(), b, column, first, k);
        }
    }

    private static void rows(Matrix64 a, int row, Matrix64 b, int column, double[] start, int startAt, double[] c, int into, int cRow,
            int k) {
        var x = a.values();
        var y = b.values();
        var next = a.rowStride();
        double c0 = 0, c1 = 0, c2 = 0, c3 = 0;
        if (start != null) {
            c0 = start[startAt];
            c1 = start[startAt + 1];
            c2 = start[startAt + 2];
            c3 = start[startAt + 3];
        }
        for (int kk = 0, p = row, q = column; kk < k; kk++, p += a.columnStride(), q += b.rowStride()) {
            var f = y[q];
            c0 = Math.fma(x[p], f, c0);
            c1 = Math.fma(x[p + next], f, c1);
            c2 = Math.fma(x[p + 2 * next], f, c2);
            c3 = Math.fma(x[p + 3 * next], f, c3);
        }
        c[into] = c0;
        c[into + cRow] = c1;
        c[into + 2 * cRow] = c2;
        c[into + 3 * cRow] = c3;
    }

    private static void tile(Matrix64 a, int row, Matrix64 b, int column, double first, double[] c, int into, int k) {
        var x = a.values();
        var y = b.values();
        var next = b.columnStride();
        double c0 = first, c1 = first, c2 = first, c3 = first, c4 = first, c5 = first, c6 = first, c7 = first;
        for (int kk = 0, p = row, q = column; kk < k; kk++, p += a.columnStride(), q += b.rowStride()) {
            var f = x[p];
            c0 = Math.fma(f, y[q], c0);
            c1 = Math.fma(f, y[q + next], c1);
            c2 = Math.fma(f, y[q + 2 * next], c2);
            c3 = Math.fma(f, y[q + 3 * next], c3);
            c4 = Math.fma(f, y[q + 4 * next], c4);
            c5 = Math.fma(f, y[q + 5 * next], c5);
            c6 = Math.fma(f, y[q + 6 * next], c6);
            c7 = Math.fma(f, y[q + 7 * next], c7);
        }
        c[into] = c0;
        c[into + 1] = c1;
        c[into + 2] = c2;
        c[into + 3] = c3;
        c[into + 4] = c4;
        c[into + 5] = c5;
        c[into + 6] = c6;
        c[into + 7] = c7;
    }

    private static double chain(Matrix64 a, int row, Matrix64 b, int column, double first, int k) {
        var x = a.values();
        var y = b.values();
        var sum = first;
        for (int kk = 0, p = row, q = column; kk < k; kk++, p += a.columnStride(), q += b.rowStride()) {
            sum = Math.fma(x[p], y[q], sum);
        }
        return sum;
    }

    /** C(i, j) = Σ_k A(i, k)·B(k, j): term k is added in lane k mod lanes. */
    static void productInLanes(Matrix64 a, Matrix64 b, Matrix64 c, int m, int n, int k, double[] lanes) {
        var x = a.values();
        var y = b.values();
        for (var i = 0; i < m; i++) {
            var row = a.at() + i * a.rowStride();
            for (var j = 0; j < n; j++) {
                var column = b.at() + j * b.columnStride();
                Lanes64.clear(lanes);
                for (var kk = 0; kk < k; kk++) {
                    var lane = kk % Lanes64.COUNT;
                    lanes[lane] = Math.fma(x[row + kk], y[column + kk], lanes[lane]);
                }
                c.values()[c.at() + i * c.rowStride() + j] = Lanes64.join(lanes);
            }
        }
    }
}
