package brickwork.kernel.simd;

import java.util.List;
import java.util.SplittableRandom;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** Arguments at which a function may go wrong, and the widths it is tried in. */
final class Arguments64 {

    static final List<VectorSpecies<Double>> SPECIES = List.of(DoubleVector.SPECIES_64, DoubleVector.SPECIES_128, DoubleVector.SPECIES_256,
            DoubleVector.SPECIES_512, DoubleVector.SPECIES_MAX);

    static final double[] SPECIAL = {
            0.0, -0.0, 1, -1, 0.5, -0.5, 0.625, -0.625, 6, -6, 20, -20, 36.7, -36.7, 709.782712893384, 710, -708.4, -745.2, -746, 1e10,
            -1e10, 1e300, Double.MIN_VALUE, -Double.MIN_VALUE, Double.MIN_NORMAL, -Double.MIN_NORMAL, Double.MAX_VALUE,
            -Double.MAX_VALUE, Math.nextDown(1.0), Math.nextUp(1.0), Math.nextUp(-1.0), Math.nextDown(-1.0), 0x1.6a09e667f3bcdp-1,
            0x1.6a09e667f3bccp-1, 0x1.62e42fefa39efp-2, -0x1.62e42fefa39efp-2, 0x1p-30, -0x1p-60, Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY, Double.NaN, Double.longBitsToDouble(-1L), Double.longBitsToDouble(0x7ff0000000000001L),
    };

    private Arguments64() {}

    static double ofAnyBits(SplittableRandom random) {
        return Double.longBitsToDouble(random.nextLong());
    }

    static double ofAnySize(SplittableRandom random) {
        return random.nextDouble(-1, 1) * Math.scalb(1.0, random.nextInt(-30, 11));
    }
}
