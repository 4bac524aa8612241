package brickwork.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import brickwork.data.InMemoryRows;
import brickwork.data.SampleRows;
import brickwork.engine.NonFinite.What;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A step that meets a number that is not finite says where, and leaves parameters and memory as they were. */
class NonFiniteTest {

    private static final int[] ORDER = {0, 1, 2};

    private static NetworkBuilder linear() {
        return NetworkBuilder.of(2).layer(2, new Activation.Linear()).layer(1, new Activation.Linear()).loss(1,
                new LossTerm.MeanSquaredError());
    }

    private static InMemoryRows rows(double size) {
        return new InMemoryRows(new double[][] {{1, 2}, {size, 1}, {1, -1}}, new double[][] {{0}, {1}, {2}});
    }

    /** Steps with plain rows until the memory holds something, then one over {@code rows}. */
    private static NonFinite faultOf(Specification network, SampleRows rows, double rate) {
        try (var engine = Engines.open(network, Planner.plan(network, 3), KernelChoice.best(), 1)) {
            var settings = new StepSettings();
            settings.rate = 0.01;
            var first = engine.stepper().step(engine.bind(rows(1)), ORDER, 0, 3, settings);
            assertThat(first.isFinite()).isTrue();
            assertThat(first.fault()).isEmpty();
            var before = engine.state();
            settings.update = 1;
            settings.rate = rate;

            var broken = engine.stepper().step(engine.bind(rows), ORDER, 0, 3, settings);

            assertThat(broken.isFinite()).isFalse();
            var fault = broken.fault().orElseThrow();
            assertThat(engine.state()).usingRecursiveComparison().isEqualTo(before);
            settings.rate = 0.01;
            assertThat(engine.stepper().step(engine.bind(rows(1)), ORDER, 0, 3, settings).isFinite()).as("goes on from there").isTrue();
            return fault;
        }
    }

