package brickwork.kernel;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.assertj.core.api.Assertions.assertThat;

import brickwork.kernel.Elementary64Test.Function;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the functions give where they have no error: zeros, infinities, NaN, the smallest numbers, and by symmetry. */
class ElementaryLimits64Test {

    @ParameterizedTest
    @EnumSource
    void anyNanGivesTheCanonicalNan(Function function) {
        var quiet = Double.doubleToRawLongBits(NaN);
        var infinity = Double.doubleToRawLongBits(POSITIVE_INFINITY);
        var sign = Double.doubleToRawLongBits(-0d);
        for (var bits = infinity + 1; bits < infinity + 100; bits++) {
            assertSame(function.valueAt(Double.longBitsToDouble(bits)), NaN);
            assertSame(function.valueAt(Double.longBitsToDouble(bits | sign)), NaN);
        }
        assertSame(function.valueAt(Double.longBitsToDouble(quiet)), NaN);
        assertSame(function.valueAt(Double.longBitsToDouble(quiet | sign)), NaN);
        assertSame(function.valueAt(Double.longBitsToDouble(quiet | 0xdead)), NaN);
        assertSame(function.valueAt(Double.longBitsToDouble(-1)), NaN);
    }

    @Test
    void zerosAndInfinities() {
        assertSame(Elementary64.exp(0d), 1);
        assertSame(Elementary64.exp(-0d), 1);
        assertSame(Elementary64.exp(POSITIVE_INFINITY), POSITIVE_INFINITY);
        assertSame(Elementary64.exp(NEGATIVE_INFINITY), 0d);
        assertSame(Elementary64.expm1(POSITIVE_INFINITY), POSITIVE_INFINITY);
        assertSame(Elementary64.expm1(NEGATIVE_INFINITY), -1);
        assertSame(Elementary64.log(0d), NEGATIVE_INFINITY);
        assertSame(Elementary64.log(-0d), NEGATIVE_INFINITY);
        assertSame(Elementary64.log(1), 0d);
        assertSame(Elementary64.log(POSITIVE_INFINITY), POSITIVE_INFINITY);
        assertSame(Elementary64.log1p(-1), NEGATIVE_INFINITY);
        assertSame(Elementary64.log1p(POSITIVE_INFINITY), POSITIVE_INFINITY);
        assertSame(Elementary64.sigmoid(0d), 0.5d);
        assertSame(Elementary64.sigmoid(-0d), 0.5d);
        assertSame(Elementary64.sigmoid(POSITIVE_INFINITY), 1);
        assertSame(Elementary64.sigmoid(NEGATIVE_INFINITY), 0d);
        assertSame(Elementary64.tanh(POSITIVE_INFINITY), 1);
        assertSame(Elementary64.erf(POSITIVE_INFINITY), 1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-Double.MIN_VALUE, -1, -1e38d, -Double.MAX_VALUE, NEGATIVE_INFINITY})
    void thereIsNoLogarithmBelowZero(double x) {
        assertSame(Elementary64.log(x), NaN);
        assertSame(Elementary64.log1p(Math.nextDown(x - 1)), NaN);
    }

    @ParameterizedTest
    @EnumSource(names = {"EXPM1", "LOG1P", "TANH", "ERF"})
    void keepsTheSignOfZero(Function function) {
        assertSame(function.valueAt(0d), 0d);
        assertSame(function.valueAt(-0d), -0d);
    }

    @ParameterizedTest
    @EnumSource(names = {"EXPM1", "LOG1P", "TANH"})
    void isItsArgumentWhereThatIsSubnormal(Function function) {
        for (var x = Double.MIN_VALUE; x < Double.MIN_NORMAL; x *= 2) {
            assertSame(function.valueAt(x), x);
            assertSame(function.valueAt(-x), -x);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"TANH", "ERF"})
    void isOdd(Function function) {
        var random = new SplittableRandom(4);
        for (var i = 0; i < 2048; i++) {
            for (var x : new double[] {i / 256d, random.nextDouble(-8, 8)}) {
                assertSame(function.valueAt(-x), -function.valueAt(x));
            }
        }
    }

    private static void assertSame(double got, double expected) {
        assertThat(Double.doubleToRawLongBits(got)).as("%s, expected %s", got, expected).isEqualTo(Double.doubleToRawLongBits(expected));
    }
}
