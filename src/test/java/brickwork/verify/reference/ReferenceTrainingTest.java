package brickwork.verify.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import brickwork.data.InMemoryRows;
import brickwork.engine.Parameters;
import brickwork.engine.Tensor;
import brickwork.model.Activation;
import brickwork.model.Bias;
import brickwork.model.Clip;
import brickwork.model.Loss;
import brickwork.model.LossTerm;
import brickwork.model.Optimizer;
import brickwork.model.Precision;
import brickwork.model.Schedule;
import brickwork.source.Origin;
import brickwork.verify.RandomNetworks;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One weight w from 1, loss w²/2, so that the gradient is w itself and every update can be worked out by hand. */
class ReferenceTrainingTest {

    private static final InMemoryRows SAMPLE = new InMemoryRows(new double[][] {{1}}, new double[][] {{0}});

    private static ReferenceTraining training(Optimizer.Rule rule, Optional<Clip> clip) {
        var network = RandomNetworks.network(List.of(RandomNetworks.layer(1, 1, 1, new Activation.Linear(), new Bias.None(), false)),
                new Loss(List.of(new LossTerm(0.5, new LossTerm.SumSquaredError(), Origin.NONE)), List.of()),
                new Optimizer(rule, 0.1, Schedule.constant(), Origin.NONE), clip);
        return new ReferenceNetwork(network)
                .training(new Parameters(Precision.F64, List.of(new Tensor("layer1.weight", 1, 1, false, new double[] {1}))));
    }

    private static double after(int steps, ReferenceTraining training) {
        for (var i = 0; i < steps; i++) {
            training.step(SAMPLE, 0.1);
        }
        return training.parameters().tensor("layer1.weight").at(0, 0);
    }

    @Test
    void descends() {
        assertThat(after(2, training(new Optimizer.Sgd(0, false), Optional.empty()))).isCloseTo(0.81, within(1e-15));
    }

    @Test
    void gathersMomentum() {
        // v: 1, then 0.9·1 + 0.9 = 1.8; w: 0.9, then 0.9 - 0.18
        var training = training(new Optimizer.Sgd(0.9, false), Optional.empty());

        assertThat(after(2, training)).isCloseTo(0.72, within(1e-15));
        assertThat(training.memory("layer1.weight.v")).containsExactly(new double[] {1.8}, within(1e-15));
    }

    @Test
    void looksAheadWithNesterov() {
        // w: 1 - 0.1·(1 + 0.9·1) = 0.81; v = 0.9 + 0.81 = 1.71; w = 0.81 - 0.1·(0.81 + 0.9·1.71)
        assertThat(after(2, training(new Optimizer.Sgd(0.9, true), Optional.empty()))).isCloseTo(0.81 - 0.1 * 2.349, within(1e-15));
    }

    @Test
    void correctsTheBiasOfAdam() {
        // The first step is the rate in the direction of the gradient.
        var training = training(new Optimizer.Adam(0.9, 0.999, 0, 0, false), Optional.empty());

        assertThat(after(1, training)).isCloseTo(0.9, within(1e-15));
        // m = 0.09 + 0.09, v = 0.000999 + 0.00081; m/0.19 = 0.947368…, v/0.001999 = 0.904952…
        assertThat(after(1, training)).isCloseTo(0.9 - 0.1 * (0.18 / 0.19) / Math.sqrt(0.001809 / 0.001999), within(1e-14));
        assertThat(training.memory("layer1.weight.m")).containsExactly(new double[] {0.18}, within(1e-15));
        assertThat(training.memory("layer1.weight.v")).containsExactly(new double[] {0.001809}, within(1e-15));
    }

    @Test
    void decaysApartFromTheGradientWithAdamW() {
        assertThat(after(1, training(new Optimizer.Adam(0.9, 0.999, 0, 0.5, true), Optional.empty()))).isCloseTo(0.95 - 0.1, within(1e-15));
    }

    @Test
    void dividesByRunningRoots() {
        assertThat(after(1, training(new Optimizer.RmsProp(0.75, 0.5), Optional.empty()))).isCloseTo(1 - 0.1 / (0.5 + 0.5), within(1e-15));
        // s = 1, then 1 + 0.95²
        assertThat(after(2, training(new Optimizer.AdaGrad(1), Optional.empty())))
                .isCloseTo(0.95 - 0.1 * 0.95 / (Math.sqrt(1 + 0.95 * 0.95) + 1), within(1e-15));
    }

    /** The numbers of PyTorch 2.13: six steps that grow, then past the minimum one that stands still, then half as long. */
    @Test
    void growsAndShrinksStepsByTheSignsOfTheGradient() {
        var training = training(new Optimizer.Rprop(0.5, 1.2, 1e-6, 50), Optional.empty());

        assertThat(after(7, training)).isCloseTo(-0.2915904, within(1e-15));
        assertThat(training.memory("layer1.weight.s")).containsExactly(new double[] {0.2985984}, within(1e-15));
        assertThat(after(1, training)).isCloseTo(-0.2915904, within(1e-15));
        assertThat(training.memory("layer1.weight.p")).containsExactly(0);
        assertThat(after(1, training)).isCloseTo(-0.1422912, within(1e-15));
        assertThat(training.memory("layer1.weight.s")).containsExactly(new double[] {0.1492992}, within(1e-15));
    }

    @Test
    void keepsStepsWithinTheSmallestAndTheLargest() {
        assertThat(after(1, training(new Optimizer.Rprop(0.5, 1.2, 0.25, 50), Optional.empty()))).isCloseTo(0.75, within(1e-15));
        assertThat(after(3, training(new Optimizer.Rprop(0.5, 2, 1e-6, 0.15), Optional.empty()))).isCloseTo(0.6, within(1e-15));
    }

    @Test
    void clipsByNormAndByValue() {
        assertThat(after(1, training(new Optimizer.Sgd(0, false), Optional.of(new Clip.Norm(0.25))))).isCloseTo(0.975, within(1e-15));
        assertThat(after(1, training(new Optimizer.Sgd(0, false), Optional.of(new Clip.Value(0.5))))).isCloseTo(0.95, within(1e-15));
        assertThat(after(1, training(new Optimizer.Sgd(0, false), Optional.of(new Clip.Norm(2))))).isCloseTo(0.9, within(1e-15));
    }

    @Test
    void saysWhatItRemembers() {
        var training = training(new Optimizer.AdaGrad(1), Optional.empty());
        after(1, training);

        assertThatThrownBy(() -> training.memory("layer1.weight.m")).hasMessageContaining("layer1.weight.s");
    }
}
