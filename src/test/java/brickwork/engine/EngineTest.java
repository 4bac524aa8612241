package brickwork.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import brickwork.data.InMemoryRows;
import brickwork.data.SampleRows;
import brickwork.kernel.KernelChoice;
import brickwork.model.Activation;
import brickwork.model.Bias;
import brickwork.model.Clip;
import brickwork.model.Initialization;
import brickwork.model.LossTerm;
import brickwork.model.Optimizer;
import brickwork.model.Precision;
import brickwork.model.Specification;
import brickwork.plan.Planner;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an engine offers beside its steps. */
class EngineTest {

    private static final int[] ORDER = IntStream.range(0, 40).toArray();

    private static NetworkBuilder sketch() {
        return NetworkBuilder.of(3).layer(20, new Activation.Tanh(), Bias.zeros(), false, 0.3)
                .layer(4, new Activation.Relu(), new Bias.None(), true, 0).layer(2, new Activation.Softmax())
                .loss(1, new LossTerm.CrossEntropy()).l2(0.01).rule(new Optimizer.Adam(0.9, 0.999, 1e-8, 0, false));
    }

    private static Engine open(Specification network, int batch) {
        return Engines.open(network, Planner.plan(network, batch), KernelChoice.best(), 1);
    }

    private static void train(Engine engine, SampleRows rows, int from, int to) {
        var bound = engine.bind(rows);
        var settings = new StepSettings();
        settings.rate = 0.01;
        for (settings.update = from; settings.update < to; settings.update++) {
            assertThat(engine.stepper().step(bound, ORDER, (int) settings.update % 5 * 8, 8, settings).isFinite()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void aStateIsAPlaceToGoOnFrom(Precision precision) {
        var network = sketch().precision(precision).network();
        var rows = DrawnRows.of(1, 40, 3, 2, true);
        try (var straight = open(network, 8); var resumed = open(network, 8)) {
            train(straight, rows, 0, 20);
            var state = straight.state();
            train(straight, rows, 20, 40);

            resumed.restore(state);
            train(resumed, rows, 20, 40);

            assertThat(resumed.fingerprint()).isEqualTo(straight.fingerprint());
            assertThat(resumed.state()).usingRecursiveComparison().isEqualTo(straight.state());
            assertThat(state.memory()).extracting(Tensor::name).containsExactly("layer1.weight.m", "layer1.weight.v", "layer1.bias.m",
                    "layer1.bias.v", "layer3.weight.m", "layer3.weight.v", "layer3.bias.m", "layer3.bias.v");
        }
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void theFingerprintIsOverAllParametersInOrder(Precision precision) throws Exception {
        var network = sketch().precision(precision).network();
        try (var engine = open(network, 8)) {
            var bytes = ByteBuffer.allocate(10_000).order(ByteOrder.LITTLE_ENDIAN);
            assertThat(engine.parameters().tensors()).extracting(Tensor::name)
                    .containsExactly("layer1.weight", "layer1.bias", "layer2.weight", "layer3.weight", "layer3.bias");
            for (var tensor : engine.parameters().tensors()) {
                for (var value : tensor.values()) {
                    if (precision == Precision.F32) {
                        bytes.putFloat((float) value);
                    } else {
                        bytes.putDouble(value);
                    }
                }
            }
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes.flip());
            assertThat(engine.fingerprint()).isEqualTo(HexFormat.of().formatHex(digest.digest()));
        }
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void evaluationGoesThroughAllSamplesInAnyBatchSize(Precision precision) {
        var network = sketch().precision(precision).network();
        var rows = DrawnRows.of(1, 40, 3, 2, true);
        try (var engine = open(network, 7)) {
            train(engine, rows, 0, 0);
            var plain = new PlainNetwork(network, engine.parameters());
            plain.computeGradients(List.of(rows.x()), List.of(rows.y()), (layer, unit, sample) -> 1);
            var outputs = new double[80];
            assertThat(engine.evaluator().evaluateInto(outputs, engine.bind(rows))).isCloseTo(plain.dataLoss, within(1e-6));
            assertThat(engine.evaluator().penalty()).isCloseTo(plain.penalty, within(1e-6));
            for (var row = 0; row < 40; row++) {
                var expected = plain.predict(rows.x()[row]);
                var predicted = new double[2];
                engine.predictor().predict(rows.x()[row], predicted);
                assertThat(predicted).containsExactly(expected, within(1e-6));
                assertThat(predicted).containsExactly(outputs[2 * row], outputs[2 * row + 1]);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void predictionsFollowEveryChangeOfTheParameters(KernelChoice.Set set) {
        var network = NetworkBuilder.of(40).layer(21, new Activation.Tanh()).layer(2, new Activation.Softmax())
                .loss(1, new LossTerm.CrossEntropy())
                .network();
        var rows = DrawnRows.of(1, 8, 40, 2, true);
        var choice = ((KernelChoice.Granted) KernelChoice.demand(set)).choice();
        try (var engine = Engines.open(network, Planner.plan(network, 8), choice, 1)) {
            var bound = engine.bind(rows);
            var start = engine.state();
            requirePredictionsOf(engine, bound, rows);
            var settings = new StepSettings();
            settings.rate = 0.1;
            engine.stepper().step(bound, ORDER, 0, 8, settings);
            requirePredictionsOf(engine, bound, rows);
            engine.restore(start);
            requirePredictionsOf(engine, bound, rows);
            engine.setParameters(Initializer.parameters(network.withSeed(9)));
            requirePredictionsOf(engine, bound, rows);
        }
    }

    private static void requirePredictionsOf(Engine engine, Engine.BoundSamples bound, InMemoryRows rows) {
        var expected = new double[16];
        engine.evaluator().evaluateInto(expected, bound);
        var predicted = new double[2];
        for (var row = 0; row < 8; row++) {
            engine.predictor().predict(rows.x()[row], predicted);
            assertThat(predicted).containsExactly(expected[2 * row], expected[2 * row + 1]);
        }
    }

    @Test
    void evaluationOfOneFullBatchIsTheLossOfItsStep() {
        var network = NetworkBuilder.of(3).layer(5, new Activation.Tanh()).layer(2, new Activation.Softmax())
                .loss(1, new LossTerm.CrossEntropy())
                .network();
        try (var engine = open(network, 40)) {
            var bound = engine.bind(DrawnRows.of(1, 40, 3, 2, true));
            var loss = engine.evaluator().evaluate(bound, Evaluator.Outputs.NONE);
            assertThat(engine.stepper().step(bound, ORDER, 0, 40, new StepSettings()).dataLoss()).isEqualTo(loss);
        }
    }

    @Test
    void gradientsAreThoseWithoutDropoutAndZeroForWhatIsFrozen() {
        var network = sketch().clip(new Clip.Value(1e-9)).network();
        var rows = DrawnRows.of(1, 40, 3, 2, true);
        try (var engine = open(network, 16)) {
            var plain = new PlainNetwork(network, engine.parameters());
            var loss = engine.differentiator().computeGradients(engine.bind(rows), ORDER, 0, 16);
            plain.computeGradients(List.of(rows.x()).subList(0, 16), List.of(rows.y()).subList(0, 16), (layer, unit, sample) -> 1);
            var gradient = engine.differentiator().gradients().tensor("layer1.weight");
            for (var o = 0; o < 20; o++) {
                assertThat(gradient.at(o, 2)).isCloseTo(plain.weightGradients[0][o][2], within(1e-12));
            }
            assertThat(engine.differentiator().gradients().tensor("layer2.weight").values()).containsOnly(0);
            assertThat(loss).isCloseTo(plain.dataLoss, within(1e-12));
        }
    }

    @Test
    void rowsWhoseClassIsRightAreCounted() {
        var several = NetworkBuilder.of(2).layer(2, new Activation.Linear(), new Initialization.Values(
                List.of(List.of(1.0, 0.0), List.of(0.0, 1.0))), new Bias.None()).loss(1, new LossTerm.MeanSquaredError()).network();
        assertThat(correct(several, new double[][] {{1, 0}, {0, 1}, {1, 1}, {2, 1}}, new double[][] {{1, 0}, {1, 0}, {1, 0}, {0, 1}}))
                .isEqualTo(2);
        var one = NetworkBuilder.of(1).layer(1, new Activation.Linear(), new Initialization.Constant(1), new Bias.None())
                .loss(1, new LossTerm.MeanSquaredError()).network();
        assertThat(correct(one, new double[][] {{0.5}, {0.6}, {0.6}, {-1}}, new double[][] {{0}, {1}, {0}, {0}})).isEqualTo(3);
    }

    private static int correct(Specification network, double[][] x, double[][] y) {
        try (var engine = open(network, 4)) {
            var settings = new StepSettings();
            settings.countsCorrect = true;
            return engine.stepper().step(engine.bind(new InMemoryRows(x, y)), ORDER, 0, 4, settings).correct();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void threadsGiveTheSameBits(int threads) {
        var network = NetworkBuilder.of(100).precision(Precision.F32).layer(130, new Activation.Gelu()).layer(90, new Activation.Relu())
                .layer(3, new Activation.Softmax()).loss(1, new LossTerm.CrossEntropy()).rule(new Optimizer.Sgd(0.9, false)).network();
        try (var engine = Engines.open(network, Planner.plan(network, 64), KernelChoice.best(), threads);
                var alone = Engines.open(network, Planner.plan(network, 64), KernelChoice.best(), 1)) {
            var rows = DrawnRows.of(1, 64, 100, 3, true);
            var settings = new StepSettings();
            settings.rate = 0.1;
            var order = IntStream.range(0, 64).toArray();
            for (var i = 0; i < 30; i++) {
                assertThat(engine.stepper().step(engine.bind(rows), order, 0, 64 - i, settings).isFinite()).isTrue();
                assertThat(alone.stepper().step(alone.bind(rows), order, 0, 64 - i, settings).isFinite()).isTrue();
            }
            assertThat(engine.fingerprint()).isEqualTo(alone.fingerprint());
        }
    }

    @Test
    void misuseIsRefused() {
        var network = sketch().network();
        try (var engine = open(network, 8); var other = open(network, 8)) {
            var rows = DrawnRows.of(1, 40, 3, 2, true);
            var foreign = other.bind(rows);
            assertThatThrownBy(() -> engine.stepper().step(foreign, ORDER, 0, 8, new StepSettings()))
                    .hasMessageContaining("another engine");
            assertThatThrownBy(() -> engine.stepper().step(engine.bind(rows), ORDER, 0, 9, new StepSettings()))
                    .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("batches of 1 to 8 samples, got 9");
            assertThatThrownBy(() -> engine.bind(DrawnRows.of(1, 4, 2, 2, true)))
                    .hasMessageContaining("takes 3 inputs and gives 2 outputs a row, got samples of 2 inputs and 2 targets");
            assertThatThrownBy(() -> engine.predictor().predict(new double[2], new double[2])).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> engine.setParameters(new Parameters(Precision.F64, List.of()))).hasMessageContaining("layer1.weight");
            assertThatThrownBy(() -> Engines.open(sketch().seed(9).network(), engine.plan(), KernelChoice.best(), 1))
                    .hasMessageContaining("not one of this network");
            assertThatThrownBy(() -> Engines.open(network, engine.plan(), KernelChoice.best(), 0)).hasMessageContaining("got 0");
        }
    }
}
