package brickwork.kernel.simd;

import static brickwork.kernel.simd.Vectors64.LENGTH;

import brickwork.kernel.Lanes64;
import brickwork.kernel.Matrix64;

/** C = A·B with every sum in fixed lanes over k. Sums are collected until their lanes can be joined a vector of sums at a time. */
final class LaneProduct64 {

    private static final int SIDE = LaneTiles64.SIDE;

    /** The number of sums collected, at most: those of three tiles, rounded up to whole vectors. */
    private static final int ROOM = Math.ceilDiv(3 * SIDE * SIDE, LENGTH) * LENGTH;

    private final LaneOperands64 operands = new LaneOperands64();
    private final double[] lanes = new double[ROOM * Lanes64.COUNT];
    private final int[] places = new int[ROOM];
    private int pending;

    /** Elements held. */
    long scratch() {
        return (long) lanes.length + operands.aRest.length + operands.bRest.length;
    }

    void run(Matrix64 a, Matrix64 b, Matrix64 c, int m, int n, int k) {
        operands.use(a, b, m, n, k);
        var side = m >= SIDE && n >= SIDE ? SIDE : 1;
        for (var i = 0; i < m; i += side) {
            for (var j = 0; j < n; j += side) {
                tile(side, Math.min(i, m - side), Math.min(j, n - side), c);
            }
        }
        flush(c.values());
    }

    private void tile(int side, int i, int j, Matrix64 c) {
        if (pending + side * side > ROOM) {
            flush(c.values());
        }
        if (side == 1) {
            LaneTiles64.tile1(operands, i, j, lanes, pending * Lanes64.COUNT);
        } else {
            LaneTiles64.tile(operands, i, j, lanes, pending * Lanes64.COUNT);
        }
        for (var row = i; row < i + side; row++) {
            var place = c.at() + row * c.rowStride() + j;
            for (var column = 0; column < side; column++) {
                places[pending++] = place + column;
            }
        }
    }

    /** Joins the lanes of the pending sums and writes the sums to C. */
    private void flush(double[] c) {
        for (var first = 0; first < pending; first += LENGTH) {
            Vectors64.join(lanes, first * Lanes64.COUNT);
            for (int s = first, end = Math.min(first + LENGTH, pending); s < end; s++) {
                c[places[s]] = lanes[first * Lanes64.COUNT + s - first];
            }
        }
        pending = 0;
    }
}
