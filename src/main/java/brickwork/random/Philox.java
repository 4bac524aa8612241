package brickwork.random;

/**
 * Philox 4×32-10, a counter-based generator: a keyed bijection of 128-bit counters whose values pass for random.
 *
 * <p>Source: Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", 2011.
 */
public final class Philox {
    public static final int ROUNDS = 10;
    public static final long MULTIPLIER_0 = 0xD251_1F53L;
    public static final long MULTIPLIER_1 = 0xCD9E_8D57L;
    public static final int WEYL_0 = 0x9E37_79B9;
    public static final int WEYL_1 = 0xBB67_AE85;
    private static final long LOW = 0xFFFF_FFFFL;

    private Philox() {}

    /**
     * Fills {@code block}, of length 4 or more, with the four words at the counter {@code c3 c2 c1 c0} under the key {@code k1 k0}, lowest
     * words first as in the paper.
     */
    public static void fill(int[] block, int c0, int c1, int c2, int c3, int k0, int k1) {
        var counterLow = pack(c0, c1);
        var counterHigh = pack(c2, c3);
        var key = pack(k0, k1);
        var first = half(0, counterLow, counterHigh, key);
        var second = half(1, counterLow, counterHigh, key);
        block[0] = (int) first;
        block[1] = (int) (first >>> 32);
        block[2] = (int) second;
        block[3] = (int) (second >>> 32);
    }

    /** One half of a block, words 0 and 1 or words 2 and 3, the first of them in the low bits: no array, so no allocation. */
    public static long half(int half, long counterLow, long counterHigh, long key) {
        var c0 = (int) counterLow;
        var c1 = (int) (counterLow >>> 32);
        var c2 = (int) counterHigh;
        var c3 = (int) (counterHigh >>> 32);
        var k0 = (int) key;
        var k1 = (int) (key >>> 32);
        for (var round = 0; round < ROUNDS; round++) {
            var product0 = MULTIPLIER_0 * (c0 & LOW);
            var product1 = MULTIPLIER_1 * (c2 & LOW);
            c0 = (int) (product1 >>> 32) ^ c1 ^ k0;
            c1 = (int) product1;
            c2 = (int) (product0 >>> 32) ^ c3 ^ k1;
            c3 = (int) product0;
            k0 += WEYL_0;
            k1 += WEYL_1;
        }
        return half == 0 ? pack(c0, c1) : pack(c2, c3);
    }

    private static long pack(int low, int high) {
        return (long) high << 32 | low & LOW;
    }
}
