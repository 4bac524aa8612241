package brickwork.verify.gradient;

import static org.assertj.core.api.Assertions.assertThat;

import brickwork.data.InMemoryRows;
import brickwork.data.SampleRows;
import brickwork.engine.Parameters;
import brickwork.engine.Tensor;
import brickwork.model.Activation;
import brickwork.model.LossTerm;
import brickwork.model.Penalty;
import brickwork.model.Specification;
import brickwork.source.Origin;
import brickwork.verify.RandomNetworks;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The engine's gradients with a fault planted in them, which the gradient check must find and name. */
class PlantedFaultTest {

    private static final Specification NETWORK = GradientCheckTest.network(new LossTerm.CrossEntropy(),
            List.of(new Penalty.L2(1e-3, Origin.NONE)), new Activation.Softmax(), new Activation.Tanh(), 5, 40, 60, 4);
    private static final InMemoryRows ROWS = RandomNetworks.rows(NETWORK, 16, RandomGeneratorFactory.of("L64X128MixRandom").create(5));
    private static final Parameters PARAMETERS = RandomNetworks.parameters(NETWORK,
            RandomGeneratorFactory.of("L64X128MixRandom").create(6));

    /** Changes the gradients the engine has found. */
    private interface Fault {
        void plant(Specification network, Parameters gradients, Parameters parameters, SampleRows rows);
    }

    private static GradientReport check(Fault fault) {
        return GradientCheck.check(NETWORK, ROWS, PARAMETERS, GradientCheck.Options.standard(), (network, parameters, rows) -> {
            var gradients = EngineBackward.standard().gradients(network, parameters, rows);
            fault.plant(network, gradients, parameters, rows);
            return gradients;
        });
    }

    private static Stream<Tensor> tensors(Parameters gradients, boolean biases) {
        return gradients.tensors().stream().filter(tensor -> tensor.bias() == biases);
    }

    private static void scale(double[] values, double factor) {
        Arrays.setAll(values, i -> values[i] * factor);
    }

    @Test
    void passesWithoutAFault() {
        assertThat(check((_, _, _, _) -> {}).passed()).isTrue();
    }

    @Test
    void namesTheOneWrongEntryAmongThousands() {
        var report = check((_, gradients, _, _) -> gradients.tensor("layer2.weight").values()[17 * 40 + 23] += 1e-6);

        assertThat(report.passed()).isFalse();
        var worst = report.worst().orElseThrow();
        assertThat(worst.place()).isEqualTo("layer2.weight[17][23]");
        assertThat(worst.parameter().layer()).isEqualTo(2);
        assertThat(worst.backward() - worst.numeric()).isBetween(0.999e-6, 1.001e-6);
        assertThat(report.tensors()).filteredOn(tensor -> tensor.total().diff() > GradientReport.AGREEMENT)
                .extracting(GradientReport.OfTensor::name).containsExactly("layer2.weight");
    }

    @Test
    void findsAWrongSign() {
        var report = check((_, gradients, _, _) -> scale(gradients.tensor("layer1.bias").values(), -1));

        assertThat(report.worst().orElseThrow().parameter().tensor()).isEqualTo("layer1.bias");
        assertThat(report.diff()).isBetween(1.99, 2.01);
    }

    @Test
    void findsASumTakenForAMean() {
        var report = check((network, gradients, _, rows) -> {
            if (network.feedForward().loss().data().getFirst().factor() != 0) {
                gradients.tensors().forEach(tensor -> scale(tensor.values(), rows.count()));
            }
        });

        assertThat(report.data().diff()).isGreaterThan(0.9);
        assertThat(report.penalty().diff()).as("and it is not the penalty's fault").isLessThan(GradientReport.AGREEMENT);
    }

    @Test
    void findsAMissingPenalty() {
        var report = check((network, gradients, parameters, _) -> tensors(gradients, false).forEach(tensor -> {
            for (var penalty : network.feedForward().loss().penalties()) {
                Arrays.setAll(tensor.values(),
                        i -> tensor.values()[i] - 2 * penalty.lambda() * parameters.tensor(tensor.name()).values()[i]);
            }
        }));

        assertThat(report.passed()).isFalse();
        assertThat(report.data().diff()).isLessThan(GradientReport.AGREEMENT);
        assertThat(report.penalty().diff()).isGreaterThan(0.99);
    }

    @Test
    void findsTheRidgeGradientThatAddsTheSumOfSquaresToEveryEntry() {
        var report = check((network, gradients, parameters, _) -> tensors(gradients, false).forEach(tensor -> {
            var weights = parameters.tensor(tensor.name()).values();
            for (var penalty : network.feedForward().loss().penalties()) {
                Arrays.setAll(tensor.values(), i -> tensor.values()[i] - 2 * penalty.lambda() * weights[i]
                        + 2 * penalty.lambda() * DoubleStream.of(weights).map(w -> w * w).sum());
            }
        }));

        assertThat(report.passed()).isFalse();
        assertThat(report.data().diff()).isLessThan(GradientReport.AGREEMENT);
        assertThat(report.penalty().worst().orElseThrow().parameter().tensor()).endsWith(".weight");
        assertThat(report.penalty().diff()).isGreaterThan(0.99);
    }

    @Test
    void findsAPenaltyThatTakesTheBiasesToo() {
        var report = check((network, gradients, parameters, _) -> tensors(gradients, true).forEach(tensor -> {
            for (var penalty : network.feedForward().loss().penalties()) {
                Arrays.setAll(tensor.values(),
                        i -> tensor.values()[i] + 2 * penalty.lambda() * parameters.tensor(tensor.name()).values()[i]);
            }
        }));

        assertThat(report.penalty().worst().orElseThrow().parameter().tensor()).endsWith(".bias");
        assertThat(report.data().diff()).isLessThan(GradientReport.AGREEMENT);
    }

    @Test
    void findsAPenaltyHiddenUnderALargeDataLoss() {
        // A thousandth of the penalty's gradient is missing: 1e-6 of what the data loss contributes, and less.
        var report = check((network, gradients, _, _) -> {
            if (network.feedForward().loss().data().getFirst().factor() == 0) {
                gradients.tensors().forEach(tensor -> scale(tensor.values(), 0.999));
            }
        });

        assertThat(report.diff()).isLessThan(GradientReport.AGREEMENT);
        assertThat(report.passed()).isFalse();
    }

    @Test
    void findsABiasGradientOfTheLastSampleOnly() {
        var report = check((network, gradients, parameters, rows) -> {
            if (network.feedForward().loss().data().getFirst().factor() != 0) {
                var last = ROWS.count() - 1;
                var alone = new InMemoryRows(new double[][] {ROWS.x()[last]}, new double[][] {ROWS.y()[last]});
                var ofLast = EngineBackward.standard().gradients(network, parameters, alone).tensor("layer3.bias").values();
                Arrays.setAll(gradients.tensor("layer3.bias").values(), i -> ofLast[i] / rows.count());
            }
        });

        assertThat(report.worst().orElseThrow().parameter().tensor()).isEqualTo("layer3.bias");
        assertThat(report.diff()).isGreaterThan(0.1);
    }

    @Test
    void findsAGradientThatIsNotANumber() {
        var report = check((_, gradients, _, _) -> gradients.tensor("layer3.weight").values()[0] = Double.NaN);

        assertThat(report.diff()).isInfinite();
        assertThat(report.norm()).isInfinite();
        assertThat(report.worst().orElseThrow().place()).isEqualTo("layer3.weight[0][0]");
        assertThat(report.passed()).isFalse();
    }
}
