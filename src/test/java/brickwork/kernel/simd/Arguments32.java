package brickwork.kernel.simd;

import java.util.List;
import java.util.SplittableRandom;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Arguments at which a function may go wrong, and the widths it is tried in. */
final class Arguments32 {

    static final List<VectorSpecies<Float>> SPECIES = List.of(FloatVector.SPECIES_64, FloatVector.SPECIES_128, FloatVector.SPECIES_256,
            FloatVector.SPECIES_512, FloatVector.SPECIES_MAX);

    static final float[] SPECIAL = {
            0f, -0f, 1, -1, 0.5f, -0.5f, 0.625f, -0.625f, 4, -4, 10, -10, 17.3f, -17.3f, 88.72284f, 89, -87.4f, -103.98f, -104, 1e10f,
            -1e10f, 1e38f, Float.MIN_VALUE, -Float.MIN_VALUE, Float.MIN_NORMAL, -Float.MIN_NORMAL, Float.MAX_VALUE, -Float.MAX_VALUE,
            Math.nextDown(1f), Math.nextUp(1f), Math.nextUp(-1f), Math.nextDown(-1f), 0x1.6a09e6p-1f, 0x1.6a09e4p-1f, 0x1.62e43p-2f,
            -0x1.62e43p-2f, 0x1p-15f, -0x1p-30f, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NaN, Float.intBitsToFloat(-1),
            Float.intBitsToFloat(0x7f800001),
    };

    private Arguments32() {}

    static float ofAnyBits(SplittableRandom random) {
        return Float.intBitsToFloat(random.nextInt());
    }

    static float ofAnySize(SplittableRandom random) {
        return (float) (random.nextDouble(-1, 1) * Math.scalb(1.0, random.nextInt(-30, 8)));
    }
}
