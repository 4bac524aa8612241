package brickwork.verify.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import brickwork.verify.reference.DoubleDouble;
import org.junit.jupiter.api.Test;

class CentralDifferenceTest {

    @Test
    void leavesNothingToSeeOfItsStep() {
        for (var x = -4.0; x <= 4; x += 0.37) {
            var at = DoubleDouble.exactly(x);
            assertThat(CentralDifference.slope(shift -> at.plus(shift).exp(), x).value() / StrictMath.exp(x)).isCloseTo(1, within(1e-15));
            assertThat(CentralDifference.slope(shift -> at.plus(shift).tanh(), x).value())
                    .isCloseTo(1 / StrictMath.cosh(x) / StrictMath.cosh(x), within(1e-15));
        }
    }

    /** Of a polynomial of degree 4 a plain central difference is off by h²·f''', Richardson's by nothing. */
    @Test
    void extrapolatesAsRichardsonSays() {
        var slope = CentralDifference.slope(shift -> {
            var x = shift.plus(DoubleDouble.exactly(0.5));
            var square = x.times(x);
            return square.times(square).times(3).plus(square.times(x));
        }, 0.5);

        assertThat(slope.minus(DoubleDouble.exactly(12 * 0.125 + 3 * 0.25)).value()).isCloseTo(0, within(1e-25));
    }

    @Test
    void shrinksItsStepWhereTheCurveIsSharp() {
        var slope = CentralDifference.slope(shift -> shift.times(1e6).tanh(), 0);

        assertThat(slope.value()).isCloseTo(1e6, within(1e-7));
    }
}
