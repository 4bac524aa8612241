package brickwork.kernel;

/** The mask of dropout: drawn by counter, so that the number of a unit and a sample depends on nothing else. */
final class ScalarDropout64 {

    private static final int ROUNDS = 10;
    private static final long MULTIPLIER_0 = 0xD2511F53L;
    private static final long MULTIPLIER_1 = 0xCD9E8D57L;
    private static final int WEYL_0 = 0x9E3779B9;
    private static final int WEYL_1 = 0xBB67AE85;

    private ScalarDropout64() {}

    static void mask(long key, long update, long threshold, double scale, double[] mask, int units, int columns, int stride) {
        for (var u = 0; u < units; u++) {
            for (var s = 0; s < columns; s++) {
                mask[u * stride + s] = word(key, s, u, update) < threshold ? 0 : scale;
            }
        }
    }

    /** Word s mod 4 of the block with counter (s/4, u, update), as an unsigned number; Philox 4×32-10 (Salmon et al. 2011). */
    private static long word(long key, int s, int u, long update) {
        int c0 = s >>> 2, c1 = u, c2 = (int) update, c3 = (int) (update >>> 32);
        int k0 = (int) key, k1 = (int) (key >>> 32);
        for (var round = 0; round < ROUNDS; round++) {
            var product0 = MULTIPLIER_0 * (c0 & 0xFFFF_FFFFL);
            var product1 = MULTIPLIER_1 * (c2 & 0xFFFF_FFFFL);
            c0 = (int) (product1 >>> 32) ^ c1 ^ k0;
            c1 = (int) product1;
            c2 = (int) (product0 >>> 32) ^ c3 ^ k1;
            c3 = (int) product0;
            k0 += WEYL_0;
            k1 += WEYL_1;
        }
        return switch (s & 3) {
            case 0 -> c0;
            case 1 -> c1;
            case 2 -> c2;
            default -> c3;
        } & 0xFFFF_FFFFL;
    }
}
