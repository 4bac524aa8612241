package brickwork.data;

import static brickwork.data.Sources.SIGMOID;
import static brickwork.data.Sources.SOFTMAX;
import static brickwork.data.Sources.rows;
import static org.assertj.core.api.Assertions.assertThat;

import brickwork.model.DataSource;
import brickwork.random.RandomStream;
import brickwork.source.Code;
import brickwork.source.Origin;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartitionTest {

    private static final DataSource IRIS = new DataSource.Iris(Origin.NONE);

    @Test
    void withoutSplitEverythingIsTrainInOrder() {
        var dataset = Sources.network(IRIS, 4, 3, SOFTMAX).prepared();
        assertThat(Sources.sourceRows(dataset.train())).isEqualTo(IntStream.range(0, 150).toArray());
        assertThat(dataset.validation()).isEmpty();
        assertThat(dataset.test()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0.2,0,false,false", "0.2,0.1,false,false", "0.2,0.1,true,false", "0.33,0.33,true,true", "0.01,0.01,true,false",
            "0.5,0.49,true,false"})
    void everyRowIsInOnePartAndPartsHaveTheirSizes(double test, double validation, boolean stratified, boolean inOrder) {
        var dataset = Sources.network(IRIS, 4, 3, SOFTMAX).split(test, validation, stratified, inOrder).prepared();
        var all = Stream.of(dataset.train(), dataset.validation().orElse(null), dataset.test().orElseThrow()).filter(p -> p != null)
                .flatMapToInt(part -> Arrays.stream(Sources.sourceRows(part))).sorted().toArray();
        assertThat(all).isEqualTo(IntStream.range(0, 150).toArray());
        assertThat(dataset.test().orElseThrow().count()).isEqualTo((int) Math.ceil(test * 150));
        assertThat(dataset.validation().map(Samples::count).orElse(0)).isEqualTo((int) Math.ceil(validation * 150));
    }

    @Test
    void inOrderTestStandsLast() {
        var dataset = Sources.network(IRIS, 4, 3, SOFTMAX).split(0.2, 0.1, false, true).prepared();
        assertThat(Sources.sourceRows(dataset.train())).isEqualTo(IntStream.range(0, 105).toArray());
        assertThat(Sources.sourceRows(dataset.validation().orElseThrow())).isEqualTo(IntStream.range(105, 120).toArray());
        assertThat(Sources.sourceRows(dataset.test().orElseThrow())).isEqualTo(IntStream.range(120, 150).toArray());
    }

    @Test
    void shufflingIsTheStreamSplitOfTheSeed() {
        var order = IntStream.range(0, 150).toArray();
        new RandomStream(3, "split").shuffle(order);
        var dataset = Sources.network(IRIS, 4, 3, SOFTMAX).split(0.2, 0, false, false).seed(3).prepared();
        assertThat(Sources.sourceRows(dataset.train())).isEqualTo(Arrays.copyOf(order, 120));
        assertThat(Sources.sourceRows(dataset.test().orElseThrow())).isEqualTo(Arrays.copyOfRange(order, 120, 150));
    }

    /** Pinned: a later release must part the same data alike. */
    @Test
    void aSeedAlwaysGivesTheSameSplit() {
        var test = Sources.network(IRIS, 4, 3, SOFTMAX).split(0.04, 0, false, false).seed(3).prepared().test().orElseThrow();
        assertThat(Sources.sourceRows(test)).containsExactly(PINNED_SPLIT);
    }

    @Test
    void aWiderLastLayerChangesNothingAboutTheSplit() {
        var source = new DataSource.Blobs(40, 2, 3, 1, OptionalLong.empty(), Origin.NONE);
        var one = Sources.network(source, 3, 1, SIGMOID).split(0.25, 0.25, true, false).prepared();
        var two = Sources.network(source, 3, 2, SOFTMAX).split(0.25, 0.25, true, false).prepared();
        assertThat(Sources.sourceRows(one.train())).isEqualTo(Sources.sourceRows(two.train()));
        assertThat(Sources.inputs(one.test().orElseThrow())).isDeepEqualTo(Sources.inputs(two.test().orElseThrow()));
    }

    @Test
    void stratifiedPartsKeepTheShares() {
        var dataset = Sources.network(IRIS, 4, 3, SOFTMAX).split(0.2, 0.1, true, false).prepared();
        assertThat(counts(dataset.train(), 3)).containsExactly(35, 35, 35);
        assertThat(counts(dataset.validation().orElseThrow(), 3)).containsExactly(5, 5, 5);
        assertThat(counts(dataset.test().orElseThrow(), 3)).containsExactly(10, 10, 10);
    }

    @Test
    void whatIsLeftGoesToTheLargestRemainders() {
        // 7 rows of class 0 and 3 of class 1; test takes 3: shares 2.1 and 0.9; of the 5 and 2 left validation takes 2: 1.43 and 0.57.
        var inputs = IntStream.range(0, 10).mapToObj(i -> new double[] {i}).toArray(double[][]::new);
        var targets = IntStream.range(0, 10).mapToObj(i -> new double[] {i < 7 ? 0 : 1}).toArray(double[][]::new);
        var dataset = Sources.network(rows(inputs, targets), 1, 1, SIGMOID).split(0.3, 0.2, true, true).prepared();
        assertThat(Sources.sourceRows(dataset.test().orElseThrow())).containsExactly(5, 6, 9);
        assertThat(Sources.sourceRows(dataset.validation().orElseThrow())).containsExactly(4, 8);
        assertThat(Sources.sourceRows(dataset.train())).containsExactly(0, 1, 2, 3, 7);
    }

    @Test
    void aPartMustNotTakeEverything() {
        var fault = Sources.network(new DataSource.Xor(Origin.NONE), 2, 1, SIGMOID).split(0.5, 0.5, false, false).refused();
        assertThat(fault.code()).isEqualTo(Code.NN065);
        assertThat(fault.message()).isEqualTo("of 4 rows 2 go to test and 2 to validation, so none is left to train on");
        assertThat(Sources.place(fault)).isEqualTo("split");
    }

    @Test
    void realTargetsCannotBeStratified() {
        var source = new DataSource.Sine(10, 0, OptionalLong.empty(), Origin.NONE);
        var fault = Sources.network(source, 1, 1, SIGMOID).split(0.2, 0, true, false).refused();
        assertThat(fault.code()).isEqualTo(Code.NN066);
        assertThat(Sources.place(fault)).isEqualTo("split");
    }

    private static int[] counts(Samples samples, int classes) {
        var counts = new int[classes];
        Arrays.stream(Sources.labels(samples)).forEach(label -> counts[label]++);
        return counts;
    }

    private static final int[] PINNED_SPLIT = {93, 70, 1, 126, 77, 63};
}
