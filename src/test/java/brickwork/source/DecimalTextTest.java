package brickwork.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalTextTest {

    @ParameterizedTest
    @CsvSource({"3,3", "0.5,0.5", "1e-5,1e-5", "0.0001,1e-4", "1.5e300,1.5e300", "-0.1,-0.1", "1e15,1000000000000000", "1e20,1e20",
            "-0.0,-0",
            "12345678,12345678", "1.25e-7,1.25e-7"})
    void isShort(double value, String text) {
        assertThat(DecimalText.of(value)).isEqualTo(text);
    }

    @Test
    void isReadBackAsTheSameNumber() {
        var random = new Random(5);
        for (var i = 0; i < 100_000; i++) {
            var value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertThat(Double.parseDouble(DecimalText.of(value))).isEqualTo(value);
                assertThat(DecimalText.of(Math.abs(value))).matches("[0-9]+(\\.[0-9]+)?(e-?[0-9]+)?");
            }
        }
    }
}
