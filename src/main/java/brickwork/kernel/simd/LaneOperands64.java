package brickwork.kernel.simd;

import static brickwork.kernel.Lanes64.COUNT;

import brickwork.kernel.Matrix64;

/**
 * The rows of A and the columns of B whose products are summed along k in fixed lanes. The terms beyond the last whole virtual vector are
 * copied and padded with 0 in A and -0 in B: fma with 0·-0 changes no sum, not even the sign of zero.
 */
final class LaneOperands64 {

    double[] a;
    int aAt;
    int aRow;

    double[] b;
    int bAt;
    int bColumn;

    /** The number of whole virtual vectors in a row of A. */
    int steps;

    /** Whether there are terms beyond those: then row or column i of the copies begins at {@code i·COUNT}. */
    boolean rest;
    double[] aRest = {};
    double[] bRest = {};

    void use(Matrix64 newA, Matrix64 newB, int m, int n, int k) {
        a = newA.values();
        aAt = newA.at();
        aRow = newA.rowStride();
        b = newB.values();
        bAt = newB.at();
        bColumn = newB.columnStride();
        steps = k / COUNT;
        var odd = k % COUNT;
        rest = odd > 0;
        if (rest) {
            aRest = copy(a, aAt + k - odd, aRow, m, odd, 0, aRest);
            bRest = copy(b, bAt + k - odd, bColumn, n, odd, Vectors64.MINUS_ZERO, bRest);
        }
    }

    private static double[] copy(double[] x, int at, int stride, int lines, int odd, double filling, double[] old) {
        var to = old.length < lines * COUNT ? new double[lines * COUNT] : old;
        for (var line = 0; line < lines; line++) {
            for (var i = 0; i < COUNT; i++) {
                to[line * COUNT + i] = i < odd ? x[at + line * stride + i] : filling;
            }
        }
        return to;
    }
}
