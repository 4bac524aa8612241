package brickwork.verify.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import brickwork.data.InMemoryRows;
import brickwork.engine.Parameters;
import brickwork.engine.Tensor;
import brickwork.model.Activation;
import brickwork.model.Bias;
import brickwork.model.Loss;
import brickwork.model.LossTerm;
import brickwork.model.Penalty;
import brickwork.model.Precision;
import brickwork.model.Specification;
import brickwork.source.Origin;
import brickwork.verify.RandomNetworks;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchNormalizationTest {

    private static final Bias.Norm BY_HAND = new Bias.Norm(0.25, 0.5);
    private static final Bias.Norm USUAL = new Bias.Norm(0.1, 1e-5);
    /** 1, 2, 3, 6: mean 3, biased variance 14/4 = 3.5, unbiased 14/3; √(3.5 + 0.5) = 2. */
    private static final InMemoryRows FOUR = new InMemoryRows(new double[][] {{1}, {2}, {3}, {6}}, new double[4][1]);

    private static Loss loss(LossTerm.Kind kind, Penalty... penalties) {
        return new Loss(List.of(new LossTerm(1, kind, Origin.NONE)), List.of(penalties));
    }

    /** One unit with weight 1, gamma 2, beta 1, running mean 1 and variance 3.5, then a linear unit with weight 1. */
    private static Parameters byHand() {
        return new Parameters(Precision.F64, List.of(vector("layer1.weight", 1), vector("layer1.norm.gamma", 2),
                vector("layer1.norm.beta", 1), vector("layer1.norm.mean", 1), vector("layer1.norm.variance", 3.5),
                vector("layer2.weight", 1), vector("layer2.bias", 0)));
    }

    private static Tensor vector(String name, double... values) {
        return new Tensor(name, values.length, 1, !name.endsWith(".weight"), values);
    }

    private static Specification oneUnit() {
        return RandomNetworks.normalized(BY_HAND, new Activation.Linear(), new Activation.Linear(), loss(new LossTerm.SumSquaredError()), 1,
                1, 1);
    }

    @Test
    void training_normalisesByTheBatch() {
        var model = new ReferenceNetwork(oneUnit()).inDoubles(byHand(), Mode.WITHOUT_DROPOUT);

        var outputs = model.run(model.portions(FOUR).findFirst().orElseThrow(), Branches.NATURAL).lastActivations();

        // x̂ = -1, -0.5, 0, 1.5
        assertThat(outputs.column(0)).extracting(Real::value).containsExactly(-1.0, 0.0, 1.0, 4.0);
        // (1 + 0 + 1 + 16) / 4
        assertThat(model.dataLoss(FOUR).value()).isEqualTo(4.5);
    }

    @Test
    void prediction_normalisesByTheRunningStatistics() {
        // (x - 1)/2 = 0, 0.5, 1, 2.5
        assertThat(new ReferenceNetwork(oneUnit()).outputs(byHand(), FOUR))
                .isDeepEqualTo(new double[][] {{1}, {2}, {3}, {6}});
    }

    @Test
    void gradients_ofABatchWorkedByHand() {
        var gradients = new ReferenceNetwork(oneUnit()).gradients(byHand(), FOUR);

        // dL/dy = 2·y/4 = -0.5, 0, 0.5, 2
        assertThat(gradients.tensor("layer1.norm.beta").values()).containsExactly(2);
        // -0.5·-1 + 0 + 0 + 2·1.5
        assertThat(gradients.tensor("layer1.norm.gamma").values()).containsExactly(3.5);
        // d = 2·dL/dy = -1, 0, 1, 4, mean 1, mean of d·x̂ 7/4; dL/dz = (d - 1 - x̂·7/4)/2 = -1/8, -1/16, 0, 3/16; dL/dw = Σ dL/dz·x
        assertThat(gradients.tensor("layer1.weight").values()).containsExactly(new double[] {-0.125 - 0.125 + 6 * 0.1875}, within(1e-15));
        assertThat(gradients.tensor("layer1.norm.mean").values()).containsExactly(0);
        assertThat(gradients.tensor("layer1.norm.variance").values()).containsExactly(0);
    }

    @Test
    void step_movesTheRunningStatisticsAndNothingElseThatIsNotTrained() {
        var training = new ReferenceNetwork(oneUnit()).training(byHand());

        training.step(FOUR, 0.01);

        assertThat(training.parameters().tensor("layer1.norm.mean").values()).containsExactly(0.75 * 1 + 0.25 * 3);
        assertThat(training.parameters().tensor("layer1.norm.variance").values())
                .containsExactly(new double[] {0.75 * 3.5 + 0.25 * 14 / 3}, within(1e-15));
        assertThat(training.parameters().tensor("layer1.norm.gamma").values()).isNotEqualTo(new double[] {2});
    }

    @Test
    void penalties_touchNeitherGammaNorBeta() {
        var network = RandomNetworks.normalized(BY_HAND, new Activation.Linear(), new Activation.Linear(),
                loss(new LossTerm.SumSquaredError(), new Penalty.L2(10, Origin.NONE)), 1, 1, 1);
        var reference = new ReferenceNetwork(network);

        assertThat(reference.penalty(byHand())).isEqualTo(20);
        assertThat(reference.gradients(byHand(), FOUR).tensor("layer1.norm.gamma").values()).containsExactly(3.5);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 20})
    void gradients_areTheDerivativesOfDualNumbers(int first) {
        for (var seed = first; seed < first + 10; seed++) {
            var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            var hidden = List.of(new Activation.Tanh(), new Activation.Relu(), new Activation.Silu(), new Activation.Elu(1)).get(seed % 4);
            var network = RandomNetworks.normalized(USUAL, hidden, new Activation.Softmax(), loss(new LossTerm.CrossEntropy()), 3, 5, 4, 2);
            var rows = RandomNetworks.rows(network, 2 + seed % 7, random);
            var parameters = RandomNetworks.parameters(network, random);
            var reference = new ReferenceNetwork(network);

            var gradients = reference.gradients(parameters, rows);

            var largest = gradients.tensors().stream().flatMapToDouble(t -> Arrays.stream(t.values())).map(Math::abs).max().orElseThrow();
            for (var layer : network.feedForward().layers()) {
                for (var spec : layer.trainedTensors()) {
                    var name = spec.name();
                    var tensor = gradients.tensor(name);
                    for (var i = 0; i < tensor.values().length; i++) {
                        var forward = reference.derivative(parameters, rows, name, i / tensor.columns(), i % tensor.columns());
                        assertThat(tensor.values()[i]).as("seed %s, %s[%s]", seed, name, i).isCloseTo(forward, within(1e-11 * largest));
                    }
                }
            }
        }
    }

    @Test
    void prediction_isIndependentOfTheOtherSamples() {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(3);
        var loss = loss(new LossTerm.MeanSquaredError());
        var network = RandomNetworks.normalized(USUAL, new Activation.Tanh(), new Activation.Linear(), loss, 2, 4, 2);
        var rows = RandomNetworks.rows(network, 5, random);
        var parameters = RandomNetworks.parameters(network, random);
        var reference = new ReferenceNetwork(network);

        var alone = new InMemoryRows(new double[][] {rows.x()[3]}, new double[][] {rows.y()[3]});

        assertThat(reference.outputs(parameters, alone)[0]).isEqualTo(reference.outputs(parameters, rows)[3]);
    }
}
