package brickwork.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"0", "7", "-0", "+3", "007", "1.5", "1.", ".5", "-.5e-3", "1e5", "1E+05", "123456789012345",
            "1234567890123456789", "999999999999999999999", "1e999", "4.9e-324"})
    void theseAreNumbers(String field) {
        assertThat(NumberText.isNumber(field)).isTrue();
        assertThat(NumberText.value(field)).isEqualTo(Double.parseDouble(field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "+", "-", "e", "e5", ".e5", "1e", "1e+", "1e5.0", "1..2", "1.2.3", "--1", "1-", "1 2", "1f", "1d",
            "0x10", "NaN", "inf", "Infinity", "-Infinity", "1,5", "1_000", "١", "½", "1e٣"})
    void theseAreNot(String field) {
        assertThat(NumberText.isNumber(field)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NA", "n/a", "NaN", "nan", "null", "NULL", "?"})
    void theseSayThatAValueIsMissing(String field) {
        assertThat(NumberText.isMissing(field)).isTrue();
        assertThat(NumberText.isNumber(field)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "no", "-", "0", "unknown"})
    void theseMayNameAClass(String field) {
        assertThat(NumberText.isMissing(field)).isFalse();
    }
}
