package brickwork.kernel;

import brickwork.random.Philox;

/** The mask of dropout, drawn by counter: the number of a unit and a sample depends on no other. */
final class ScalarDropout64 {

    private ScalarDropout64() {}

    static void mask(long key, long update, long threshold, double scale, double[] mask, int units, int columns, int stride) {
        for (var u = 0; u < units; u++) {
            for (var s = 0; s < columns; s++) {
                mask[u * stride + s] = word(key, s, u, update) < threshold ? 0 : scale;
            }
        }
    }

    /** Word s mod 4 of the Philox block with counter (s/4, u, update), as an unsigned number. */
    private static long word(long key, int s, int u, long update) {
        var half = Philox.half(s >>> 1 & 1, (long) u << 32 | s >>> 2, update, key);
        return ((s & 1) == 0 ? half : half >>> 32) & 0xFFFF_FFFFL;
    }
}
