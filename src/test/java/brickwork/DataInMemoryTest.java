package brickwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brickwork.data.Dataset;
import brickwork.data.SampleTable;
import brickwork.model.DatasetPart;
import brickwork.model.Metric;
import brickwork.model.ResourceLimits;
import brickwork.source.InvalidSpecException;
import brickwork.verify.ExpectationResult;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever a spec does with the data it names, it does with samples that a host program holds. */
class DataInMemoryTest {

    private static final String NETWORK = """
            seed 3
            %s
            split test 20%%
            scale standard
            layer 2 -> 8 tanh -> 1 sigmoid
            loss bce
            optimizer adam rate 0.05
            train 60 epochs batch 20
            """;

    private static double[][] inputs() {
        var random = new Random(7);
        return IntStream.range(0, 200).mapToObj(_ -> new double[] {5 + random.nextGaussian(), 100 * random.nextGaussian()})
                .toArray(double[][]::new);
    }

    private static int[] labels(double[][] inputs) {
        return IntStream.range(0, inputs.length).map(i -> inputs[i][0] * 100 > 500 + inputs[i][1] ? 1 : 0).toArray();
    }

    private static SampleTable table() {
        return SampleTable.ofClasses(inputs(), labels(inputs()), List.of("below", "above"));
    }

    private static NeuralSpec spec() {
        return Brickwork.standard().compile(NETWORK.formatted(""));
    }

    @Test
    void targetsThatTheLastLayerCannotGiveAreToldOnceAndTheSame() {
        var spec = Brickwork.standard().compile("layer 1 -> 1 sigmoid; loss bce; train 1 epoch");
        var inputs = new double[][] {{1}, {2}};
        var targets = new double[][] {{7}, {-3}};
        var written = Brickwork.standard().compile("data rows [1 -> 7; 2 -> -3]; layer 1 -> 1 sigmoid; loss bce; train 1 epoch").warnings();
        var told = written.getFirst();
        assertThat(told.message()).isEqualTo("sigmoid gives numbers from 0 to 1, but targets go from -3 to 7");
        for (var warnings : List.of(spec.withData(Dataset.of(inputs, targets)).warnings(),
                spec.withData(SampleTable.ofReals(inputs, targets)).warnings(),
                spec.train(Dataset.of(inputs, targets), spec.settings()).warnings())) {
            assertThat(warnings).singleElement().satisfies(warning -> {
                assertThat(warning.code()).isEqualTo(told.code());
                assertThat(warning.message()).isEqualTo(told.message());
                assertThat(warning.help()).isEqualTo(told.help());
            });
        }
        assertThat(spec.withData(Dataset.of(inputs, new double[][] {{0}, {1}})).warnings()).isEmpty();
        assertThat(written).hasSize(1);
    }

    @Test
    void aTableIsSplitScaledAndTrainedAsTheSameRowsOfASpec() {
        var inputs = inputs();
        var labels = labels(inputs);
        var rows = IntStream.range(0, inputs.length).mapToObj(i -> inputs[i][0] + " " + inputs[i][1] + " -> " + labels[i])
                .collect(Collectors.joining("\n  ", "data rows [\n  ", "\n]"));
        var written = Brickwork.standard().compile(NETWORK.formatted(rows)).train();

        var given = spec().withData(table()).train();

        assertThat(given.report().fingerprint()).isEqualTo(written.report().fingerprint());
        assertThat(given.report().metrics()).isEqualTo(written.report().metrics());
        assertThat(given.trained().classNames()).containsExactly("below", "above");
    }

    @Test
    void gradientsStepAndHealthAreThoseOfTheSamples() {
        var spec = spec().withData(table());
        assertThat(spec.gradcheck().orThrow().passed()).isTrue();
        assertThat(spec.trace().orThrow().batch()).isEqualTo(20);
        assertThat(spec.health().orThrow().start().samples()).isEqualTo(160);
        assertThat(spec.data().orThrow().test().orElseThrow().count()).isEqualTo(40);
    }

