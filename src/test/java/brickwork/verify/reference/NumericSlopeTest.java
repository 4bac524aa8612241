package brickwork.verify.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class NumericSlopeTest {

    @Test
    void isGoodToThirteenDigitsOrSoOfASmoothFunction() {
        for (var x = -6.0; x <= 6; x += 0.137) {
            assertThat(NumericSlope.of(StrictMath::tanh, x)).isCloseTo(1 / StrictMath.cosh(x) / StrictMath.cosh(x), within(4e-13));
            assertThat(NumericSlope.of(StrictMath::exp, x)).isCloseTo(StrictMath.exp(x), within(2e-12 * StrictMath.exp(x)));
            assertThat(NumericSlope.of(z -> z * z * z, x)).isCloseTo(3 * x * x, within(1e-12 * (1 + 3 * x * x)));
            assertThat(NumericSlope.of(_ -> 5, x)).isZero();
        }
    }

    @Test
    void isNotDeceivedByPeriodsNorByNarrowFeatures() {
        assertThat(NumericSlope.of(z -> StrictMath.sin(8 * StrictMath.PI * z), 0.3)).isCloseTo(
                8 * StrictMath.PI * StrictMath.cos(8 * StrictMath.PI * 0.3), within(1e-9));
        assertThat(NumericSlope.of(z -> StrictMath.tanh(1000 * z), 1e-4)).isCloseTo(
                1000 / StrictMath.cosh(0.1) / StrictMath.cosh(0.1), within(1e-7));
    }

    @Test
    void looksOnlyWhereItMay() {
        DoubleUnaryOperator kinked = z -> z > 1 ? 3 * z - 2 : StrictMath.exp(z - 1);
        for (var x : new double[] {1 - 1e-12, 1 - 1e-3, 1}) {
            assertThat(NumericSlope.of(kinked, x, Double.NEGATIVE_INFINITY, 1)).isCloseTo(StrictMath.exp(x - 1), within(1e-10));
        }
        assertThat(NumericSlope.of(kinked, 1, 1, Double.POSITIVE_INFINITY)).isCloseTo(3, within(1e-10));
        assertThat(NumericSlope.of(kinked, 0.9, 1, 1.5)).as("the nearest place there is").isCloseTo(3, within(1e-10));
    }

    @Test
    void findsTheSlopeBesideAKinkNobodyTellsItOf() {
        for (var x : new double[] {1e-2, -1e-4, 1e-6}) {
            assertThat(NumericSlope.of(Math::abs, x)).isCloseTo(Math.signum(x), within(1e-9));
        }
    }
}
