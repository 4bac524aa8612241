package brickwork.kernel;

import static java.lang.Float.NaN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class Elementary32Test {
    private static final long ALL = 1L << 32;

    interface FloatFunction {
        float at(float x);
    }

    /** The functions, their values in f64, and the largest errors their Javadoc states. */
    enum Function {
        EXP(Elementary32::exp, StrictMath::exp, 1.04),
        EXPM1(Elementary32::expm1, StrictMath::expm1, 1.26),
        LOG(Elementary32::log, StrictMath::log, 0.83),
        LOG1P(Elementary32::log1p, StrictMath::log1p, 0.83),
        TANH(Elementary32::tanh, StrictMath::tanh, 1.20),
        SIGMOID(Elementary32::sigmoid, x -> 1 / (1 + StrictMath.exp(-x)), 1.00),
        ERF(Elementary32::erf, Elementary32Test::erf, 1.00);

        private final FloatFunction tested;
        private final DoubleUnaryOperator exact;
        private final double stated;

        Function(FloatFunction tested, DoubleUnaryOperator exact, double stated) {
            this.tested = tested;
            this.exact = exact;
            this.stated = stated;
        }

        float valueAt(float x) {
            return tested.at(x);
        }

        private void checkErrors(int stride) {
            var worst = -1.0;
            var where = 0f;
            for (var bits = 0L; bits < ALL; bits += stride) {
                var x = Float.intBitsToFloat((int) bits);
                var error = ulps(tested.at(x), exact.applyAsDouble(x));
                if (error > worst) {
                    worst = error;
                    where = x;
                }
            }
            assertThat(worst).as("%s at %s, in ulp", this, where).isLessThanOrEqualTo(stated);
        }
    }

    /** In units in the last place of the exact value; an infinity stands for 2^128 and all beyond, and a NaN must be the canonical one. */
    private static double ulps(float got, double exact) {
        if (Double.isNaN(exact)) {
            return Float.floatToRawIntBits(got) == Float.floatToRawIntBits(NaN) ? 0 : Double.POSITIVE_INFINITY;
        }
        var unit = Math.clamp(Math.getExponent(exact), Float.MIN_EXPONENT, Float.MAX_EXPONENT) - 23;
        var inUnits = Double.longBitsToDouble((long) (Double.MAX_EXPONENT - unit) << 52);
        if (Float.isInfinite(got)) {
            return Math.max(0, 0x1p24 - exact * Math.signum(got) * inUnits);
        }
        return Float.isNaN(got) ? Double.POSITIVE_INFINITY : Math.abs(got - exact) * inUnits;
    }

    /** 2/√π·e^-x²·Σ 2^n·x^(2n+1)/(2n+1)!!, whose terms are all of one sign; good to some 50 bits. */
    private static double erf(double x) {
        if (Math.abs(x) > 4.5) {
            return Math.signum(x);
        }
        var term = x;
        var sum = x;
        for (var n = 1; Math.abs(term) > 1e-18 * Math.abs(sum); n++) {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }
        return 1.1283791670955126 * sum * StrictMath.exp(-x * x);
    }

    @ParameterizedTest
    @EnumSource
    void errorIsAtMostWhatIsStated(Function function) {
        function.checkErrors(997);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("slow")
    void errorIsAtMostWhatIsStatedOverAllFloats(Function function) {
        function.checkErrors(1);
    }
}