    @Test
    void statementsAreJudgedOnTheSamples() {
        var text = NETWORK.formatted("data moons samples 100")
                + "expect accuracy on test >= 0.9\nexpect accuracy on test >= 0.8 for every seed in 1 .. 3\nexpect gradcheck < 1e-7\n";
        var spec = Brickwork.standard().compile(text).withData(table());
        assertThat(spec.verify()).hasSize(3).extracting(ExpectationResult::verdict).allMatch(verdict -> verdict.passed());
        assertThat(spec.verification().results()).hasSize(3);
    }

    @Test
    void aDatasetIsTakenAsItIs() {
        var dataset = Dataset.of(new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}}, new double[][] {{0}, {1}, {1}, {0}});
        var spec = spec().withData(dataset);
        assertThat(spec.data().orThrow()).isSameAs(dataset);
        assertThat(spec.train().report().fingerprint())
                .isEqualTo(spec().train(dataset, spec().settings()).report().fingerprint());
    }

    @Test
    void samplesOfOtherWidthsAreRefused() {
        var wide = Dataset.of(new double[][] {{0, 0, 1}}, new double[][] {{0}});
        assertThatThrownBy(() -> spec().withData(wide)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the network takes 2 inputs and gives 1 outputs a row, got samples of 3 inputs and 1 targets");
        assertThatThrownBy(() -> spec().train(wide, spec().settings())).isInstanceOf(IllegalArgumentException.class);
        var table = spec().withData(SampleTable.ofReals(new double[][] {{0, 0, 1}}, new double[][] {{0}}));
        assertThatThrownBy(table::train).isInstanceOf(InvalidSpecException.class).hasMessageContaining("layer 1 takes 2");
    }

    @Test
    void samplesBeyondTheLimitsAreRefused() {
        var spec = Brickwork.standard().withLimits(ResourceLimits.standard().withSamples(100)).compile(NETWORK.formatted(""));
        assertThatThrownBy(() -> spec.withData(table())).isInstanceOf(InvalidSpecException.class).hasMessageContaining("200 samples");
    }

    @Test
    void withoutDataItIsSaidThatThereIsNone() {
        assertThatThrownBy(() -> spec().health()).isInstanceOf(InvalidSpecException.class).hasMessageContaining("give the samples");
        assertThatThrownBy(() -> spec().train()).isInstanceOf(InvalidSpecException.class).hasMessageContaining("give the samples");
    }

    @Test
    void aNetworkIsEvaluatedAsItsTrainingWas() throws Exception {
        var spec = spec().withData(table());
        var outcome = spec.train();
        var network = outcome.trained();

        var metrics = network.evaluate(spec.data().orThrow());

        assertThat(metrics).isEqualTo(outcome.report().metrics());
        assertThat(metrics.get(DatasetPart.TEST).value(Metric.ACCURACY)).isPresent();
    }

    @Test
    void rawRowsAreScaledAsTheNetworkScales() {
        var inputs = inputs();
        var labels = labels(inputs);
        var targets = IntStream.of(labels).mapToObj(label -> new double[] {label}).toArray(double[][]::new);
        var network = spec().withData(table()).train().trained();

        var metrics = network.evaluate(inputs, targets);

        var right = IntStream.range(0, inputs.length).filter(i -> network.predict(inputs[i])[0] >= 0.5 == (labels[i] == 1)).count();
        assertThat(metrics.value(Metric.ACCURACY)).hasValue(right / (double) inputs.length);
        assertThat(network.evaluate(Dataset.of(inputs, targets)).get(DatasetPart.TRAIN)).isEqualTo(metrics);
    }

    @Test
    void rowsThatDoNotFitTheNetworkAreRefused() {
        var network = spec().withData(table()).train().trained();
        assertThatThrownBy(() -> network.evaluate(new double[][] {{1}}, new double[][] {{1}}))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("layer 1 takes 2");
        assertThatThrownBy(() -> network.evaluate(new double[][] {{1, Double.NaN}}, new double[][] {{1}}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> network.evaluate(new double[0][], new double[0][])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> network.evaluate(Dataset.of(new double[][] {{1}}, new double[][] {{1}})))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("samples of 1 inputs");
    }
}
