package brickwork.train.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import brickwork.data.Dataset;
import brickwork.model.Metric;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricsTest {

    /** The metrics of outputs, given row by row. */
    private static Map<Metric, Double> metrics(double[][] targets, double[]... outputs) {
        var samples = Dataset.of(new double[targets.length][1], targets).train();
        var flat = Arrays.stream(outputs).flatMapToDouble(Arrays::stream).toArray();
        var metrics = new EnumMap<Metric, Double>(Metric.class);
        var rows = samples.pass(1);
        put(new RegressionMetrics(rows, RegressionMetrics.means(rows)), outputs.length, samples.targets(), flat, metrics);
        if (samples.hasClasses()) {
            put(new ClassMetrics(rows), outputs.length, samples.targets(), flat, metrics);
            put(new RankingMetrics(rows), outputs.length, samples.targets(), flat, metrics);
            put(new ProbabilityMetrics(rows), outputs.length, samples.targets(), flat, metrics);
        }
        return metrics;
    }

    private static void put(RowMetrics some, int rows, int width, double[] outputs, Map<Metric, Double> into) {
        for (var row = 0; row < rows; row++) {
            some.add(row, outputs, row * width);
        }
        some.putInto(into);
    }

    private static double[][] column(double... values) {
        return Arrays.stream(values).mapToObj(value -> new double[] {value}).toArray(double[][]::new);
    }

    private static double[][] oneHot(int classes, int... labels) {
        return Arrays.stream(labels).mapToObj(label -> {
            var row = new double[classes];
            row[label] = 1;
            return row;
        }).toArray(double[][]::new);
    }

    @Test
    void measuresHowFarOutputsAreFromTargets() {
        var metrics = metrics(column(3, -0.5, 2, 7), column(2.5, 0, 2, 8));

        assertThat(metrics.get(Metric.MSE)).isEqualTo(0.375);
        assertThat(metrics.get(Metric.RMSE)).isEqualTo(Math.sqrt(0.375));
        assertThat(metrics.get(Metric.MAE)).isEqualTo(0.5);
        assertThat(metrics.get(Metric.R2)).isEqualTo(0.9486081370449679, within(1e-15));
        assertThat(metrics).doesNotContainKeys(Metric.ACCURACY, Metric.PRECISION, Metric.RECALL, Metric.F1);
    }

    @Test
    void takesTheMeanOverOutputs() {
        var metrics = metrics(new double[][] {{0.5, 1}, {-1, 1}, {7, -6}}, new double[][] {{0, 2}, {-1, 2}, {8, -5}});

        assertThat(metrics.get(Metric.MSE)).isEqualTo(4.25 / 6, within(1e-15));
        assertThat(metrics.get(Metric.MAE)).isEqualTo(0.75);
        assertThat(metrics.get(Metric.R2)).isEqualTo((0.9654377880184332 + 0.9081632653061225) / 2, within(1e-15));
    }

    @Test
    void r2OfTargetsThatAreAllEqualIsOneWhereTheyAreMetAndZeroOtherwise() {
        assertThat(metrics(column(5, 5, 5), column(5, 5, 5)).get(Metric.R2)).isEqualTo(1);
        assertThat(metrics(column(5, 5, 5), column(5, 5, 4)).get(Metric.R2)).isEqualTo(0);
        assertThat(metrics(new double[][] {{5, 1}, {5, 3}}, new double[][] {{5, 1}, {5, 2}}).get(Metric.R2)).isEqualTo(0.75);
    }

    @Test
    void r2OfASingleSampleHasNoValue() {
        assertThat(metrics(column(5), column(4))).containsKeys(Metric.MSE, Metric.MAE, Metric.RMSE).doesNotContainKey(Metric.R2);
    }

    @Test
    void aucIsTheShareOfPairsThatStandInTheRightOrder() {
        assertThat(metrics(column(0, 0, 1, 1), column(0.1, 0.4, 0.35, 0.8)).get(Metric.AUC)).isEqualTo(0.75);
        assertThat(metrics(column(1, 0, 1), column(3, -2, 1e-300)).get(Metric.AUC)).isEqualTo(1);
        assertThat(metrics(column(1, 0), column(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)).get(Metric.AUC)).isZero();
    }

    @Test
    void aPairWithEqualOutputsCountsOneHalf() {
        assertThat(metrics(column(0, 1, 0, 1, 1), column(0.5, 0.5, 0.5, 0.5, 0.5)).get(Metric.AUC)).isEqualTo(0.5);
        assertThat(metrics(column(0, 1, 0, 1), column(0, -0.0, 1, 1)).get(Metric.AUC)).isEqualTo(0.5);
        assertThat(metrics(column(0, 0, 1, 1, 1), column(0.2, 0.6, 0.6, 0.6, 0.1)).get(Metric.AUC)).isEqualTo(3 / 6.0);
    }

    @Test
    void aucHasNoValueWhereAllSamplesAreOfOneClassAndIsNaNWhereAnOutputIs() {
        assertThat(metrics(column(1, 1, 1), column(0.1, 0.2, 0.3))).containsKey(Metric.ACCURACY).doesNotContainKey(Metric.AUC);
        assertThat(metrics(column(0, 0), column(0.1, 0.2))).doesNotContainKey(Metric.AUC);
        assertThat(metrics(column(0, 1), column(Double.NaN, 1)).get(Metric.AUC)).isNaN();
    }

    @Test
    void aucCountsEveryPairAsItsDefinitionDoes() {
        var random = new Random(7);
        for (var round = 0; round < 50; round++) {
            var rows = 2 + random.nextInt(60);
            var labels = random.doubles(rows).map(x -> x < 0.3 ? 1 : 0).toArray();
            labels[0] = 0;
            labels[1] = 1;
            var outputs = random.ints(rows, 0, 12).mapToDouble(i -> i / 7.0).toArray();

            assertThat(metrics(column(labels), column(outputs)).get(Metric.AUC)).isEqualTo(byPairs(labels, outputs));
        }
    }

    @Test
    void aucOfMoreClassesIsThePlainMeanOfOneAgainstTheRest() {
        var random = new Random(11);
        for (var round = 0; round < 20; round++) {
            var rows = 6 + random.nextInt(40);
            var labels = random.ints(rows, 0, 3).toArray();
            labels[0] = 0;
            labels[1] = 1;
            labels[2] = 2;
            var outputs = new double[rows][3];
            for (var row : outputs) {
                Arrays.setAll(row, _ -> random.nextInt(9) / 8.0);
            }
            var sum = 0.0;
            for (var k = 0; k < 3; k++) {
                var of = k;
                sum += byPairs(Arrays.stream(labels).mapToDouble(label -> label == of ? 1 : 0).toArray(),
                        Arrays.stream(outputs).mapToDouble(row -> row[of]).toArray());
            }

            assertThat(metrics(oneHot(3, labels), outputs).get(Metric.AUC)).isEqualTo(sum / 3);
        }
    }

    @Test
    void aucOfMoreClassesHasNoValueWhereOneHasNoSamples() {
        assertThat(metrics(oneHot(3, 0, 1, 1), oneHot(3, 0, 1, 2))).containsKey(Metric.ACCURACY).doesNotContainKey(Metric.AUC);
    }

    /** scikit-learn's own example: truth 0 1 0 0 1 0, guesses 0 1 0 0 0 1. */
    @Test
    void balancedAccuracyIsTheMeanRecallOfTheClassesThatOccur() {
        var metrics = metrics(column(0, 1, 0, 0, 1, 0), column(0, 1, 0, 0, 0, 1));

        assertThat(metrics.get(Metric.BALANCED_ACCURACY)).isEqualTo(0.625);
        assertThat(metrics(oneHot(4, 0, 1, 1), oneHot(4, 0, 1, 3)).get(Metric.BALANCED_ACCURACY)).isEqualTo(0.75);
    }

    /** scikit-learn's own example, in one output and in two. */
    @Test
    void logLossIsTheMeanOfTheLogarithmsOfWhatIsGivenToTheTrueClass() {
        assertThat(metrics(column(1, 0, 0, 1), column(0.9, 0.1, 0.2, 0.65)).get(Metric.LOG_LOSS)).isEqualTo(0.21616187468057912,
                within(1e-15));
        assertThat(metrics(oneHot(2, 1, 0, 0, 1), new double[][] {{0.1, 0.9}, {0.9, 0.1}, {0.8, 0.2}, {0.35, 0.65}})
                .get(Metric.LOG_LOSS)).isEqualTo(0.21616187468057912, within(1e-15));
    }

    @Test
    void logLossOfACertaintyThatIsWrongIsFinite() {
        assertThat(metrics(column(1, 0), column(0, 0)).get(Metric.LOG_LOSS)).isEqualTo(26 * Math.log(2), within(1e-9));
    }

    @Test
    void logLossHasNoValueWhereOutputsAreNoProbabilities() {
        assertThat(metrics(column(1, 0), column(1.1, 0))).doesNotContainKey(Metric.LOG_LOSS);
        assertThat(metrics(column(1, 0), column(-0.1, 0))).doesNotContainKey(Metric.LOG_LOSS);
        assertThat(metrics(oneHot(2, 1, 0), new double[][] {{0.5, 0.6}, {0.5, 0.5}})).doesNotContainKey(Metric.LOG_LOSS);
        assertThat(metrics(column(1, 0), column(Double.NaN, 0)).get(Metric.LOG_LOSS)).isNaN();
    }

    /** scikit-learn's own example. */
    @Test
    void mapeIsAShareOfTheTarget() {
        assertThat(metrics(column(3, -0.5, 2, 7), column(2.5, 0, 2, 8)).get(Metric.MAPE)).isEqualTo(0.3273809523809524, within(1e-15));
        assertThat(metrics(column(3, 0), column(3, 0.5))).containsKey(Metric.MAE).doesNotContainKey(Metric.MAPE);
    }

    private static double byPairs(double[] labels, double[] outputs) {
        var won = 0.0;
        var pairs = 0;
        for (var i = 0; i < labels.length; i++) {
            for (var j = 0; j < labels.length; j++) {
                if (labels[i] == 1 && labels[j] == 0) {
                    pairs++;
                    won += outputs[i] > outputs[j] ? 1 : outputs[i] == outputs[j] ? 0.5 : 0;
                }
            }
        }
        return won / pairs;
    }

    @Test
    void twoClassesInOneOutputAreToldApartAboveOneHalf() {
        var metrics = metrics(column(0, 1, 1, 0, 1, 1), column(0.6, 0.9, 0.5, 0.1, 0.50001, Double.NaN));

        assertThat(metrics.get(Metric.ACCURACY)).isEqualTo(0.5);
        assertThat(metrics.get(Metric.PRECISION)).isEqualTo(2 / 3.0);
        assertThat(metrics.get(Metric.RECALL)).isEqualTo(0.5);
        assertThat(metrics.get(Metric.F1)).isEqualTo(4 / 7.0);
    }

    @Test
    void twoClassesInTwoOutputsAreJudgedByClassOneToo() {
        var metrics = metrics(oneHot(2, 0, 1, 1, 0), new double[][] {{0.5, 0.5}, {0.1, 0.9}, {0.8, 0.2}, {0.3, 0.7}});

        assertThat(metrics.get(Metric.ACCURACY)).as("a tie goes to the lowest index").isEqualTo(0.5);
        assertThat(metrics.get(Metric.PRECISION)).isEqualTo(0.5);
        assertThat(metrics.get(Metric.RECALL)).isEqualTo(0.5);
        assertThat(metrics.get(Metric.F1)).isEqualTo(0.5);
    }

    /** The macro averages of scikit-learn's own example: truth 0 1 2 0 1 2, guesses 0 2 1 0 0 1. */
    @Test
    void moreClassesAreJudgedByThePlainMean() {
        var metrics = metrics(oneHot(3, 0, 1, 2, 0, 1, 2), oneHot(3, 0, 2, 1, 0, 0, 1));

        assertThat(metrics.get(Metric.ACCURACY)).isEqualTo(1 / 3.0);
        assertThat(metrics.get(Metric.PRECISION)).isEqualTo(2 / 9.0, within(1e-16));
        assertThat(metrics.get(Metric.RECALL)).isEqualTo(1 / 3.0);
        assertThat(metrics.get(Metric.F1)).isEqualTo(0.8 / 3, within(1e-16));
    }

    @Test
    void classesThatDoNotOccurDoNotCount() {
        var metrics = metrics(oneHot(4, 0, 1, 1), oneHot(4, 0, 1, 3));

        assertThat(metrics.get(Metric.PRECISION)).as("of classes 0, 1 and 3").isEqualTo(2 / 3.0);
        assertThat(metrics.get(Metric.RECALL)).isEqualTo(0.5);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "0, 1, 0", "1, 0, 0", "1, 1, 1"})
    void nothingOverNothingIsZero(double target, double output, double expected) {
        var metrics = metrics(column(target, 0), column(output, 0));

        assertThat(metrics.get(Metric.PRECISION)).isEqualTo(expected);
        assertThat(metrics.get(Metric.RECALL)).isEqualTo(expected);
        assertThat(metrics.get(Metric.F1)).isEqualTo(expected);
    }
}
