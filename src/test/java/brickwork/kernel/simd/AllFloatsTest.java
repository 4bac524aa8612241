package brickwork.kernel.simd;

import jdk.incubator.vector.FloatVector;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The vector functions over all numbers that there are in f32. */
class AllFloatsTest {

    @ParameterizedTest
    @EnumSource
    @Tag("slow")
    void haveTheScalarBits(VectorElementary32Test.Function function) {
        var species = FloatVector.SPECIES_PREFERRED;
        var in = new float[species.length()];
        for (var bits = 0L; bits < 1L << 32; bits += in.length) {
            for (var lane = 0; lane < in.length; lane++) {
                in[lane] = Float.intBitsToFloat((int) bits + lane);
            }
            function.checkLanes(species, in);
        }
    }
}
