package brickwork.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumeralsTest {

    @ParameterizedTest
    @CsvSource({
            "3, 3", "007, 7", "0.5, 0.5", "1e-4, 1e-4", "1E+4, 1e4", "1_000, 1000", "1_0.5_0, 10.5", "50%, 0.5", "100%, 1", "0.1%, 0.001",
            "1e2%, 1",
            "12.3%, 0.123", "33.3%, 0.333", "1.7976931348623157e308, 1.7976931348623157e308", "4.9e-324, 4.9e-324",
            "1.7976931348623157e310%, 1.7976931348623157e308", "1e400, Infinity", "1e99999999999999999999, Infinity", "1e-400, 0",
            "1e-99999999999999999999, 0", "0e99999999999999999999, 0", "1e0000000000000000001, 10", "0.3, 0.3"
    })
    void isTheNearestDouble(String literal, double value) {
        assertThat(Numerals.value(literal)).isEqualTo(value);
    }

    @Test
    void longNumbersAreRead() {
        assertThat(Numerals.value("1".repeat(300))).isEqualTo(Double.parseDouble("1".repeat(300)));
        assertThat(Numerals.value("0." + "3".repeat(60_000))).isEqualTo(1.0 / 3);
        assertThat(Numerals.value("9".repeat(60_000))).isInfinite();
    }

    @ParameterizedTest
    @CsvSource({"0, true", "0.000, true", "0_0.0_0e-999, true", "0%, true", "0.01, false", "1e-400, false"})
    void zeroIsWhatIsWrittenAsZero(String literal, boolean zero) {
        assertThat(Numerals.isZero(literal)).isEqualTo(zero);
    }

    @Test
    void anythingElseIsMisuse() {
        assertThatIllegalArgumentException().isThrownBy(() -> Numerals.value(".5")).withMessageContaining(".5");
    }
}
