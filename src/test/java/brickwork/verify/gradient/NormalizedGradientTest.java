package brickwork.verify.gradient;

import static org.assertj.core.api.Assertions.assertThat;

import brickwork.data.InMemoryRows;
import brickwork.data.SampleRows;
import brickwork.engine.Parameters;
import brickwork.model.Activation;
import brickwork.model.Bias;
import brickwork.model.Loss;
import brickwork.model.LossTerm;
import brickwork.model.Penalty;
import brickwork.model.Specification;
import brickwork.source.Origin;
import brickwork.verify.RandomNetworks;
import brickwork.verify.reference.BackwardPass;
import brickwork.verify.reference.Branches;
import brickwork.verify.reference.GradientSums;
import brickwork.verify.reference.Mode;
import brickwork.verify.reference.ReferenceNetwork;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gradient check of networks whose layers couple the samples of a batch. */
class NormalizedGradientTest {

    private static final GradientCheck.Options OPTIONS = GradientCheck.Options.standard();

    private static Specification network(LossTerm.Kind kind, Activation hidden, Activation last, int... widths) {
        return network(new Bias.Norm(0.1, 1e-5), kind, hidden, last, widths);
    }

    private static Specification network(Bias.Norm norm, LossTerm.Kind kind, Activation hidden, Activation last, int... widths) {
        return RandomNetworks.normalized(norm, hidden, last,
                new Loss(List.of(new LossTerm(1, kind, Origin.NONE)), List.of(new Penalty.L2(1e-3, Origin.NONE))), widths);
    }

    private static Parameters gradients(Specification network, Parameters parameters, SampleRows rows) {
        return new ReferenceNetwork(network).gradients(parameters, rows);
    }

    private static GradientReport check(Specification network, SampleRows rows, Parameters parameters, Backward backward) {
        return GradientCheck.check(new ReferenceNetwork(network), rows, parameters, OPTIONS, backward);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 12})
    void rightGradients_pass(int first) {
        for (var seed = first; seed < first + 12; seed++) {
            var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            var hidden = List.of(new Activation.Tanh(), new Activation.Relu(), new Activation.Silu(), new Activation.Elu(1)).get(seed % 4);
            var network = seed % 2 == 0
                    ? network(new LossTerm.CrossEntropy(), hidden, new Activation.Softmax(), 3, 5, 4, 3)
                    : network(new LossTerm.MeanAbsoluteError(), hidden, new Activation.Linear(), 2, 6, 2);
            var parameters = RandomNetworks.parameters(network, random);

            var report = check(network, RandomNetworks.rows(network, 2 + seed, random), parameters, NormalizedGradientTest::gradients);

            assertThat(report.passed()).as("seed %s: %s", seed, report.worst()).isTrue();
            assertThat(report.diff()).as("seed %s: %s", seed, report.worst()).isLessThan(1e-8);
            assertThat(report.dual().orElseThrow().diff()).as("seed %s", seed).isLessThan(1e-8);
            assertThat(report.tensors()).extracting(GradientReport.OfTensor::name)
                    .contains("layer1.weight", "layer1.norm.gamma", "layer1.norm.beta").doesNotContain("layer1.norm.mean");
        }
    }

    /** The commonest mistake: mean and variance of the batch taken for constants on the way back. */
    @Test
    void backwardPassThatSkipsTheStatistics_isFound() {
        var network = network(new LossTerm.MeanSquaredError(), new Activation.Tanh(), new Activation.Linear(), 2, 4, 1);
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        var rows = RandomNetworks.rows(network, 8, random);
        var parameters = RandomNetworks.parameters(network, random);
        var statistics = new ReferenceNetwork(
                network(new Bias.Norm(1, 1e-5), new LossTerm.MeanSquaredError(), new Activation.Tanh(), new Activation.Linear(), 2, 4, 1))
                .training(parameters);
        statistics.step(rows, 0);
        var variance = statistics.parameters().tensor("layer1.norm.variance").values();
        Arrays.setAll(variance, unit -> variance[unit] * 7 / 8);

        var report = check(network, rows, parameters, (n, p, r) -> {
            var gradients = gradients(n, p, r);
            var right = ofDataLoss(n, p, r, Mode.WITHOUT_DROPOUT);
            var wrong = ofDataLoss(n, statistics.parameters(), r, new Mode.Prediction());
            for (var tensor : gradients.tensors()) {
                Arrays.setAll(tensor.values(), i -> tensor.values()[i] + wrong.tensor(tensor.name()).values()[i]
                        - right.tensor(tensor.name()).values()[i]);
            }
            return gradients;
        });

        assertThat(report.passed()).isFalse();
        assertThat(report.tensors()).filteredOn(tensor -> tensor.data().diff() > GradientReport.AGREEMENT)
                .extracting(GradientReport.OfTensor::name).as("the layers behind are right").containsExactly("layer1.weight");
    }

    private static Parameters ofDataLoss(Specification network, Parameters parameters, SampleRows rows, Mode mode) {
        var reference = new ReferenceNetwork(network);
        var sums = new GradientSums(reference, parameters);
        var model = reference.inDoubles(parameters, mode);
        model.portions(rows)
                .forEach(samples -> new BackwardPass(model.run(samples, Branches.NATURAL), rows.count()).addTo(sums, _ -> true));
        return sums.gradients();
    }

    @Test
    void wrongGamma_isNamed() {
        var network = network(new LossTerm.MeanSquaredError(), new Activation.Tanh(), new Activation.Linear(), 2, 4, 1);
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(2);
        var parameters = RandomNetworks.parameters(network, random);

        var report = check(network, RandomNetworks.rows(network, 8, random), parameters, (n, p, r) -> {
            var gradients = gradients(n, p, r);
            gradients.tensor("layer1.norm.gamma").values()[2] *= 1.001;
            return gradients;
        });

        assertThat(report.passed()).isFalse();
        assertThat(report.worst().orElseThrow().place()).isEqualTo("layer1.norm.gamma[2]");
    }

    /** z = 1, 2, 3 and beta 0: the normalised middle one is exactly 0, wherever the weight stands. */
    @Test
    void kinkOfAnotherSample_isListed() {
        var network = network(new LossTerm.SumSquaredError(), new Activation.Relu(), new Activation.Linear(), 1, 1, 1);
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(3);
        var parameters = RandomNetworks.parameters(network, random);
        parameters.tensor("layer1.norm.beta").values()[0] = 0;
        var rows = new InMemoryRows(new double[][] {{1}, {2}, {3}}, new double[][] {{1}, {1}, {1}});

        var report = check(network, rows, parameters, NormalizedGradientTest::gradients);

        assertThat(report.kinks()).containsExactly(new Kink(Kink.Kind.ACTIVATION, 1, 0, 1, -1));
        assertThat(report.passed()).as("%s", report.worst()).isTrue();
    }

    @Test
    void networkOfManyLayers_isChecked() {
        var network = network(new LossTerm.MeanSquaredError(), new Activation.Relu(), new Activation.Linear(), 2, 20, 30, 20, 1);
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(4);

        var report = check(network, RandomNetworks.rows(network, 16, random), RandomNetworks.parameters(network, random),
                NormalizedGradientTest::gradients);

        assertThat(report.passed()).as("%s", report.worst()).isTrue();
        assertThat(report.parameters()).isEqualTo(2 * 20 + 20 * 30 + 30 * 20 + 20 + 1 + 2 * (20 + 30 + 20));
    }
}
