package brickwork.verify.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ErrorFunctionTest {

    @Test
    void isWithinFourUlpOfThirtyDigits() {
        for (var x = -7.0; x <= 7; x += 1.0 / 128) {
            var truth = DoubleDouble.exactly(x).erf().value();

            assertThat(Math.abs(ErrorFunction.erf(x) - truth)).as("erf(%s)", x).isLessThanOrEqualTo(4 * Math.ulp(truth));
        }
    }

    @Test
    void hasItsLimits() {
        assertThat(ErrorFunction.erf(0)).isZero();
        assertThat(ErrorFunction.erf(Double.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(ErrorFunction.erf(Double.NEGATIVE_INFINITY)).isEqualTo(-1);
        assertThat(ErrorFunction.erf(Double.NaN)).isNaN();
    }
}
