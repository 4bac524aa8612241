package brickwork.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PowerTest {

    @ParameterizedTest
    @CsvSource({"0.9, 1", "0.9, 2", "0.9, 100", "0.999, 7", "0.999, 12345", "0.999, 1000000", "0.5, 60", "0, 3", "0.999999, 123456789"})
    void agreesWithTheExactFunction(double base, long exponent) {
        var expected = StrictMath.pow(base, exponent);
        if (expected == 0) {
            assertThat(Power.of(base, exponent)).isZero();
        } else {
            assertThat(Power.of(base, exponent)).isCloseTo(expected, withinPercentage(1e-6));
        }
    }

    @ParameterizedTest
    @CsvSource({"0.9, 0.9", "0.999, 0.999"})
    void theFirstPowerIsTheBaseItself(double base, double power) {
        assertThat(Power.of(base, 1)).isEqualTo(power);
        assertThat(Power.of(base, 0)).isEqualTo(1);
        assertThat(Power.of(base, 2)).isEqualTo(power * power);
    }
}
