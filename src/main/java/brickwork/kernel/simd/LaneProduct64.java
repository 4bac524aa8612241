package brickwork.kernel.simd;

import static brickwork.kernel.simd.Vectors64.LENGTH;

import brickwork.kernel.Lanes64;
import brickwork.kernel.Matrix64;

/**
 * C = A·B with every sum in fixed lanes over k. Sums are gathered until there are as many as lanes, and then joined together. Terms beyond
 * the last whole virtual vector are multiplied from copies that are filled up with 0 in A and -0 in B: fma with 0·-0 changes no sum, not
 * even its sign.
 */
final class LaneProduct64 {

    private static final int ROWS = 2;
    private static final int COLUMNS = 4;

    /** Sums that are joined at a time. */
    private static final int GROUP = Math.max(LENGTH, ROWS * COLUMNS);

    private final double[] lanes = new double[GROUP * Lanes64.COUNT];
    private final int[] places = new int[GROUP];
    private int pending;
    private double[] tailA = {};
    private double[] tailB = {};

    /** Elements held. */
    long scratch() {
        return (long) lanes.length + tailA.length + tailB.length;
    }

    void run(Matrix64 a, Matrix64 b, Matrix64 c, int m, int n, int k) {
        var steps = k / Lanes64.COUNT;
        var rest = k % Lanes64.COUNT;
        if (rest > 0) {
            tailA = tails(tailA, a.values(), a.at() + k - rest, a.rowStride(), m, rest, 0);
            tailB = tails(tailB, b.values(), b.at() + k - rest, b.columnStride(), n, rest, Vectors64.MINUS_ZERO);
        }
        pending = 0;
        if (m >= ROWS && n >= COLUMNS) {
            for (var i = 0; i < m; i += ROWS) {
                for (var j = 0; j < n; j += COLUMNS) {
                    tile(a, b, c, Math.min(i, m - ROWS), Math.min(j, n - COLUMNS), steps, rest > 0);
                }
            }
        } else {
            for (var i = 0; i < m; i++) {
                for (var j = 0; j < n; j++) {
                    single(a, b, c, i, j, steps, rest > 0);
                }
            }
        }
        flush(c.values());
    }

    private void tile(Matrix64 a, Matrix64 b, Matrix64 c, int i, int j, int steps, boolean rest) {
        var at = pending * Lanes64.COUNT;
        LaneTiles64.twoByFour(a.values(), a.at() + i * a.rowStride(), a.rowStride(), b.values(), b.at() + j * b.columnStride(),
                b.columnStride(), steps, lanes, at, false);
        if (rest) {
            LaneTiles64.twoByFour(tailA, i * Lanes64.COUNT, Lanes64.COUNT, tailB, j * Lanes64.COUNT, Lanes64.COUNT, 1, lanes, at, true);
        }
        var place = c.at() + i * c.rowStride() + j;
        for (var s = 0; s < COLUMNS; s++) {
            places[pending + s] = place + s;
            places[pending + COLUMNS + s] = place + c.rowStride() + s;
        }
        pending += ROWS * COLUMNS;
        if (pending == GROUP) {
            flush(c.values());
        }
    }

    private void single(Matrix64 a, Matrix64 b, Matrix64 c, int i, int j, int steps, boolean rest) {
        var at = pending * Lanes64.COUNT;
        LaneTiles64.one(a.values(), a.at() + i * a.rowStride(), b.values(), b.at() + j * b.columnStride(), steps, lanes, at, false);
        if (rest) {
            LaneTiles64.one(tailA, i * Lanes64.COUNT, tailB, j * Lanes64.COUNT, 1, lanes, at, true);
        }
        places[pending++] = c.at() + i * c.rowStride() + j;
        if (pending == GROUP) {
            flush(c.values());
        }
    }

    /** Joins what is pending and puts it into its places. */
    private void flush(double[] c) {
        for (var first = 0; first < pending; first += LENGTH) {
            Vectors64.join(lanes, first * Lanes64.COUNT);
            for (int s = first, end = Math.min(first + LENGTH, pending); s < end; s++) {
                c[places[s]] = lanes[first * Lanes64.COUNT + s - first];
            }
        }
        pending = 0;
    }

    /** The last {@code rest} elements of {@code count} lines, each filled up to a virtual vector. */
    private static double[] tails(double[] tails, double[] x, int at, int stride, int count, int rest, double filling) {
        var room = tails.length < count * Lanes64.COUNT ? new double[count * Lanes64.COUNT] : tails;
        for (var line = 0; line < count; line++) {
            for (var i = 0; i < Lanes64.COUNT; i++) {
                room[line * Lanes64.COUNT + i] = i < rest ? x[at + line * stride + i] : filling;
            }
        }
        return room;
    }
}
