package brickwork.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import brickwork.data.InMemoryRows;
import brickwork.kernel.KernelChoice;
import brickwork.model.Activation;
import brickwork.model.Bias;
import brickwork.model.Initialization;
import brickwork.model.LossTerm;
import brickwork.model.Specification;
import brickwork.plan.Planner;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The network of two hidden and two output units that is worked out by hand in Mazur's step-by-step example of backpropagation. */
class MazurTest {

    private static final double[] INPUT = {0.05, 0.10};
    private static final double[] TARGET = {0.01, 0.99};
    private static final int[] ORDER = {0};

    private final Specification network = NetworkBuilder.of(2)
            .layer(2, new Activation.Sigmoid(), values(0.15, 0.20, 0.25, 0.30), fixed(0.35))
            .layer(2, new Activation.Sigmoid(), values(0.40, 0.45, 0.50, 0.55), fixed(0.60))
            .loss(0.5, new LossTerm.SumSquaredError()).network();

    private static Initialization values(double a, double b, double c, double d) {
        return new Initialization.Values(List.of(List.of(a, b), List.of(c, d)));
    }

    private static Bias fixed(double value) {
        return new Bias.Present(new Initialization.Values(List.of(List.of(value, value))), true);
    }

    @Test
    void everyNumberOfTheExample() {
        try (var engine = Engines.open(network, Planner.plan(network, 1), KernelChoice.best(), 1)) {
            var rows = engine.bind(new InMemoryRows(new double[][] {INPUT}, new double[][] {TARGET}));
            var outputs = new double[2];
            assertThat(engine.evaluator().evaluateInto(outputs, rows)).isCloseTo(0.2983711087600027, within(1e-14));
            assertThat(outputs).containsExactly(new double[] {0.7513650695523157, 0.7729284653214625}, within(1e-14));

            var settings = new StepSettings();
            settings.rate = 0.5;
            var result = engine.stepper().step(rows, ORDER, 0, 1, settings);

            assertThat(result.isFinite()).isTrue();
            assertThat(result.dataLoss()).isCloseTo(0.2983711087600027, within(1e-14));
            assertThat(engine.parameters().tensor("layer1.weight").values()).containsExactly(
                    new double[] {0.1497807161327628, 0.19956143226552567, 0.24975114363236958, 0.29950228726473915}, within(1e-14));
            assertThat(engine.parameters().tensor("layer2.weight").values()).containsExactly(
                    new double[] {0.35891647971788465, 0.4086661860762334, 0.5113012702387375, 0.5613701211079891}, within(1e-14));
            assertThat(engine.parameters().tensor("layer1.bias").values()).containsExactly(0.35, 0.35);
            assertThat(engine.evaluator().evaluate(rows, Evaluator.Outputs.NONE)).isCloseTo(0.29102777369359933, within(1e-14));

            for (settings.update = 1; settings.update < 10_000; settings.update++) {
                assertThat(engine.stepper().step(rows, ORDER, 0, 1, settings).isFinite()).isTrue();
            }
            assertThat(engine.evaluator().evaluateInto(outputs, rows)).isCloseTo(3.510187782978859e-05, within(1e-14));
            assertThat(outputs).containsExactly(new double[] {0.01591362044355068, 0.9840642735146238}, within(1e-14));
        }
    }
}
