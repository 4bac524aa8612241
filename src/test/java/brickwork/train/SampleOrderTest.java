package brickwork.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import brickwork.Brickwork;
import brickwork.data.Dataset;
import brickwork.data.SampleTable;
import brickwork.data.Samples;
import brickwork.model.Training;
import brickwork.random.RandomStream;
import brickwork.source.Origin;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** In what order an epoch takes the samples. */
class SampleOrderTest {

    private static final Training SHUFFLED = new Training(9, new Training.Batch.Of(4), true, Origin.NONE);

    private static int[] order(int samples, Training training, int epoch) {
        return new SampleOrder(samples, training, 7).of(epoch);
    }

    @Test
    void aWindowOfAllSamplesIsThePlainShuffle() {
        for (var window : new int[] {23, 24, Integer.MAX_VALUE}) {
            assertThat(order(23, SHUFFLED.withWindow(window), 3)).isEqualTo(order(23, SHUFFLED, 3));
        }
    }

    @Test
    void windowsOfOneShuffleNothing() {
        assertThat(order(23, SHUFFLED.withWindow(1), 3)).isEqualTo(IntStream.range(0, 23).toArray());
    }

    /** The definition of the language page, written once more. */
    @Test
    void theWindowsBeginWhereTheSeedSays() {
        var starts = new HashSet<Integer>();
        for (var epoch = 0; epoch < 20; epoch++) {
            var random = new RandomStream(7, "shuffle");
            random.seek((long) epoch << 32);
            var first = random.nextInt(5);
            starts.add(first);
            var order = order(23, SHUFFLED.withWindow(5), epoch);
            for (var from = 0; from < 23; from = from == 0 && first > 0 ? first : from + 5) {
                var to = Math.min(23, from == 0 && first > 0 ? first : from + 5);
                assertThat(Arrays.stream(order, from, to).sorted()).containsExactlyElementsOf(IntStream.range(from, to).boxed().toList());
            }
        }
        assertThat(starts).hasSize(5);
    }

    @Test
    void whatWasAskedBeforeDoesNotMatter() {
        var asked = new SampleOrder(23, SHUFFLED.withWindow(6), 7);
        asked.of(8);

        assertThat(asked.of(2)).isEqualTo(order(23, SHUFFLED.withWindow(6), 2)).isNotEqualTo(order(23, SHUFFLED.withWindow(6), 3));
    }

    @Test
    void aFullBatchKeepsTheOrder() {
        var full = new Training(9, new Training.Batch.Full(), true, OptionalInt.of(5), Origin.NONE);

        assertThat(order(23, full, 3)).isEqualTo(IntStream.range(0, 23).toArray());
    }

    @Test
    void whatIsTakenInOrderHasNoWindow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Training(9, new Training.Batch.Full(), false, OptionalInt.of(5), Origin.NONE))
                .withMessageContaining("in order");
    }

    @Test
    void underAWindowThePartsKeepTheOrderOfTheSource() {
        var rows = IntStream.range(0, 40).mapToObj(i -> new double[] {i, -i}).toArray(double[][]::new);
        var targets = IntStream.range(0, 40).mapToObj(i -> new double[] {i % 2}).toArray(double[][]::new);
        var text = "split test 20% validation 20% stratified\nlayer 2 -> 1 sigmoid\nloss bce\ntrain 2 epochs batch 4 shuffle";
        var table = SampleTable.ofReals(rows, targets);

        var plain = Dataset.prepare(Brickwork.standard().compile(text).network(), table).orThrow();
        var windowed = Dataset.prepare(Brickwork.standard().compile(text + " within 8").network(), table).orThrow();

        assertThat(sources(windowed.train())).isSorted().containsExactlyInAnyOrderElementsOf(sources(plain.train()));
        assertThat(sources(windowed.test().orElseThrow())).isSorted()
                .containsExactlyInAnyOrderElementsOf(sources(plain.test().orElseThrow()));
        assertThat(sources(plain.train())).isNotEqualTo(sources(windowed.train()));
    }

    private static List<Integer> sources(Samples samples) {
        return IntStream.range(0, samples.count()).mapToObj(samples::sourceRow).toList();
    }
}
