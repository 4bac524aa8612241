package brickwork.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import brickwork.HostExamples;
import brickwork.data.InMemoryRows;
import brickwork.engine.Probe.Quantity;
import brickwork.model.Activation;
import brickwork.model.Bias;
import brickwork.model.Initialization;
import brickwork.model.LossTerm;
import brickwork.model.Precision;
import brickwork.model.Specification;
import brickwork.plan.ExecutionPlan;
import brickwork.plan.Planner;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the buffers of a pass show, held against networks that end at the layer and against the gradients of the same pass. */
class ProbeTest {

    private static final int BATCH = 33;
    private static final int[] ORDER = IntStream.range(0, BATCH).toArray();
    private static final InMemoryRows ROWS = DrawnRows.of(1, BATCH, 3, 2, true);

    static Stream<Arguments> activations() {
        var all = List.of(new Activation.Linear(), new Activation.Sigmoid(), new Activation.Tanh(), new Activation.Relu(),
                new Activation.LeakyRelu(0.1), new Activation.LeakyRelu(-0.1), new Activation.Elu(1), new Activation.Elu(-0.5),
                new Activation.Selu(), new Activation.Gelu(), new Activation.Silu(), new Activation.Softplus(), new Activation.Softmax());
        return all.stream().flatMap(f -> Stream.of(Precision.values()).map(precision -> Arguments.of(f, precision)));
    }

    private static NetworkBuilder lower(Activation activation, Precision precision) {
        return NetworkBuilder.of(3).precision(precision).layer(5, activation).layer(4, activation);
    }

    private static Specification network(Activation activation, Precision precision) {
        return lower(activation, precision).layer(2, new Activation.Softmax()).loss(1, new LossTerm.CrossEntropy()).network();
    }

    private static Engine open(Specification network, ExecutionPlan plan) {
        return EngineOptions.standard().open(network, plan);
    }

    /** The outputs of the first two layers, the second with {@code last} as its activation. */
    private static double[] outputs(Activation activation, Activation last, Precision precision, Parameters parameters) {
        var cut = NetworkBuilder.of(3).precision(precision).layer(5, activation).layer(4, last).loss(1, new LossTerm.MeanSquaredError())
                .network();
        try (var engine = open(cut, Planner.plan(cut, BATCH))) {
            engine.setParameters(new Parameters(precision, parameters.tensors().subList(0, 4)));
            var outputs = new double[BATCH * 4];
            engine.evaluator().evaluateInto(outputs, engine.bind(new InMemoryRows(ROWS.x(), new double[BATCH][4])));
            return outputs;
        }
    }

