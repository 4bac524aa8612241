package brickwork.data;

import static brickwork.data.Sources.SIGMOID;
import static brickwork.data.Sources.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import brickwork.model.Precision;
import brickwork.model.Scaling;
import brickwork.source.Code;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FittedScalingTest {

    private static final double[][] INPUTS = {{1, 7, 0.1}, {2, 7, 0.3}, {4, 7, 0.2}, {9, 7, 0.1}, {100, 8, 50}};
    private static final double[][] TARGETS = {{0.5}, {1}, {0}, {1}, {2}};

    @Test
    void standardSubtractsTheMeanAndDividesByThePopulationDeviation() {
        var train = Sources.network(rows(Arrays.copyOf(INPUTS, 4), Arrays.copyOf(TARGETS, 4)), 3, 1, SIGMOID)
                .scaled(new Scaling.Standard()).prepared().train();
        var deviation = Math.sqrt((9 + 4 + 0 + 25) / 4.0);
        assertThat(column(train, 0)).containsExactly(new double[] {-3 / deviation, -2 / deviation, 0, 5 / deviation}, within(1e-15));
        assertThat(column(train, 1)).containsExactly(0, 0, 0, 0);
    }

    @Test
    void minmaxMapsTrainToZeroToOne() {
        var train = Sources.network(rows(Arrays.copyOf(INPUTS, 4), Arrays.copyOf(TARGETS, 4)), 3, 1, SIGMOID)
                .scaled(new Scaling.MinMax()).prepared().train();
        assertThat(column(train, 0)).containsExactly(0, 1 / 8.0, 3 / 8.0, 1);
        assertThat(column(train, 1)).containsExactly(0, 0, 0, 0);
    }

    @Test
    void byDividesEverything() {
        var train = Sources.network(rows(INPUTS, TARGETS), 3, 1, SIGMOID).scaled(new Scaling.By(4)).prepared().train();
        assertThat(Sources.inputs(train)[2]).containsExactly(1, 7 / 4.0, 0.2 / 4);
    }

    @Test
    void onlyTrainIsLookedAt() {
        var dataset = Sources.network(rows(INPUTS, TARGETS), 3, 1, SIGMOID).split(0.2, 0, false, true)
                .scaled(new Scaling.MinMax()).prepared();
        var test = dataset.test().orElseThrow();
        assertThat(Sources.inputs(test)[0]).containsExactly(new double[] {99 / 8.0, 1, 49.9 / 0.2}, within(1e-12));
        var raw = new double[3];
        test.rawInput(0, raw, 0);
        assertThat(raw).containsExactly(100, 8, 50);
        dataset.scaling().apply(raw);
        assertThat(raw).isEqualTo(Sources.inputs(test)[0]);
    }

    @Test
    void aConstantColumnBecomesZeroThoughItsMeanIsRounded() {
        var inputs = IntStream.range(0, 10).mapToObj(i -> new double[] {0.1, i}).toArray(double[][]::new);
        var targets = IntStream.range(0, 10).mapToObj(_ -> new double[] {0.5}).toArray(double[][]::new);
        var train = Sources.network(rows(inputs, targets), 2, 1, SIGMOID).scaled(new Scaling.Standard()).prepared().train();
        assertThat(column(train, 0)).containsOnly(0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-200, 1e-300, 1e100, 1e150, 1e200, 1e306})
    void deviationsOfAnySizeAreRight(double unit) {
        var inputs = new double[][] {{-unit}, {unit}, {unit}, {-unit}};
        var train = Sources.network(rows(inputs, Arrays.copyOf(TARGETS, 4)), 1, 1, SIGMOID)
                .scaled(new Scaling.Standard()).prepared().train();
        assertThat(column(train, 0)).containsExactly(new double[] {-1, 1, 1, -1}, within(1e-15));
    }

    @Test
    void aSmallSpreadAboutALargeMeanKeepsItsDigits() {
        var inputs = new double[][] {{1e9 + 4}, {1e9 + 7}, {1e9 + 13}, {1e9 + 16}};
        var train = Sources.network(rows(inputs, Arrays.copyOf(TARGETS, 4)), 1, 1, SIGMOID)
                .scaled(new Scaling.Standard()).prepared().train();
        var deviation = Math.sqrt(22.5);
        assertThat(column(train, 0))
                .containsExactly(new double[] {-6 / deviation, -3 / deviation, 3 / deviation, 6 / deviation}, within(1e-15));
    }

    @Test
    void bytesAndDoublesScaleAlike() {
        var bytes = new Cells.Bytes(new byte[] {0, (byte) 200, 7, 255 - 256, 13, 1}, 3, 2);
        var doubles = new Cells.Doubles(new double[] {0, 200, 7, 255, 13, 1}, 3, 2);
        var rows = new int[] {0, 1, 2};
        for (var scaling : List.of(new Scaling.Standard(), new Scaling.MinMax())) {
            assertThat(fitted(scaling, bytes, rows)).isEqualTo(fitted(scaling, doubles, rows));
        }
    }

    private static FittedScaling fitted(Scaling scaling, Cells cells, int... rows) {
        return FittedScaling.fit(scaling, cells.columns(), ColumnMoments.Rows.of(cells, rows));
    }

    @Test
    void textGivesTheVerySameScalingBack() {
        var columns = fitted(new Scaling.Standard(), new Cells.Doubles(new double[] {0.1, 1e-17, 0.7, -3e300, 5, 2}, 3, 2), 0, 1, 2);
        for (var scaling : new FittedScaling[] {FittedScaling.NONE, FittedScaling.by(255), FittedScaling.by(1.0 / 3), columns}) {
            assertThat(FittedScaling.read(scaling.text())).contains(scaling);
        }
        assertThat(FittedScaling.by(255).text()).isEqualTo("by 255.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "non", "none 1", "by", "by 0", "by 1 2", "by x", "by NaN", "by 1e999", "columns", "columns 1",
            "columns 1 0", "columns 1 2 3", "columns  1 2", "columns 1 2 "})
    void otherTextsAreNotRead(String text) {
        assertThat(FittedScaling.read(text)).isEmpty();
    }

    @Test
    void aRowOfAnotherWidthIsRefused() {
        var scaling = FittedScaling.columns(new double[] {1, 2}, new double[] {3, 4});
        assertThat(scaling.width()).hasValue(2);
        assertThatThrownBy(() -> scaling.apply(new double[3])).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the scaling was fitted for rows of 2 numbers, got 3");
    }

    @Test
    void whatScalingMakesInfiniteIsRefused() {
        var inputs = new double[][] {{-1.5e308}, {1.5e308}};
        var fault = Sources.network(rows(inputs, Arrays.copyOf(TARGETS, 2)), 1, 1, SIGMOID).scaled(new Scaling.MinMax()).refused();
        assertThat(fault.code()).isEqualTo(Code.NN211);
        assertThat(Sources.place(fault)).isEqualTo("rows");
    }

    @Test
    void whatSinglePrecisionCannotHoldIsRefusedUnderIt() {
        var network = Sources.network(rows(new double[][] {{1}, {1e39}}, Arrays.copyOf(TARGETS, 2)), 1, 1, SIGMOID);
        assertThat(network.prepared().train().count()).isEqualTo(2);
        var fault = network.precision(Precision.F32).refused();
        assertThat(fault.message()).isEqualTo("row 2, input 1: 1.0E39 is beyond what f32 holds");
        assertThat(network.precision(Precision.F32).scaled(new Scaling.By(1e30)).prepared().train().count()).isEqualTo(2);
    }

    private static double[] column(Samples samples, int column) {
        return Arrays.stream(Sources.inputs(samples)).mapToDouble(row -> row[column]).toArray();
    }
}
