package brickwork.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomStreamTest {
    @Test
    void beginsWithTheBlockOfItsSeedAndTheHashOfItsName() {
        var block = new int[4];
        Philox.fill(block, 0, 0, 0x8601ec8c, 0xaf63dc4c, 0x89abcdef, 0x01234567); // FNV-1a of "a" is af63dc4c8601ec8c
        var stream = new RandomStream(0x0123456789abcdefL, "a");
        assertThat(IntStream.generate(stream::nextInt).limit(4)).containsExactly(block[0], block[1], block[2], block[3]);
        Philox.fill(block, 1, 0, 0x8601ec8c, 0xaf63dc4c, 0x89abcdef, 0x01234567);
        assertThat(stream.nextLong()).isEqualTo((long) block[1] << 32 | Integer.toUnsignedLong(block[0]));
    }

    @Test
    void theFirstDrawsArePinned() {
        var stream = new RandomStream(42, "init/layer1.weight");
        assertThat(stream.nextInt()).isEqualTo(-1676875541);
        assertThat(stream.nextLong()).isEqualTo(3929014226883190703L);
        assertThat(stream.nextDouble()).isEqualTo(0.13464679925738143);
        assertThat(stream.nextGaussian()).isEqualTo(-1.3947640442187519);
        assertThat(stream.nextGaussian()).isEqualTo(0.7750365075112525);
        assertThat(stream.nextGaussian()).isEqualTo(0.15393222765204237);
        assertThat(stream.nextInt(10)).isEqualTo(1);
        assertThat(new RandomStream(42, "dropout").uniformAt(123_456_789_012L)).isEqualTo(0.060560260103657226);
        var order = IntStream.range(0, 10).toArray();
        new RandomStream(42, "shuffle").shuffle(order);
        assertThat(order).containsExactly(7, 3, 6, 8, 2, 0, 5, 4, 9, 1);
    }

    @Test
    void anotherSeedOrNameIsAnotherStream() {
        var first = new RandomStream(1, "shuffle").nextLong();
        assertThat(new RandomStream(1, "shuffle").nextLong()).isEqualTo(first);
        assertThat(new RandomStream(2, "shuffle").nextLong()).isNotEqualTo(first);
        assertThat(new RandomStream(1, "dropout").nextLong()).isNotEqualTo(first);
        assertThat(new RandomStream(1, "").nextLong()).isNotEqualTo(first);
    }

    @Test
    void goesToAnyBlockWhateverWasDrawnBefore() {
        var drawn = new RandomStream(5, "shuffle");
        var words = IntStream.generate(drawn::nextInt).limit(40).toArray();
        var sought = new RandomStream(5, "shuffle");
        for (var block : new int[] {7, 0, 3, 3, 9}) {
            sought.nextGaussian();
            sought.seek(block);
            assertThat(sought.nextInt()).isEqualTo(words[4 * block]);
            assertThat(sought.nextInt()).isEqualTo(words[4 * block + 1]);
        }
        sought.seek(0);
        assertThat(sought.nextGaussian()).isEqualTo(new RandomStream(5, "shuffle").nextGaussian());
    }

    @Test
    void anyPlaceCanBeReadWithoutDrawing() {
        var drawn = new RandomStream(5, "dropout");
        var read = new RandomStream(5, "dropout");
        var inOrder = DoubleStream.generate(drawn::nextDouble).limit(1000).toArray();
        for (var i = 999; i >= 0; i--) {
            assertThat(read.uniformAt(i)).isEqualTo(inOrder[i]);
        }
        assertThat(read.nextDouble()).isEqualTo(inOrder[0]);
    }

    @Test
    void placesBeyond32BitsDiffer() {
        var stream = new RandomStream(5, "dropout");
        assertThat(stream.uniformAt(1L << 33)).isNotEqualTo(stream.uniformAt(0));
        assertThat(stream.uniformAt(1L << 40)).isNotEqualTo(stream.uniformAt(1L << 33));
    }

    @Test
    void uniformNumbersFillTheUnitInterval() {
        var stream = new RandomStream(7, "uniform");
        var draws = DoubleStream.generate(stream::nextDouble).limit(100_000).summaryStatistics();
        assertThat(draws.getMin()).isBetween(0.0, 1e-3);
        assertThat(draws.getMax()).isBetween(0.999, Math.nextDown(1.0));
        assertThat(draws.getAverage()).isCloseTo(0.5, within(0.005));
    }

    @Test
    void gaussiansHaveTheMomentsOfTheNormalLaw() {
        var stream = new RandomStream(7, "normal");
        var draws = DoubleStream.generate(stream::nextGaussian).limit(100_000).toArray();
        assertThat(moment(draws, 1)).isCloseTo(0, within(0.02));
        assertThat(moment(draws, 2)).isCloseTo(1, within(0.03));
        assertThat(moment(draws, 3)).isCloseTo(0, within(0.06));
        assertThat(moment(draws, 4)).isCloseTo(3, within(0.15));
    }

    private static double moment(double[] draws, int order) {
        return DoubleStream.of(draws).map(draw -> StrictMath.pow(draw, order)).average().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 10})
    void boundedNumbersAreEvenlySpread(int bound) {
        var stream = new RandomStream(11, "bounded");
        var counts = new int[bound];
        for (var i = 0; i < 20_000; i++) {
            counts[stream.nextInt(bound)]++;
        }
        assertThat(IntStream.of(counts).boxed()).allSatisfy(count -> assertThat(count * (double) bound / 20_000).isBetween(0.93, 1.07));
    }

    /** At this bound one word in four is rejected. */
    @Test
    void largeBoundsAreMetWithoutBias() {
        var stream = new RandomStream(11, "bounded");
        var bound = 3 << 29;
        var below = IntStream.range(0, 30_000).filter(i -> stream.nextInt(bound) < bound / 3).count();
        assertThat(below).isBetween(9_700L, 10_300L);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void aBoundMustBePositive(int bound) {
        var stream = new RandomStream(0, "bounded");
        assertThatIllegalArgumentException().isThrownBy(() -> stream.nextInt(bound)).withMessage("expected a bound above 0, got " + bound);
    }

    @Test
    void allOrdersOfThreeAreAlike() {
        var stream = new RandomStream(13, "shuffle");
        var counts = new int[300];
        for (var i = 0; i < 12_000; i++) {
            var order = new int[] {0, 1, 2};
            stream.shuffle(order);
            counts[100 * order[0] + 10 * order[1] + order[2]]++;
        }
        assertThat(IntStream.of(counts).filter(count -> count > 0).boxed())
                .hasSize(6)
                .allSatisfy(count -> assertThat(count).isBetween(1_850, 2_150));
    }

    @Test
    void aShuffleOfNothingOrOneDrawsNothing() {
        var stream = new RandomStream(13, "shuffle");
        stream.shuffle(new int[0]);
        stream.shuffle(new int[] {4});
        assertThat(stream.nextInt()).isEqualTo(new RandomStream(13, "shuffle").nextInt());
    }
}
