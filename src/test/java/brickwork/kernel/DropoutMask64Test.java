package brickwork.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DropoutMask64Test {

    private static final double SCALE = Rounding64.of(1.25);
    private static final long THRESHOLD = (1L << 32) / 5;

    private static double[] mask(long key, long update, int units, int columns, int stride) {
        var mask = new double[units * stride];
        new ScalarKernels64().dropoutMask(key, update, THRESHOLD, SCALE, mask, units, columns, stride);
        return mask;
    }

    @Test
    void theShareOfZerosIsTheProbability() {
        var zeros = 0;
        for (var factor : mask(7, 1, 1000, 100, 100)) {
            assertThat(factor == 0 || factor == SCALE).isTrue();
            zeros += factor == 0 ? 1 : 0;
        }
        var deviation = Math.sqrt(0.2 * 0.8 / 100_000);
        assertThat(zeros / 100_000.0).isCloseTo(0.2, within(4 * deviation));
    }

    @Test
    void everyUpdateAndEveryKeyDrawsAnew() {
        assertThat(mask(7, 1, 20, 16, 16)).isEqualTo(mask(7, 1, 20, 16, 16)).isNotEqualTo(mask(7, 2, 20, 16, 16))
                .isNotEqualTo(mask(8, 1, 20, 16, 16)).isNotEqualTo(mask(7, 1 + (1L << 32), 20, 16, 16));
    }

    @Test
    void neitherTheSizeOfTheBatchNorThePaddingMatters() {
        var small = mask(7, 1, 20, 5, 8);
        var large = mask(7, 1, 30, 33, 40);
        for (var unit = 0; unit < 20; unit++) {
            for (var sample = 0; sample < 5; sample++) {
                assertThat(small[unit * 8 + sample]).isEqualTo(large[unit * 40 + sample]);
            }
        }
    }
}