    @ParameterizedTest
    @MethodSource("activations")
    void showsWhatTheLayersBelowComputeToTheBit(Activation activation, Precision precision) {
        var network = network(activation, precision);
        try (var engine = open(network, Planner.planKeepingAll(network, BATCH))) {
            engine.differentiator().computeGradients(engine.bind(ROWS), ORDER, 0, BATCH);
            var probe = engine.probe();
            assertThat(probe.samples()).isEqualTo(BATCH);
            assertThat(probe.values(Quantity.PRE_ACTIVATIONS, 2))
                    .containsExactly(outputs(activation, new Activation.Linear(), precision, engine.parameters()));
            assertThat(probe.values(Quantity.ACTIVATIONS, 2))
                    .containsExactly(outputs(activation, activation, precision, engine.parameters()))
                    .containsExactly(probe.values(Quantity.OUTPUTS, 2));
            var bias = engine.differentiator().gradients().tensor("layer2.bias").values();
            var deltas = probe.values(Quantity.GRADIENTS, 2);
            for (var u = 0; u < 4; u++) {
                var unit = u;
                assertThat(IntStream.range(0, BATCH).mapToDouble(s -> deltas[s * 4 + unit]).sum())
                        .isCloseTo(bias[u], within(precision == Precision.F64 ? 1e-14 : 1e-6));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("activations")
    void keepingAllChangesNoBit(Activation activation, Precision precision) {
        var network = network(activation, precision);
        assertThat(fingerprint(network, Planner.planKeepingAll(network, BATCH)))
                .isEqualTo(fingerprint(network, Planner.plan(network, BATCH)));
    }

    private static String fingerprint(Specification network, ExecutionPlan plan) {
        try (var engine = open(network, plan)) {
            var settings = new StepSettings();
            settings.rate = 0.1;
            for (settings.update = 0; settings.update < 20; settings.update++) {
                assertThat(engine.stepper().step(engine.bind(ROWS), ORDER, 0, BATCH, settings).isFinite()).isTrue();
            }
            return engine.fingerprint();
        }
    }

    @Test
    void showsFunctionsOfTheHost() {
        var language = HostExamples.language().compile("precision f64; layer 3 -> 4 swish -> 2 softmax; loss cross_entropy");
        var network = language.network();
        try (var engine = open(network, Planner.plan(network, BATCH))) {
            engine.differentiator().computeGradients(engine.bind(ROWS), ORDER, 0, BATCH);
            var z = engine.probe().values(Quantity.PRE_ACTIVATIONS, 1);
            var a = engine.probe().values(Quantity.ACTIVATIONS, 1);
            for (var i = 0; i < z.length; i++) {
                assertThat(a[i]).isCloseTo(z[i] / (1 + Math.exp(-z[i])), within(1e-12));
            }
        }
    }

    @Test
    void showsOutputsAfterDropoutInAStep() {
        var network = NetworkBuilder.of(3).layer(50, new Activation.Sigmoid(), Bias.zeros(), false, 0.5).layer(2, new Activation.Softmax())
                .loss(1, new LossTerm.CrossEntropy()).network();
        try (var engine = open(network, Planner.plan(network, BATCH))) {
            engine.stepper().step(engine.bind(ROWS), ORDER, 0, BATCH, new StepSettings());
            var activations = engine.probe().values(Quantity.ACTIVATIONS, 1);
            var outputs = engine.probe().values(Quantity.OUTPUTS, 1);
            assertThat(IntStream.range(0, outputs.length)).allMatch(i -> outputs[i] == 0 || outputs[i] == 2 * activations[i]);
            assertThat(outputs).contains(0);
        }
    }

    @Test
    void saysWhatThePlanDoesNotKeep() {
        var network = NetworkBuilder.of(3).layer(5, new Activation.Tanh(), Bias.zeros(), true, 0).layer(2, new Activation.Linear())
                .loss(1, new LossTerm.MeanSquaredError()).network();
        try (var engine = open(network, Planner.plan(network, BATCH)); var all = open(network, Planner.planKeepingAll(network, BATCH))) {
            assertThat(engine.probe().samples()).isZero();
            assertThat(engine.probe().keeps(Quantity.PRE_ACTIVATIONS, 1)).isFalse();
            assertThat(engine.probe().keeps(Quantity.PRE_ACTIVATIONS, 2)).as("linear: z is a").isTrue();
            assertThat(all.probe().keeps(Quantity.PRE_ACTIVATIONS, 1)).isTrue();
            assertThat(all.probe().keeps(Quantity.GRADIENTS, 1)).as("nothing is trained there").isFalse();
            assertThatThrownBy(() -> engine.probe().values(Quantity.PRE_ACTIVATIONS, 1)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("layer 1");
            assertThatThrownBy(() -> engine.probe().keeps(Quantity.OUTPUTS, 3)).hasMessageContaining("layers 1 to 2");
        }
    }

    /** An evaluation of more samples than the plan's batch leaves the last of its batches. */
    @Test
    void showsTheLastBatchOfAnEvaluation() {
        var network = NetworkBuilder.of(3).layer(2, new Activation.Linear(), new Initialization.Xavier(), Bias.zeros())
                .loss(1, new LossTerm.MeanSquaredError()).network();
        try (var engine = open(network, Planner.plan(network, 10))) {
            var outputs = new double[BATCH * 2];
            engine.evaluator().evaluateInto(outputs, engine.bind(ROWS));
            assertThat(engine.probe().samples()).isEqualTo(3);
            assertThat(engine.probe().values(Quantity.OUTPUTS, 1))
                    .containsExactly(IntStream.range(60, 66).mapToDouble(i -> outputs[i]).toArray());
        }
    }
}
