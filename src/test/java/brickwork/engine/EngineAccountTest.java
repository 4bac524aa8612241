package brickwork.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import brickwork.data.InMemoryRows;
import brickwork.kernel.KernelChoice;
import brickwork.model.Activation;
import brickwork.model.Bias;
import brickwork.model.Initialization;
import brickwork.model.LossTerm;
import brickwork.plan.Planner;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an engine says of itself, and what it must not remember. */
class EngineAccountTest {

    private static final int[] ORDER = {0, 1, 2};

    private static NetworkBuilder linear() {
        return NetworkBuilder.of(2).layer(1, new Activation.Linear(), new Initialization.Constant(0.5), Bias.zeros()).loss(1,
                new LossTerm.MeanSquaredError());
    }

    private static InMemoryRows rows() {
        return new InMemoryRows(new double[][] {{1, 2}, {2, 1}, {1, -1}}, new double[][] {{0}, {1}, {2}});
    }

    private static StepSettings rate(double rate) {
        var settings = new StepSettings();
        settings.rate = rate;
        return settings;
    }

    @ParameterizedTest
    @EnumSource(KernelChoice.Set.class)
    void namesTheKernelsItWasGiven(KernelChoice.Set set) {
        var choice = ((KernelChoice.Granted) KernelChoice.demand(set)).choice();
        var network = linear().network();
        try (var engine = Engines.open(network, Planner.plan(network, 3), choice, 1)) {
            assertThat(engine.kernels()).isEqualTo(choice);
        }
    }

    /** Also over many blocks of the sum. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3_000})
    void tellsTheNormOfTheGradientsOfTheLastStep(int inputs) {
        var network = NetworkBuilder.of(inputs).layer(5, new Activation.Linear()).loss(1, new LossTerm.MeanSquaredError()).network();
        try (var engine = Engines.open(network, Planner.plan(network, 3), KernelChoice.best(), 1)) {
            var result = engine.stepper().step(engine.bind(DrawnRows.of(1, 3, inputs, 5, false)), ORDER, 0, 3, rate(0.1));
            var squares = engine.differentiator().gradients().tensors().stream()
                    .flatMapToDouble(tensor -> Arrays.stream(tensor.values())).map(g -> g * g).sum();
            assertThat(squares).isPositive();
            assertThat(result.gradientNorm()).isCloseTo(Math.sqrt(squares), withinPercentage(1e-10));
        }
    }

    /**
     * Small parameters leave room for many updates without a look at each number; that promise ends where larger ones take their place. The
     * penalty is one that drives weights away from 0, over inputs of 0, so that nothing but the update can overflow.
     */
    @ParameterizedTest
    @ValueSource(doubles = {4e307, 1e308})
    void forgetsHowLargeTheParametersWereWhenOthersAreRestored(double rate) {
        var network = linear().l1(-1).network();
        try (var engine = Engines.open(network, Planner.plan(network, 1), KernelChoice.best(), 1)) {
            var samples = engine.bind(new InMemoryRows(new double[][] {{0, 0}}, new double[][] {{0}}));
            assertThat(engine.stepper().step(samples, ORDER, 0, 1, rate(0.1)).isFinite()).isTrue();
            var state = engine.state();
            state.parameters().tensor("layer1.weight").values()[0] = 1.7e308;
            engine.restore(state);
            assertThat(engine.stepper().step(samples, ORDER, 0, 1, rate(rate)).fault().orElseThrow().what())
                    .isEqualTo(NonFinite.What.PARAMETER);
            assertThat(engine.parameters().tensor("layer1.weight").values()[0]).isEqualTo(1.7e308);
        }
    }
}