    static Stream<Optimizer.Rule> rules() {
        return Stream.of(new Optimizer.Sgd(0, false), new Optimizer.Sgd(0.9, true), new Optimizer.Adam(0.9, 0.999, 1e-8, 0, false),
                new Optimizer.RmsProp(0.9, 1e-8), new Optimizer.AdaGrad(1e-10));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void anOutput(Optimizer.Rule rule) {
        var fault = faultOf(linear().rule(rule).network(), rows(Double.POSITIVE_INFINITY), 0.01);
        assertThat(fault.what()).isEqualTo(What.OUTPUT);
        assertThat(fault.tensor()).isEqualTo("layer1.output");
        assertThat(fault.layer()).isOne();
        assertThat(fault.row()).isOne();
        assertThat(fault.column()).isZero();
        assertThat(fault.value()).isInfinite();
    }

    @Test
    void theLossOverFiniteOutputs() {
        var fault = faultOf(linear().network(), rows(1e200), 0.01);
        assertThat(fault.what()).isEqualTo(What.LOSS);
        assertThat(fault.tensor()).isEqualTo("loss");
        assertThat(fault.layer()).isZero();
        assertThat(fault.value()).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void aGradientUnderAFiniteLoss() {
        var network = NetworkBuilder.of(2).layer(1, new Activation.Linear(), new Initialization.Zeros(), Bias.zeros())
                .loss(1, new LossTerm.MeanSquaredError()).network();
        try (var engine = Engines.open(network, Planner.plan(network, 3), KernelChoice.best(), 1)) {
            var before = engine.state();

            var result = engine.stepper().step(engine.bind(new InMemoryRows(new double[][] {{1, 1e308}}, new double[][] {{100}})), ORDER, 0,
                    1,
                    new StepSettings());

            assertThat(result.isFinite()).isFalse();
            assertThat(result.dataLoss()).isEqualTo(10_000);
            assertThat(result.fault().orElseThrow().what()).isEqualTo(What.GRADIENT);
            assertThat(result.fault().orElseThrow().tensor()).isEqualTo("layer1.weight");
            assertThat(result.fault().orElseThrow().column()).isOne();
            assertThat(result.fault().orElseThrow().value()).isInfinite();
            assertThat(engine.state()).usingRecursiveComparison().isEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void aParameterTheUpdateWouldBreak(Precision precision) {
        var largest = precision == Precision.F32 ? Float.MAX_VALUE : Double.MAX_VALUE;
        var fault = faultOf(linear().precision(precision).network(), rows(1000), largest);
        assertThat(fault.what()).isEqualTo(What.PARAMETER);
        assertThat(fault.tensor()).isEqualTo("layer1.weight");
        assertThat(fault.value()).isInfinite();
    }

    @Test
    void aNumberTheOptimizerRemembers() {
        var network = NetworkBuilder.of(2).precision(Precision.F32).layer(1, new Activation.Linear()).rule(new Optimizer.AdaGrad(1e-10))
                .loss(1, new LossTerm.MeanAbsoluteError()).network();
        var fault = faultOf(network, rows(1e25), 0.01);
        assertThat(fault.tensor()).isEqualTo("layer1.weight.s");
        assertThat(fault.what()).isEqualTo(What.MEMORY);
    }

    /** The square of a gradient overflows where the step itself, divided by its root, is 0. */
    @ParameterizedTest
    @CsvSource({"F32, 1e25, rmsprop, layer1.weight.s", "F32, 1e25, adam, layer1.weight.v", "F64, 1e200, rmsprop, layer1.weight.s",
            "F64, 1e200, adam, layer1.weight.v"})
    void aMemoryOfSquaresWhoseParameterStaysFinite(Precision precision, double size, String rule, String tensor) {
        var optimizer = rule.equals("adam") ? new Optimizer.Adam(0.9, 0.999, 1e-8, 0, false) : new Optimizer.RmsProp(0.9, 1e-8);
        var network = NetworkBuilder.of(2).precision(precision).layer(1, new Activation.Linear()).rule(optimizer)
                .loss(1, new LossTerm.MeanAbsoluteError()).network();
        var fault = faultOf(network, rows(size), 0.01);
        assertThat(fault.what()).isEqualTo(What.MEMORY);
        assertThat(fault.tensor()).isEqualTo(tensor);
        assertThat(fault.row()).isZero();
        assertThat(fault.column()).isZero();
        assertThat(fault.value()).isEqualTo(Double.POSITIVE_INFINITY);
    }

    /** Updates are rehearsed on a thousand parameters at a time; the one at fault is named by its place among all. */
    @ParameterizedTest
    @MethodSource("rules")
    void theOneOfManyThatWouldBreak(Optimizer.Rule rule) {
        var network = NetworkBuilder.of(2_100).layer(1, new Activation.Linear()).rule(rule).loss(1, new LossTerm.MeanAbsoluteError())
                .network();
        try (var engine = Engines.open(network, Planner.plan(network, 1), KernelChoice.best(), 1)) {
            var inputs = new double[2_100];
            inputs[2_050] = 1e200;
            var settings = new StepSettings();
            settings.rate = 1e200;

            var rows = engine.bind(new InMemoryRows(new double[][] {inputs}, new double[][] {{1}}));
            var fault = engine.stepper().step(rows, ORDER, 0, 1, settings).fault().orElseThrow();

            assertThat(fault.tensor()).startsWith("layer1.weight");
            assertThat(fault.column()).isEqualTo(2_050);
        }
    }

    @Test
    void aParameterThatWasBrokenBefore() {
        var network = linear().network();
        try (var engine = Engines.open(network, Planner.plan(network, 3), KernelChoice.best(), 1)) {
            var parameters = engine.parameters();
            parameters.tensor("layer2.weight").values()[1] = Double.NaN;
            engine.setParameters(parameters);

            var fault = engine.stepper().step(engine.bind(rows(1)), ORDER, 0, 3, new StepSettings()).fault().orElseThrow();

            assertThat(fault.what()).isEqualTo(What.PARAMETER);
            assertThat(fault.tensor()).isEqualTo("layer2.weight");
            assertThat(fault.row()).isZero();
            assertThat(fault.column()).isOne();
            assertThat(fault.value()).isNaN();
        }
    }

    @Test
    void reluDoesNotHideNaN() {
        var network = NetworkBuilder.of(2).layer(3, new Activation.Relu()).layer(1, new Activation.Sigmoid())
                .loss(1, new LossTerm.BinaryCrossEntropy()).network();
        var fault = faultOf(network, rows(Double.NaN), 0.01);
        assertThat(fault.what()).isEqualTo(What.OUTPUT);
        assertThat(fault.tensor()).isEqualTo("layer1.output");
        assertThat(fault.row()).isOne();
    }

    /**
     * ∂/∂w of c·|w·x - y| is ±c·x: a gradient of c·(3, 4) and c has the norm c·√26, whose square may be too large or too small a number.
     */
    @ParameterizedTest
    @CsvSource({"F64, 1e200", "F64, 1e-200", "F64, 1e-300", "F32, 1e30", "F32, 1e-30"})
    void theNormOfGradientsWhoseSquaresAreNoNumbers(Precision precision, double scale) {
        var network = NetworkBuilder.of(2).precision(precision).layer(1, new Activation.Linear())
                .loss(scale, new LossTerm.MeanAbsoluteError()).network();
        try (var engine = Engines.open(network, Planner.plan(network, 1), KernelChoice.best(), 1)) {
            var settings = new StepSettings();
            settings.rate = 1e-10;
            var rows = engine.bind(new InMemoryRows(new double[][] {{3, 4}}, new double[][] {{100}}));
            var result = engine.stepper().step(rows, ORDER, 0, 1, settings);
            assertThat(result.isFinite()).isTrue();
            assertThat(result.gradientNorm()).isCloseTo(Math.sqrt(26) * scale, withinPercentage(1e-4));
        }
    }

    @Test
    void theNormOfNoGradientIsZero() {
        var network = NetworkBuilder.of(2).layer(1, new Activation.Linear()).loss(1, new LossTerm.MeanAbsoluteError()).network();
        try (var engine = Engines.open(network, Planner.plan(network, 1), KernelChoice.best(), 1)) {
            var outputs = new double[1];
            engine.predictor().predict(new double[] {3, 4}, outputs);
            var rows = engine.bind(new InMemoryRows(new double[][] {{3, 4}}, new double[][] {outputs}));
            var result = engine.stepper().step(rows, ORDER, 0, 1, new StepSettings());
            assertThat(result.isFinite()).isTrue();
            assertThat(result.gradientNorm()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void veryLargeGradientsAreStillClippedToTheirNorm(Optimizer.Rule rule) {
        var network = NetworkBuilder.of(1).precision(Precision.F32).layer(1, new Activation.Linear())
                .loss(1e25, new LossTerm.MeanAbsoluteError())
                .clip(new Clip.Norm(0.5)).rule(rule).network();
        try (var engine = Engines.open(network, Planner.plan(network, 1), KernelChoice.best(), 1)) {
            var settings = new StepSettings();
            settings.rate = 0.01;
            var rows = engine.bind(new InMemoryRows(new double[][] {{1}}, new double[][] {{100}}));
            var result = engine.stepper().step(rows, ORDER, 0, 1, settings);
            assertThat(result.isFinite()).isTrue();
            assertThat(result.gradientNorm()).isCloseTo(Math.sqrt(2) * 1e25, withinPercentage(1e-4));
            assertThat(engine.differentiator().gradients().tensor("layer1.weight").values()[0])
                    .isCloseTo(-0.5 / Math.sqrt(2), withinPercentage(1e-4));
        }
    }
}
