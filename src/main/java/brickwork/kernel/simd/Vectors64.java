package brickwork.kernel.simd;

import brickwork.kernel.Lanes64;
import brickwork.kernel.Rounding64;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The vectors of this machine, and the sums of the lanes of virtual vectors ({@link Lanes64}), which are one, two or four of them long.
 */
final class Vectors64 {

    static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED.vectorBitSize() > 512 ? DoubleVector.SPECIES_512
            : DoubleVector.SPECIES_PREFERRED;

    /** Elements of a vector. */
    static final int LENGTH = SPECIES.length();

    /** Whether there are 32 vector registers; otherwise there are 16. */
    static final boolean MANY_REGISTERS = SPECIES.vectorBitSize() == 512 || System.getProperty("os.arch").equals("aarch64");

    /** x0 y0 x1 y1 … of the lower halves of two vectors, as indices into both. */
    static final DoubleVector LOWER = zipped(0);

    /** x0 y0 x1 y1 … of the upper halves. */
    static final DoubleVector UPPER = zipped(LENGTH / 2);

    static final double MINUS_ZERO = Rounding64.of(-0.0);

    private static final DoubleVector NUMBERS = DoubleVector.zero(SPECIES).addIndex(1);

    private Vectors64() {}

    private static DoubleVector zipped(int from) {
        var indices = new double[LENGTH];
        for (var i = 0; i < LENGTH; i++) {
            indices[i] = (i & 1) * LENGTH + from + i / 2;
        }
        return DoubleVector.fromArray(SPECIES, indices, 0);
    }

    /** The first {@code n} lanes. */
    static VectorMask<Double> first(int n) {
        return NUMBERS.compare(VectorOperators.LT, (double) n);
    }

    /**
     * Joins as many sums as a vector has lanes at once, each by the tree of {@link Lanes64#join}: the first element of sum s stands at
     * {@code at + s·Lanes64.COUNT}. The sums are left in order from {@code at} on.
     */
    static void join(double[] lanes, int at) {
        if (LENGTH < Lanes64.COUNT) {
            for (var s = 0; s < LENGTH; s++) {
                fold(lanes, at + s * Lanes64.COUNT, at + s * LENGTH);
            }
        }
        var count = LENGTH;
        for (; count >= 4; count /= 4) {
            quarter(lanes, at, count / 4 * LENGTH);
        }
        if (count == 2) {
            zip(DoubleVector.fromArray(SPECIES, lanes, at), DoubleVector.fromArray(SPECIES, lanes, at + LENGTH)).intoArray(lanes, at);
        }
    }

    /** Joins four vectors, {@code step} apart, into one, for {@code step} elements. */
    private static void quarter(double[] lanes, int at, int step) {
        for (int s = at, end = at + step; s < end; s += LENGTH) {
            var even = zip(DoubleVector.fromArray(SPECIES, lanes, s), DoubleVector.fromArray(SPECIES, lanes, s + 2 * step));
            var odd = zip(DoubleVector.fromArray(SPECIES, lanes, s + step), DoubleVector.fromArray(SPECIES, lanes, s + 3 * step));
            zip(even, odd).intoArray(lanes, s);
        }
    }

    /** Adds the halves of each of two vectors, and interleaves the sums. */
    private static DoubleVector zip(DoubleVector x, DoubleVector y) {
        return LOWER.selectFrom(x, y).add(UPPER.selectFrom(x, y));
    }

    /** Halves a virtual vector until it is one vector. */
    private static void fold(double[] lanes, int at, int to) {
        for (var half = Lanes64.COUNT / 2; half >= LENGTH; half /= 2) {
            for (int i = at, end = at + half; i < end; i += LENGTH) {
                DoubleVector.fromArray(SPECIES, lanes, i).add(DoubleVector.fromArray(SPECIES, lanes, i + half)).intoArray(lanes, i);
            }
        }
        DoubleVector.fromArray(SPECIES, lanes, at).intoArray(lanes, to);
    }
}
