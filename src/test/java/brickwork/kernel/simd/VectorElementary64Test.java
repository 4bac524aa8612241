package brickwork.kernel.simd;

import static org.assertj.core.api.Assertions.fail;

import brickwork.kernel.Elementary64;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lane by lane the vectors hold the scalar bits, whatever their width. */
class VectorElementary64Test {

    /** A function of one number. */
    interface Scalar64 {
        double at(double x);
    }

    enum Function {
        EXP(Elementary64::exp, VectorElementary64::exp),
        EXPM1(Elementary64::expm1, VectorElementary64::expm1),
        LOG(Elementary64::log, VectorElementary64::log),
        LOG1P(Elementary64::log1p, VectorElementary64::log1p),
        TANH(Elementary64::tanh, VectorElementary64::tanh),
        SIGMOID(Elementary64::sigmoid, VectorElementary64::sigmoid),
        ERF(Elementary64::erf, VectorElementary64::erf);

        private final Scalar64 scalar;
        private final UnaryOperator<DoubleVector> vector;

        Function(Scalar64 scalar, UnaryOperator<DoubleVector> vector) {
            this.scalar = scalar;
            this.vector = vector;
        }

        void checkLanes(VectorSpecies<Double> species, double[] in) {
            var out = new double[in.length];
            vector.apply(DoubleVector.fromArray(species, in, 0)).intoArray(out, 0);
            for (var lane = 0; lane < in.length; lane++) {
                var expected = scalar.at(in[lane]);
                if (Double.doubleToRawLongBits(out[lane]) != Double.doubleToRawLongBits(expected)) {
                    fail("%s of %s in lane %d of %s: expected %s, got %s", this, in[lane], lane, species, expected, out[lane]);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void specialValuesInEveryLane(Function function) {
        for (var species : Arguments64.SPECIES) {
            for (var first = 0; first < Arguments64.SPECIAL.length; first++) {
                var in = new double[species.length()];
                for (var lane = 0; lane < in.length; lane++) {
                    in[lane] = Arguments64.SPECIAL[(first + lane) % Arguments64.SPECIAL.length];
                }
                function.checkLanes(species, in);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void anyBitPattern(Function function) {
        var random = new SplittableRandom(1);
        for (var species : Arguments64.SPECIES) {
            for (var i = 0; i < 400; i++) {
                var in = new double[species.length()];
                for (var lane = 0; lane < in.length; lane++) {
                    in[lane] = Arguments64.ofAnyBits(random);
                }
                function.checkLanes(species, in);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void argumentsOfEverySize(Function function) {
        var random = new SplittableRandom(2);
        for (var species : Arguments64.SPECIES) {
            for (var i = 0; i < 800; i++) {
                var in = new double[species.length()];
                for (var lane = 0; lane < in.length; lane++) {
                    in[lane] = Arguments64.ofAnySize(random);
                }
                function.checkLanes(species, in);
            }
        }
    }
}
