package brickwork.kernel;

import brickwork.random.RandomStream;

/** Arrays of numbers for tests, the same for a seed in either number type but for rounding. */
public final class Numbers64 {

    private static final double[] SPECIAL = {0, Rounding64.of(-0.0), Double.MIN_VALUE, -Double.MIN_VALUE, Double.MIN_NORMAL,
            Double.MAX_VALUE, -Double.MAX_VALUE, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN, 1, -1};

    private Numbers64() {}

    /** Normal numbers. */
    public static double[] ordinary(int length, int seed) {
        var stream = new RandomStream(seed, "test numbers");
        var x = new double[length];
        for (var i = 0; i < length; i++) {
            x[i] = Rounding64.of(stream.nextGaussian());
        }
        return x;
    }

    /** Normal numbers with zeros of both signs and numbers of very different size among them; all finite, and so are sums of products. */
    public static double[] mixed(int length, int seed) {
        var x = ordinary(length, seed);
        var stream = new RandomStream(seed, "test kinds");
        for (var i = 0; i < length; i++) {
            var kind = stream.nextInt(16);
            if (kind < 2) {
                x[i] = SPECIAL[kind];
            } else if (kind < 6) {
                x[i] *= Rounding64.of(StrictMath.pow(10, stream.nextInt(24) - 12));
            }
        }
        return x;
    }

    /** All kinds of numbers, infinities and NaN too. */
    public static double[] all(int length, int seed) {
        var x = mixed(length, seed);
        var stream = new RandomStream(seed, "test specials");
        for (var i = 0; i < length; i++) {
            if (stream.nextInt(8) == 0) {
                x[i] = SPECIAL[stream.nextInt(SPECIAL.length)];
            } else if (stream.nextInt(8) == 0) {
                x[i] *= 40;
            }
        }
        return x;
    }
}
