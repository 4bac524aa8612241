package brickwork.kernel.simd;

import static brickwork.random.Philox.MULTIPLIER_0;
import static brickwork.random.Philox.MULTIPLIER_1;
import static brickwork.random.Philox.ROUNDS;
import static brickwork.random.Philox.WEYL_0;
import static brickwork.random.Philox.WEYL_1;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.XOR;

import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Masks of dropout by Philox 4×32-10 with a block in each lane. A block holds the numbers of four neighbouring samples; they are drawn into
 * four arrays and interleaved afterwards.
 */
final class VectorDropout64 {

    private static final VectorSpecies<Long> SPECIES = LongVector.SPECIES_PREFERRED.vectorBitSize() > 512 ? LongVector.SPECIES_512
            : LongVector.SPECIES_PREFERRED;

    private static final int BLOCKS = SPECIES.length();
    private static final int WORDS = 4;
    private static final long LOW = 0xFFFF_FFFFL;

    private static final LongVector NUMBERS = LongVector.zero(SPECIES).addIndex(1);

    private final long[] drawn = new long[WORDS * BLOCKS];
    private final double[] choice = new double[2];

    void mask(long key, long update, long threshold, double scale, double[] mask, int units, int columns, int stride) {
        choice[0] = scale;
        for (var u = 0; u < units; u++) {
            for (var s = 0; s < columns; s += WORDS * BLOCKS) {
                draw(key, update, u, s / WORDS, drawn);
                var at = u * stride + s;
                for (int i = 0, some = Math.min(WORDS * BLOCKS, columns - s); i < some; i++) {
                    var below = drawn[i % WORDS * BLOCKS + i / WORDS] - threshold >>> 63;
                    mask[at + i] = choice[(int) below];
                }
            }
        }
    }

    /** Word w of block {@code first + i} goes to {@code drawn[w·BLOCKS + i]}. */
    private static void draw(long key, long update, int unit, int first, long[] drawn) {
        var c0 = NUMBERS.add(first);
        var c1 = LongVector.broadcast(SPECIES, unit);
        var c2 = LongVector.broadcast(SPECIES, update & LOW);
        var c3 = LongVector.broadcast(SPECIES, update >>> 32);
        var k0 = (int) key;
        var k1 = (int) (key >>> 32);
        for (var round = 0; round < ROUNDS; round++) {
            var product0 = c0.and(LOW).mul(MULTIPLIER_0);
            var product1 = c2.and(LOW).mul(MULTIPLIER_1);
            c0 = product1.lanewise(LSHR, 32).lanewise(XOR, c1).lanewise(XOR, k0 & LOW);
            c1 = product1.and(LOW);
            c2 = product0.lanewise(LSHR, 32).lanewise(XOR, c3).lanewise(XOR, k1 & LOW);
            c3 = product0.and(LOW);
            k0 += WEYL_0;
            k1 += WEYL_1;
        }
        c0.intoArray(drawn, 0);
        c1.intoArray(drawn, BLOCKS);
        c2.intoArray(drawn, 2 * BLOCKS);
        c3.intoArray(drawn, 3 * BLOCKS);
    }
}
