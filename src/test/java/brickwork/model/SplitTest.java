package brickwork.model;

import static org.assertj.core.api.Assertions.assertThat;

import brickwork.source.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplitTest {

    @ParameterizedTest
    @CsvSource({"0.2,150,30", "0.2,5,1", "0.07,100,7", "0.14,50,7", "0.3,10,3", "0.30000000000000004,10,3", "0.1,11,2", "0.25,10,3",
            "0.3333333333333333,3,1", "0.6666666666666666,3,2", "0.0001,10,1", "0.999,10,10", "0.2,1797,360"})
    void testTakesTheShareRoundedUp(double share, int rows, int expected) {
        assertThat(split(share, 0).testRows(rows)).isEqualTo(expected);
        assertThat(split(0.5, share).validationRows(rows)).isEqualTo(expected);
    }

    @Test
    void everyPercentOfAHundredRowsIsThatMany() {
        for (var percent = 1; percent < 100; percent++) {
            for (var hundreds = 1; hundreds <= 700; hundreds++) {
                assertThat(split(percent / 100.0, 0).testRows(100 * hundreds)).isEqualTo(percent * hundreds);
            }
        }
    }

    @Test
    void noShareOfValidationTakesNoRows() {
        assertThat(split(0.2, 0).validationRows(150)).isZero();
        assertThat(split(0.2, 0).trainRows(150)).isEqualTo(120);
    }

    @Test
    void trainMayBeLeftWithNothing() {
        assertThat(split(0.9, 0.5).trainRows(10)).isEqualTo(-4);
    }

    private static Split split(double test, double validation) {
        return new Split(test, validation, false, false, Origin.NONE);
    }
}
