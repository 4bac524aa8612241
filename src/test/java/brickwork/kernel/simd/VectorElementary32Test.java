package brickwork.kernel.simd;

import static org.assertj.core.api.Assertions.fail;

import brickwork.kernel.Elementary32;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lane by lane the vectors hold the scalar bits, whatever their width. */
class VectorElementary32Test {
    private static final List<VectorSpecies<Float>> ALL_SPECIES = List.of(
            FloatVector.SPECIES_64, FloatVector.SPECIES_128, FloatVector.SPECIES_256, FloatVector.SPECIES_512, FloatVector.SPECIES_MAX);

    private static final float[] SPECIAL = {
            0f, -0f, 1, -1, 0.5f, -0.5f, 0.625f, -0.625f, 4, -4, 10, -10, 17.3f, -17.3f, 88.72284f, 89, -87.4f, -103.98f, -104, 1e10f,
            -1e10f, 1e38f, Float.MIN_VALUE, -Float.MIN_VALUE, Float.MIN_NORMAL, -Float.MIN_NORMAL, Float.MAX_VALUE, -Float.MAX_VALUE,
            Math.nextDown(1f), Math.nextUp(1f), Math.nextUp(-1f), Math.nextDown(-1f), 0x1.6a09e6p-1f, 0x1.6a09e4p-1f, 0x1.62e43p-2f,
            -0x1.62e43p-2f, 0x1p-15f, -0x1p-30f, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NaN, Float.intBitsToFloat(-1),
            Float.intBitsToFloat(0x7f800001),
    };

    interface FloatFunction {
        float at(float x);
    }

    enum Function {
        EXP(Elementary32::exp, VectorElementary32::exp),
        EXPM1(Elementary32::expm1, VectorElementary32::expm1),
        LOG(Elementary32::log, VectorElementary32::log),
        LOG1P(Elementary32::log1p, VectorElementary32::log1p),
        TANH(Elementary32::tanh, VectorElementary32::tanh),
        SIGMOID(Elementary32::sigmoid, VectorElementary32::sigmoid),
        ERF(Elementary32::erf, VectorElementary32::erf);

        private final FloatFunction scalar;
        private final UnaryOperator<FloatVector> vector;

        Function(FloatFunction scalar, UnaryOperator<FloatVector> vector) {
            this.scalar = scalar;
            this.vector = vector;
        }

        private void checkLanes(VectorSpecies<Float> species, float[] in) {
            var out = new float[in.length];
            vector.apply(FloatVector.fromArray(species, in, 0)).intoArray(out, 0);
            for (var lane = 0; lane < in.length; lane++) {
                var expected = scalar.at(in[lane]);
                if (Float.floatToRawIntBits(out[lane]) != Float.floatToRawIntBits(expected)) {
                    fail("%s of %s in lane %d of %s: expected %s, got %s", this, in[lane], lane, species, expected, out[lane]);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void specialValuesInEveryLane(Function function) {
        for (var species : ALL_SPECIES) {
            for (var first = 0; first < SPECIAL.length; first++) {
                var in = new float[species.length()];
                for (var lane = 0; lane < in.length; lane++) {
                    in[lane] = SPECIAL[(first + lane) % SPECIAL.length];
                }
                function.checkLanes(species, in);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void anyBitPattern(Function function) {
        var random = new SplittableRandom(1);
        for (var species : ALL_SPECIES) {
            for (var i = 0; i < 400; i++) {
                var in = new float[species.length()];
                for (var lane = 0; lane < in.length; lane++) {
                    in[lane] = Float.intBitsToFloat(random.nextInt());
                }
                function.checkLanes(species, in);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void argumentsOfEverySize(Function function) {
        var random = new SplittableRandom(2);
        for (var species : ALL_SPECIES) {
            for (var i = 0; i < 800; i++) {
                var in = new float[species.length()];
                for (var lane = 0; lane < in.length; lane++) {
                    in[lane] = (float) (random.nextDouble(-1, 1) * Math.scalb(1.0, random.nextInt(-30, 8)));
                }
                function.checkLanes(species, in);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    @Tag("slow")
    void allFloats(Function function) {
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
