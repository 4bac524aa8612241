package brickwork.kernel.simd;

import static org.assertj.core.api.Assertions.fail;

import brickwork.kernel.Elementary64;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lane by lane the vectors hold the scalar bits, whatever their width. */
class VectorElementary64Test {
    private static final List<VectorSpecies<Double>> ALL_SPECIES = List.of(
            DoubleVector.SPECIES_64, DoubleVector.SPECIES_128, DoubleVector.SPECIES_256, DoubleVector.SPECIES_512,
            DoubleVector.SPECIES_MAX);

    private static final double[] SPECIAL = {
            0.0, -0.0, 1, -1, 0.5, -0.5, 0.625, -0.625, 6, -6, 20, -20, 36.7, -36.7, 709.782712893384, 710, -708.4, -745.2, -746, 1e10,
            -1e10, 1e300, Double.MIN_VALUE, -Double.MIN_VALUE, Double.MIN_NORMAL, -Double.MIN_NORMAL, Double.MAX_VALUE,
            -Double.MAX_VALUE, Math.nextDown(1.0), Math.nextUp(1.0), Math.nextUp(-1.0), Math.nextDown(-1.0), 0x1.6a09e667f3bcdp-1,
            0x1.6a09e667f3bccp-1, 0x1.62e42fefa39efp-2, -0x1.62e42fefa39efp-2, 0x1p-30, -0x1p-60, Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY, Double.NaN, Double.longBitsToDouble(-1L), Double.longBitsToDouble(0x7ff0000000000001L),
    };

    enum Function {
        EXP(Elementary64::exp, VectorElementary64::exp),
        EXPM1(Elementary64::expm1, VectorElementary64::expm1),
        LOG(Elementary64::log, VectorElementary64::log),
        LOG1P(Elementary64::log1p, VectorElementary64::log1p),
        TANH(Elementary64::tanh, VectorElementary64::tanh),
        SIGMOID(Elementary64::sigmoid, VectorElementary64::sigmoid),
        ERF(Elementary64::erf, VectorElementary64::erf);

        private final DoubleUnaryOperator scalar;
        private final UnaryOperator<DoubleVector> vector;

        Function(DoubleUnaryOperator scalar, UnaryOperator<DoubleVector> vector) {
            this.scalar = scalar;
            this.vector = vector;
        }

        private void checkLanes(VectorSpecies<Double> species, double[] in) {
            var out = new double[in.length];
            vector.apply(DoubleVector.fromArray(species, in, 0)).intoArray(out, 0);
            for (var lane = 0; lane < in.length; lane++) {
                var expected = scalar.applyAsDouble(in[lane]);
                if (Double.doubleToRawLongBits(out[lane]) != Double.doubleToRawLongBits(expected)) {
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
                var in = new double[species.length()];
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
                var in = new double[species.length()];
                for (var lane = 0; lane < in.length; lane++) {
                    in[lane] = Double.longBitsToDouble(random.nextLong());
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
                var in = new double[species.length()];
                for (var lane = 0; lane < in.length; lane++) {
                    in[lane] = random.nextDouble(-1, 1) * Math.scalb(1.0, random.nextInt(-30, 11));
                }
                function.checkLanes(species, in);
            }
        }
    }
}
