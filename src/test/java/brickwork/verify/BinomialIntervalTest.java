package brickwork.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinomialIntervalTest {

    /** Against quantiles of the beta distribution from SciPy. */
    @ParameterizedTest
    @CsvSource({
            "0, 10, 0, 0.3084971078187608",
            "10, 10, 0.6915028921812392, 1",
            "1, 1, 0.025, 1",
            "5, 10, 0.18708602844739855, 0.8129139715526015",
            "190, 200, 0.9099724622986486, 0.9757658345278915",
            "1, 200, 0.00012658102786701825, 0.02754189845720562",
    })
    void isThatOfClopperAndPearson(int successes, int trials, double low, double high) {
        var interval = BinomialInterval.of(successes, trials);

        assertThat(interval.low()).isCloseTo(low, within(1e-9));
        assertThat(interval.high()).isCloseTo(high, within(1e-9));
    }

    @Test
    void needsATrial() {
        assertThatThrownBy(() -> BinomialInterval.of(0, 0)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("0 of 0");
    }
}
