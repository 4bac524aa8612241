package brickwork.kernel;

import static java.lang.Float.NEGATIVE_INFINITY;
import static java.lang.Float.NaN;
import static java.lang.Float.POSITIVE_INFINITY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @EnumSource
    void anyNanGivesTheCanonicalNan(Function function) {
        for (var bits : new int[] {0x7fc00000, 0x7f800001, 0xffc00000, 0xffffffff, 0x7fc0dead}) {
            assertSame(function.valueAt(Float.intBitsToFloat(bits)), NaN);
        }
    }

    @Test
    void zerosAndInfinities() {
        assertSame(Elementary32.exp(0f), 1);
        assertSame(Elementary32.exp(-0f), 1);
        assertSame(Elementary32.exp(POSITIVE_INFINITY), POSITIVE_INFINITY);
        assertSame(Elementary32.exp(NEGATIVE_INFINITY), 0f);
        assertSame(Elementary32.expm1(POSITIVE_INFINITY), POSITIVE_INFINITY);
        assertSame(Elementary32.expm1(NEGATIVE_INFINITY), -1);
        assertSame(Elementary32.log(0f), NEGATIVE_INFINITY);
        assertSame(Elementary32.log(-0f), NEGATIVE_INFINITY);
        assertSame(Elementary32.log(1), 0f);
        assertSame(Elementary32.log(POSITIVE_INFINITY), POSITIVE_INFINITY);
        assertSame(Elementary32.log1p(-1), NEGATIVE_INFINITY);
        assertSame(Elementary32.log1p(POSITIVE_INFINITY), POSITIVE_INFINITY);
        assertSame(Elementary32.sigmoid(0f), 0.5f);
        assertSame(Elementary32.sigmoid(-0f), 0.5f);
        assertSame(Elementary32.sigmoid(POSITIVE_INFINITY), 1);
        assertSame(Elementary32.sigmoid(NEGATIVE_INFINITY), 0f);
        assertSame(Elementary32.tanh(POSITIVE_INFINITY), 1);
        assertSame(Elementary32.erf(POSITIVE_INFINITY), 1);
    }

    @ParameterizedTest
    @ValueSource(floats = {-Float.MIN_VALUE, -1, -1e38f, NEGATIVE_INFINITY})
    void thereIsNoLogarithmBelowZero(float x) {
        assertSame(Elementary32.log(x), NaN);
        assertSame(Elementary32.log1p(Math.nextDown(x - 1)), NaN);
    }

    @ParameterizedTest
    @EnumSource(names = {"EXPM1", "LOG1P", "TANH", "ERF"})
    void keepsTheSignOfZero(Function function) {
        assertSame(function.valueAt(0f), 0f);
        assertSame(function.valueAt(-0f), -0f);
    }

    @ParameterizedTest
    @EnumSource(names = {"EXPM1", "LOG1P", "TANH"})
    void isItsArgumentWhereThatIsSubnormal(Function function) {
        assertSame(function.valueAt(Float.MIN_VALUE), Float.MIN_VALUE);
        assertSame(function.valueAt(-0x1p-130f), -0x1p-130f);
    }

    @ParameterizedTest
    @EnumSource(names = {"TANH", "ERF"})
    void isOdd(Function function) {
        for (var x = 0f; x < 8; x += 0x1p-8f) {
            assertSame(function.valueAt(-x), -function.valueAt(x));
        }
    }

    private static void assertSame(float got, float expected) {
        assertThat(Float.floatToRawIntBits(got)).as("%s, expected %s", got, expected).isEqualTo(Float.floatToRawIntBits(expected));
    }
}
