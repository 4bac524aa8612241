package brickwork.kernel.simd;

import static brickwork.kernel.simd.Vectors64.LENGTH;
import static brickwork.kernel.simd.Vectors64.MANY_REGISTERS;

/** Covers C with tiles of {@link MicroKernels64}. */
final class ProductTiles64 {

    private ProductTiles64() {}

    /**
     * All of C(i, j), {@code i < m, j < n}. Where n is not a multiple of the vector's length, the last tile overlaps its neighbour; then n
     * must be at least that length, and the sums must not be resumed.
     */
    static void cover(TileOperands64 o, int aAt, int bAt, int startAt, int cAt, int m, int n) {
        var i = 0;
        if (MANY_REGISTERS) {
            for (; i <= m - 8; i += 8) {
                strip(8, o, aAt + i * o.aRow, bAt, startAt + i * o.startStep, cAt + i * o.cRow, n);
            }
        }
        for (; i <= m - 4; i += 4) {
            strip(4, o, aAt + i * o.aRow, bAt, startAt + i * o.startStep, cAt + i * o.cRow, n);
        }
        if (m - i >= 2) {
            strip(2, o, aAt + i * o.aRow, bAt, startAt + i * o.startStep, cAt + i * o.cRow, n);
            i += 2;
        }
        if (i < m) {
            strip(1, o, aAt + i * o.aRow, bAt, startAt + i * o.startStep, cAt + i * o.cRow, n);
        }
    }

    private static void strip(int rows, TileOperands64 o, int aAt, int bAt, int startAt, int cAt, int n) {
        var pairs = n / (2 * LENGTH);
        if (pairs > 0) {
            pair(rows, o, aAt, bAt, startAt, cAt, LENGTH, pairs);
        }
        var done = pairs * 2 * LENGTH;
        var rest = n - done;
        if (rest > LENGTH) {
            pair(rows, o, aAt, bAt + done, startAt, cAt + done, rest - LENGTH, 1);
        } else if (rest > 0) {
            single(rows, o, aAt, bAt + n - LENGTH, startAt, cAt + n - LENGTH);
        }
    }

    private static void pair(int rows, TileOperands64 o, int aAt, int bAt, int startAt, int cAt, int gap, int pairs) {
        switch (rows) {
            case 8 -> MicroKernels64.tile8x2(o, aAt, bAt, startAt, cAt, gap, pairs);
            case 4 -> MicroKernels64.tile4x2(o, aAt, bAt, startAt, cAt, gap, pairs);
            case 2 -> MicroKernels64.tile2x2(o, aAt, bAt, startAt, cAt, gap, pairs);
            default -> MicroKernels64.tile1x2(o, aAt, bAt, startAt, cAt, gap, pairs);
        }
    }

    private static void single(int rows, TileOperands64 o, int aAt, int bAt, int startAt, int cAt) {
        switch (rows) {
            case 8 -> MicroKernels64.tile8x1(o, aAt, bAt, startAt, cAt);
            case 4 -> MicroKernels64.tile4x1(o, aAt, bAt, startAt, cAt);
            case 2 -> MicroKernels64.tile2x1(o, aAt, bAt, startAt, cAt);
            default -> MicroKernels64.tile1x1(o, aAt, bAt, startAt, cAt);
        }
    }
}
