package brickwork.verify.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import brickwork.data.InMemoryRows;
import brickwork.engine.Parameters;
import brickwork.engine.Tensor;
import brickwork.model.Activation;
import brickwork.model.Bias;
import brickwork.model.Initialization;
import brickwork.model.Loss;
import brickwork.model.LossTerm;
import brickwork.model.Optimizer;
import brickwork.model.Penalty;
import brickwork.model.Precision;
import brickwork.model.Schedule;
import brickwork.model.Specification;
import brickwork.source.Origin;
import brickwork.verify.RandomNetworks;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReferenceNetworkTest {

    private static final Bias FIXED = new Bias.Present(new Initialization.Zeros(), true);
    private static final InMemoryRows SAMPLE = new InMemoryRows(new double[][] {{0.05, 0.10}},
            new double[][] {{0.01, 0.99}});

    /** The 2-2-2 network worked by hand, biases fixed, half the squared error, rate 0.5. */
    private static Specification mazur() {
        return RandomNetworks.network(
                List.of(RandomNetworks.layer(1, 2, 2, new Activation.Sigmoid(), FIXED, false),
                        RandomNetworks.layer(2, 2, 2, new Activation.Sigmoid(), FIXED, false)),
                new Loss(List.of(new LossTerm(0.5, new LossTerm.SumSquaredError(), Origin.NONE)), List.of()),
                new Optimizer(new Optimizer.Sgd(0, false), 0.5, Schedule.constant(), Origin.NONE), Optional.empty());
    }

    private static Parameters mazurStart() {
        return new Parameters(Precision.F64, List.of(new Tensor("layer1.weight", 2, 2, false, new double[] {0.15, 0.20, 0.25, 0.30}),
                new Tensor("layer1.bias", 2, 1, true, new double[] {0.35, 0.35}),
                new Tensor("layer2.weight", 2, 2, false, new double[] {0.40, 0.45, 0.50, 0.55}),
                new Tensor("layer2.bias", 2, 1, true, new double[] {0.60, 0.60})));
    }

    @Test
    void givesTheNumbersOfTheExampleWorkedByHand() {
        var reference = new ReferenceNetwork(mazur());

        assertThat(reference.outputs(mazurStart(), SAMPLE)[0])
                .containsExactly(new double[] {0.7513650695523157, 0.7729284653214625}, within(1e-15));
        assertThat(reference.dataLoss(mazurStart(), SAMPLE)).isCloseTo(0.2983711087600027, within(1e-15));
        var gradients = reference.gradients(mazurStart(), SAMPLE);
        assertThat(gradients.tensor("layer1.weight").values()).containsExactly(
                new double[] {4.385677344743465e-4, 8.77135468948693e-4, 4.977127352608599e-4, 9.954254705217198e-4}, within(1e-17));
        assertThat(gradients.tensor("layer2.weight").values()).containsExactly(
                new double[] {0.08216704056423077, 0.08266762784753325, -0.02260254047747507, -0.022740242215978222}, within(1e-16));
        assertThat(gradients.tensor("layer1.bias").values()).as("fixed").containsOnly(0);
    }

    @Test
    void trainsTheExampleWorkedByHand() {
        var reference = new ReferenceNetwork(mazur());
        var training = reference.training(mazurStart());

        training.step(SAMPLE, 0.5);
        assertThat(training.parameters().tensor("layer2.weight").values()).containsExactly(
                new double[] {0.35891647971788465, 0.4086661860762334, 0.5113012702387375, 0.5613701211079891}, within(1e-15));
        assertThat(reference.dataLoss(training.parameters(), SAMPLE)).isCloseTo(0.29102777369359933, within(1e-15));
        for (var step = 1; step < 10_000; step++) {
            training.step(SAMPLE, 0.5);
        }
        assertThat(reference.dataLoss(training.parameters(), SAMPLE)).isCloseTo(3.510187782978859e-05, within(1e-14));
    }

    @Test
    void differentiatesForwardAsBackward() {
        for (var seed = 0; seed < 150; seed++) {
            var drawn = RandomNetworks.draw(seed);
            var reference = new ReferenceNetwork(drawn.network());
            var gradients = reference.gradients(drawn.parameters(), drawn.rows());
            var largest = gradients.tensors().stream().flatMapToDouble(t -> Arrays.stream(t.values())).map(Math::abs).max().orElse(0);
            for (var tensor : gradients.tensors()) {
                if (ReferenceNetwork.isTrained(drawn.network(), tensor.name())) {
                    for (var i = 0; i < tensor.values().length; i++) {
                        var forward = reference.derivative(drawn.parameters(), drawn.rows(), tensor.name(), i / tensor.columns(),
                                i % tensor.columns());
                        assertThat(tensor.values()[i]).as("seed %s, %s[%s]", seed, tensor.name(), i)
                                .isCloseTo(forward, within(64 * Math.ulp(largest)));
                    }
                }
            }
        }
    }

    @Test
    void countsWeightsOfFrozenLayersInPenaltiesAndNoBiases() {
        var network = RandomNetworks.network(List.of(RandomNetworks.layer(1, 1, 2, new Activation.Tanh(), Bias.zeros(), true),
                RandomNetworks.layer(2, 2, 1, new Activation.Linear(), Bias.zeros(), false)),
                new Loss(List.of(new LossTerm(1, new LossTerm.MeanSquaredError(), Origin.NONE)),
                        List.of(new Penalty.L2(0.1, Origin.NONE), new Penalty.L1(0.01, Origin.NONE))),
                Optimizer.standard(), Optional.empty());
        var parameters = new Parameters(Precision.F64, List.of(new Tensor("layer1.weight", 2, 1, false, new double[] {3, -4}),
                new Tensor("layer1.bias", 2, 1, true, new double[] {100, 100}),
                new Tensor("layer2.weight", 1, 2, false, new double[] {1, 0}), new Tensor("layer2.bias", 1, 1, true, new double[] {100})));

        assertThat(new ReferenceNetwork(network).penalty(parameters)).isCloseTo(0.1 * 26 + 0.01 * 8, within(1e-15));
    }

    @Test
    void refusesParametersOfAnotherNetwork() {
        assertThatThrownBy(() -> new ReferenceNetwork(mazur()).penalty(new Parameters(Precision.F64, List.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("layer1.weight 2 x 2");
    }
}
