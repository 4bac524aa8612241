package brickwork.random;

import java.nio.charset.StandardCharsets;

/**
 * A stream of random numbers that depends on a seed and a name alone, so that one use of randomness never disturbs another.
 *
 * <p>The numbers are those of {@link Philox} with the seed as its key; the high 64 bits of the counter are the FNV-1a hash (64 bits) of the
 * name in UTF-8, the low 64 bits count the blocks of four words from 0. A long takes two words, the lower half first.
 *
 * <p>Draws in sequence change the stream and are for one thread at a time. {@link #uniformAt} changes nothing: any thread may ask for any
 * place in any order.
 */
public final class RandomStream {
    private static final int WORDS = 4;

    private final long key;
    private final long name;
    private final int[] block = new int[WORDS];
    private long blocks;
    private int used = WORDS;
    private double spare = Double.NaN;

    /** The stream of that name under that seed, at its beginning. */
    public RandomStream(long seed, String name) {
        this.key = seed;
        this.name = fnv1a(name);
    }

    /** Goes to the beginning of a block of four words, counted from 0: what follows does not depend on what was drawn before. */
    public void seek(long toBlock) {
        blocks = toBlock;
        used = WORDS;
        spare = Double.NaN;
    }

    /** 32 random bits. */
    public int nextInt() {
        if (used == WORDS) {
            Philox.fill(block, (int) blocks, (int) (blocks >>> 32), (int) name, (int) (name >>> 32), (int) key, (int) (key >>> 32));
            blocks++;
            used = 0;
        }
        return block[used++];
    }

    /**
     * Uniform over 0 ≤ i &lt; bound, without bias (Lemire, "Fast random integer generation in an interval", 2019).
     *
     * @throws IllegalArgumentException when the bound is not positive
     */
    public int nextInt(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("expected a bound above 0, got " + bound);
        }
        var product = Integer.toUnsignedLong(nextInt()) * bound;
        if (Integer.compareUnsigned((int) product, bound) < 0) {
            var biased = Integer.remainderUnsigned(-bound, bound);
            while (Integer.compareUnsigned((int) product, biased) < 0) {
                product = Integer.toUnsignedLong(nextInt()) * bound;
            }
        }
        return (int) (product >>> 32);
    }

    /** 64 random bits. */
    public long nextLong() {
        var low = Integer.toUnsignedLong(nextInt());
        return (long) nextInt() << 32 | low;
    }

    /** Uniform over the multiples of 2^-53 in [0, 1). */
    public double nextDouble() {
        return unit(nextLong());
    }

    /**
     * Normal with mean 0 and deviation 1: Box and Muller, √(-2 log(1 - u))·(cos 2πv, sin 2πv) from two uniform draws, the sine kept for the
     * next call; in StrictMath, so the bits are the same everywhere.
     */
    public double nextGaussian() {
        if (!Double.isNaN(spare)) {
            var value = spare;
            spare = Double.NaN;
            return value;
        }
        var radius = StrictMath.sqrt(-2 * StrictMath.log(1 - nextDouble()));
        var angle = 2 * Math.PI * nextDouble();
        spare = radius * StrictMath.sin(angle);
        return radius * StrictMath.cos(angle);
    }

    /** Puts the entries in a random order, all orders alike (Fisher and Yates, from the last place down). */
    public void shuffle(int[] entries) {
        shuffle(entries, 0, entries.length);
    }

    /** The same for {@code entries[from … to - 1]}, whose order alone changes. */
    public void shuffle(int[] entries, int from, int to) {
        for (var last = to - 1; last > from; last--) {
            var place = from + nextInt(last - from + 1);
            var entry = entries[last];
            entries[last] = entries[place];
            entries[place] = entry;
        }
    }

    /** The uniform number at a place of the stream: what {@link #nextDouble} gives after {@code index} calls on a fresh stream. */
    public double uniformAt(long index) {
        return unit(Philox.half((int) index & 1, index >>> 1, name, key));
    }

    private static double unit(long bits) {
        return (bits >>> 11) * 0x1p-53;
    }

    private static long fnv1a(String name) {
        var hash = 0xcbf2_9ce4_8422_2325L;
        for (var octet : name.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ octet & 0xff) * 0x100_0000_01b3L;
        }
        return hash;
    }
}
