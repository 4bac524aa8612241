package brickwork.data;

import static brickwork.data.Sources.SIGMOID;
import static brickwork.data.Sources.SOFTMAX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import brickwork.model.DataSource;
import brickwork.random.RandomStream;
import brickwork.source.Code;
import brickwork.source.Origin;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GeneratedSourceTest {

    private static final OptionalLong NO_SEED = OptionalLong.empty();
    private static final double HALF_ROOT_3 = StrictMath.sqrt(3) / 2;

    @Test
    void moonsWithoutNoiseAreTwoHalfCircles() {
        var train = Sources.network(Sources.moons(7, 0), 2, 1, SIGMOID).prepared().train();
        assertNear(Sources.inputs(train), new double[][] {
                {1, 0}, {0, 1}, {-1, 0},
                {0, 0.5}, {0.5, 0.5 - HALF_ROOT_3}, {1.5, 0.5 - HALF_ROOT_3}, {2, 0.5}});
        assertThat(Sources.labels(train)).containsExactly(0, 0, 0, 1, 1, 1, 1);
        assertThat(Sources.targets(train)).isDeepEqualTo(new double[][] {{0}, {0}, {0}, {1}, {1}, {1}, {1}});
    }

    @Test
    void aMoonOfOnePointBeginsWhereTheMoonBegins() {
        assertNear(Sources.inputs(Sources.network(Sources.moons(2, 0), 2, 1, SIGMOID).prepared().train()),
                new double[][] {{1, 0}, {0, 0.5}});
    }

    @Test
    void circlesDoNotRepeatTheirFirstPoint() {
        var train = Sources.network(new DataSource.Circles(9, 0, 0.5, NO_SEED, Origin.NONE), 2, 1, SIGMOID).prepared().train();
        var inputs = Sources.inputs(train);
        assertNear(Arrays.copyOf(inputs, 4), new double[][] {{1, 0}, {0, 1}, {-1, 0}, {0, -1}});
        assertNear(new double[][] {inputs[4]}, new double[][] {{0.5, 0}});
        assertThat(Arrays.stream(inputs).skip(4))
                .allSatisfy(p -> assertThat(Math.sqrt(p[0] * p[0] + p[1] * p[1])).isCloseTo(0.5, within(1e-15)));
        assertThat(Sources.labels(train)).containsExactly(0, 0, 0, 0, 1, 1, 1, 1, 1);
    }

    @Test
    void spiralsEndOnRadiusOneAtTheirOwnAngle() {
        var train = Sources.network(new DataSource.Spirals(8, 0, 0.25, 2, NO_SEED, Origin.NONE), 2, 2, SOFTMAX).prepared().train();
        var inputs = Sources.inputs(train);
        var half = StrictMath.sqrt(0.5) / 2;
        // Class 0 turns by a quarter: from (almost) the centre to (0, 1); at t = 1/2 its angle is 45 degrees. Class 1 is its mirror.
        assertNear(new double[][] {inputs[1], inputs[3], inputs[5], inputs[7]},
                new double[][] {{half, half}, {0, 1}, {-half, -half}, {0, -1}});
        assertThat(Sources.labels(train)).containsExactly(0, 0, 0, 0, 1, 1, 1, 1);
    }

    @Test
    void spiralsOfThreeClassesShareRowsAsEvenlyAsTheyCan() {
        var train = Sources.network(new DataSource.Spirals(11, 0, 1, 3, NO_SEED, Origin.NONE), 2, 3, SOFTMAX).prepared().train();
        assertThat(Sources.labels(train)).containsExactly(0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2);
        assertThat(train.classes()).isEqualTo(3);
    }

    @Test
    void sineRunsFromMinusPiToPi() {
        var train = Sources.network(new DataSource.Sine(5, 0, NO_SEED, Origin.NONE), 1, 1, SIGMOID).prepared().train();
        assertNear(Sources.inputs(train), new double[][] {{-Math.PI}, {-Math.PI / 2}, {0}, {Math.PI / 2}, {Math.PI}});
        assertNear(Sources.targets(train), new double[][] {{0}, {-1}, {0}, {1}, {0}});
        assertThat(train.hasClasses()).isFalse();
    }

    @Test
    void theCircleHasHalfTheSquare() {
        var train = Sources.network(new DataSource.CircleInSquare(20_000, NO_SEED, Origin.NONE), 2, 1, SIGMOID).prepared().train();
        var inputs = Sources.inputs(train);
        var inside = 0;
        for (var i = 0; i < inputs.length; i++) {
            assertThat(inputs[i][0]).isBetween(0.0, 1.0);
            assertThat(inputs[i][1]).isBetween(0.0, 1.0);
            var label = Math.hypot(inputs[i][0] - 0.5, inputs[i][1] - 0.5) <= Math.sqrt(1 / (2 * Math.PI)) ? 1 : 0;
            assertThat(train.label(i)).isEqualTo(label);
            inside += label;
        }
        assertThat(inside / 20_000.0).isCloseTo(0.5, within(0.011));
    }

    @Test
    void quadrantsAreOfClassOneWhereSignsDiffer() {
        var train = Sources.network(new DataSource.Quadrants(2000, NO_SEED, Origin.NONE), 2, 1, SIGMOID).prepared().train();
        var inputs = Sources.inputs(train);
        for (var i = 0; i < inputs.length; i++) {
            assertThat(train.label(i)).isEqualTo(inputs[i][0] > 0 != inputs[i][1] > 0 ? 1 : 0);
        }
        var all = Arrays.stream(inputs).flatMapToDouble(Arrays::stream).summaryStatistics();
        assertThat(all.getAverage()).isCloseTo(0, within(0.1));
        assertThat(Arrays.stream(inputs).flatMapToDouble(Arrays::stream).map(x -> x * x).average().orElseThrow()).isCloseTo(1, within(0.1));
    }

    @Test
    void blobsWithoutSpreadStandOnTheirCentres() {
        var train = Sources.network(new DataSource.Blobs(9, 3, 4, 0, NO_SEED, Origin.NONE), 4, 3, SOFTMAX).prepared().train();
        var inputs = Sources.inputs(train);
        for (var c = 0; c < 3; c++) {
            assertThat(inputs[3 * c]).isEqualTo(inputs[3 * c + 1]).isEqualTo(inputs[3 * c + 2]);
            assertThat(Arrays.stream(inputs[3 * c])).allMatch(x -> x >= -10 && x <= 10);
        }
        assertThat(inputs[0]).isNotEqualTo(inputs[3]);
    }

    @Test
    void blobsKeepTheirCentresWhenTheirSpreadGrows() {
        var tight = Sources.inputs(Sources.network(new DataSource.Blobs(400, 2, 2, 0, NO_SEED, Origin.NONE), 2, 1, SIGMOID)
                .prepared().train());
        var loose = Sources.inputs(Sources.network(new DataSource.Blobs(400, 2, 2, 0.5, NO_SEED, Origin.NONE), 2, 1, SIGMOID)
                .prepared().train());
        var middle = Arrays.stream(loose).limit(200).mapToDouble(p -> p[0]).average().orElseThrow();
        assertThat(middle).isCloseTo(tight[0][0], within(0.15));
    }

    @Test
    void noiseIsAddedRowByRow() {
        var quiet = Sources.inputs(Sources.network(Sources.moons(50, 0), 2, 1, SIGMOID).prepared().train());
        var noisy = Sources.inputs(Sources.network(Sources.moons(50, 0.25), 2, 1, SIGMOID).prepared().train());
        var random = new RandomStream(0, "data");
        for (var i = 0; i < 50; i++) {
            assertThat(noisy[i]).containsExactly(quiet[i][0] + 0.25 * random.nextGaussian(), quiet[i][1] + 0.25 * random.nextGaussian());
        }
    }

    /** Pinned: a later release must draw the same data. */
    @Test
    void aSeedAlwaysGivesTheSameData() {
        var first = Sources.inputs(Sources.network(Sources.moons(100, 0.1), 2, 1, SIGMOID).seed(7).prepared().train())[0];
        assertThat(first).containsExactly(PINNED_MOONS);
    }

    @Test
    void theSeedOfTheSourceCountsBeforeThatOfTheSpec() {
        var own = new DataSource.Moons(20, 0.1, OptionalLong.of(7), Origin.NONE);
        var under1 = Sources.inputs(Sources.network(own, 2, 1, SIGMOID).seed(1).prepared().train());
        var under7 = Sources.inputs(Sources.network(Sources.moons(20, 0.1), 2, 1, SIGMOID).seed(7).prepared().train());
        var other = Sources.inputs(Sources.network(Sources.moons(20, 0.1), 2, 1, SIGMOID).seed(1).prepared().train());
        assertThat(under1).isDeepEqualTo(under7);
        assertThat(Arrays.deepEquals(under1, other)).isFalse();
    }

    static Stream<DataSource.Generated> tooLarge() {
        var most = Integer.MAX_VALUE;
        return Stream.of(new DataSource.Quadrants(most, NO_SEED, Origin.NONE), Sources.moons(most, 0),
                new DataSource.Blobs(100_000, 2, 1_000_000, 1, NO_SEED, Origin.NONE));
    }

    @ParameterizedTest
    @MethodSource
    void tooLarge(DataSource.Generated source) {
        var inputs = source instanceof DataSource.Blobs blobs ? blobs.features() : 2;
        var fault = Sources.network(source, inputs, 1, SIGMOID).refused();
        assertThat(fault.code()).isEqualTo(Code.NN209);
    }

    static Stream<DataSource.Generated> described() {
        return Stream.of(new DataSource.Quadrants(200, NO_SEED, Origin.NONE), new DataSource.CircleInSquare(30, NO_SEED, Origin.NONE),
                Sources.moons(7, 0.1), Sources.moons(2, 0),
                new DataSource.Circles(9, 0.1, 0.5, NO_SEED, Origin.NONE), new DataSource.Spirals(20, 0.1, 2, 5, NO_SEED, Origin.NONE),
                new DataSource.Blobs(20, 4, 3, 1, NO_SEED, Origin.NONE), new DataSource.Sine(9, 0, NO_SEED, Origin.NONE));
    }

    @ParameterizedTest
    @MethodSource
    void described(DataSource.Generated source) throws DataFault {
        assertThat(GeneratedSource.describe(source)).isEqualTo(GeneratedSource.open(source, 0).describe());
    }

    @Test
    void noiseBeyondTheNumberTypeIsRefused() {
        var fault = Sources.network(Sources.moons(1000, 1e308), 2, 1, SIGMOID).refused();
        assertThat(fault.code()).isEqualTo(Code.NN204);
        assertThat(fault.message()).matches("row [0-9]+, input [12]: -?Infinity is not a finite number");
        assertThat(Sources.place(fault)).isEqualTo("moons");
    }

    @Test
    void xorIsFourRows() {
        var dataset = Sources.network(new DataSource.Xor(Origin.NONE), 2, 1, SIGMOID).prepared();
        assertThat(Sources.inputs(dataset.train())).isDeepEqualTo(new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}});
        assertThat(Sources.labels(dataset.train())).containsExactly(0, 1, 1, 0);
        assertThat(dataset.classNames()).isEqualTo(List.of("0", "1"));
    }

    private static final double[] PINNED_MOONS = {0.8832680120922307, -0.0062881383191460555};

    private static void assertNear(double[][] actual, double[][] expected) {
        assertThat(actual.length).isEqualTo(expected.length);
        for (var i = 0; i < expected.length; i++) {
            assertThat(actual[i]).as("row " + i).containsExactly(expected[i], within(1e-15));
        }
    }
}
