package brickwork.verify.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import brickwork.data.InMemoryRows;
import brickwork.data.SampleRows;
import brickwork.engine.Initializer;
import brickwork.engine.Parameters;
import brickwork.engine.Tensor;
import brickwork.model.Activation;
import brickwork.model.Bias;
import brickwork.model.Clip;
import brickwork.model.Layer;
import brickwork.model.Loss;
import brickwork.model.LossTerm;
import brickwork.model.Optimizer;
import brickwork.model.Penalty;
import brickwork.model.Precision;
import brickwork.model.Specification;
import brickwork.source.Origin;
import brickwork.verify.RandomNetworks;
import brickwork.verify.reference.ReferenceNetwork;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GradientCheckTest {

    private static final GradientCheck.Options OPTIONS = GradientCheck.Options.standard();

    static Specification network(LossTerm.Kind kind, List<Penalty> penalties, Activation last, Activation hidden, int... widths) {
        var layers = new ArrayList<Layer>();
        for (var i = 1; i < widths.length; i++) {
            layers.add(RandomNetworks.layer(i, widths[i - 1], widths[i], i == widths.length - 1 ? last : hidden, Bias.zeros(), false));
        }
        return RandomNetworks.network(layers, new Loss(List.of(new LossTerm(1, kind, Origin.NONE)), penalties), Optimizer.standard(),
                Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100, 200})
    void raisesNoFalseAlarmOnCorrectNetworks(int firstSeed) {
        for (var seed = firstSeed; seed < firstSeed + 100; seed++) {
            var drawn = RandomNetworks.draw(seed);

            var report = GradientCheck.check(drawn.network(), drawn.rows(), drawn.parameters(), OPTIONS);

            assertThat(report.passed()).as("seed %s: %s", seed, report.worst()).isTrue();
            assertThat(List.of(report.diff(), report.data().diff(), report.penalty().diff(), report.dual().orElseThrow().diff()))
                    .as("seed %s: %s", seed, report.worst()).allMatch(diff -> diff < 1e-9);
            assertThat(report.norm()).isLessThan(1e-10);
        }
    }

    @Test
    void checksANetworkOfThirtyThousandParameters() {
        var network = network(new LossTerm.CrossEntropy(), List.of(new Penalty.L2(1e-4, Origin.NONE)), new Activation.Softmax(),
                new Activation.Relu(), 64, 200, 100, 10);
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);

        var report = GradientCheck.check(network, RandomNetworks.rows(network, 30, random), RandomNetworks.parameters(network, random),
                OPTIONS);

        assertThat(report.parameters()).isEqualTo(34_110);
        assertThat(report.samples()).isEqualTo(16);
        assertThat(report.passed()).isTrue();
        assertThat(report.tensors()).extracting(GradientReport.OfTensor::name)
                .containsExactly("layer1.weight", "layer1.bias", "layer2.weight", "layer2.bias", "layer3.weight", "layer3.bias");
        assertThat(report.tensors()).extracting(tensor -> tensor.total().compared())
                .containsExactly(12_800L, 200L, 20_000L, 100L, 1_000L, 10L);
    }

    @Test
    void isTheSameOnOneThreadAndOnMany() {
        var drawn = RandomNetworks.draw(11);

        var alone = GradientCheck.check(drawn.network(), drawn.rows(), drawn.parameters(), GradientCheck.Options.standard().alone());

        assertThat(alone).isEqualTo(GradientCheck.check(drawn.network(), drawn.rows(), drawn.parameters(), OPTIONS));
    }

    @Test
    void leavesOutWhatIsNotTrainedAndKnowsNoClipping() {
        var layers = List.of(RandomNetworks.layer(1, 2, 3, new Activation.Tanh(), Bias.zeros(), true),
                RandomNetworks.layer(2, 3, 1, new Activation.Linear(), Bias.zeros(), false));
        var network = RandomNetworks.network(layers,
                new Loss(List.of(new LossTerm(1, new LossTerm.MeanSquaredError(), Origin.NONE)), List.of()),
                Optimizer.standard(), Optional.of(new Clip.Value(1e-3)));

        var report = GradientCheck.check(network, SyntheticRows.of(network, 16), Initializer.parameters(network), OPTIONS);

        assertThat(report.passed()).isTrue();
        assertThat(report.tensors()).extracting(GradientReport.OfTensor::name).containsExactly("layer2.weight", "layer2.bias");
        assertThat(report.parameters()).isEqualTo(4);
    }

    @Test
    void comparesNothingWhereNothingIsTrained() {
        var layers = List.of(RandomNetworks.layer(1, 2, 1, new Activation.Tanh(), Bias.zeros(), true));
        var network = RandomNetworks.network(layers,
                new Loss(List.of(new LossTerm(1, new LossTerm.MeanSquaredError(), Origin.NONE)), List.of()),
                Optimizer.standard(), Optional.empty());

        var report = GradientCheck.check(network, SyntheticRows.of(network, 16), Initializer.parameters(network), OPTIONS);

        assertThat(report.diff()).isZero();
        assertThat(report.norm()).isZero();
        assertThat(report.worst()).isEmpty();
        assertThat(report.passed()).isTrue();
    }

    @Test
    void findsUnitsThatStandOnTheirKink() {
        var network = network(new LossTerm.MeanSquaredError(), List.of(), new Activation.Linear(), new Activation.Relu(), 2, 3, 1);
        var zeros = withWeights(network, 0);

        var report = GradientCheck.check(network, SyntheticRows.of(network, 4), zeros, OPTIONS);

        assertThat(report.passed()).isTrue();
        assertThat(report.kinks()).as("the outputs do not depend on units whose weights above are 0, yet probes cross").hasSize(12)
                .allMatch(kink -> kink.kind() == Kink.Kind.ACTIVATION && kink.layer() == 1);
    }

    @Test
    void comparesOnTheSideTheLanguageNamesWhereAllUnitsStandOnTheirKink() {
        // A row of zeros and no biases: every z is 0 in every layer, while every weight matters.
        var network = network(new LossTerm.SumSquaredError(), List.of(), new Activation.Linear(), new Activation.LeakyRelu(0.25),
                2, 3, 3, 1);
        var rows = new InMemoryRows(new double[][] {{0, 0}}, new double[][] {{1}});
        var parameters = withWeights(network, 1);

        var report = GradientCheck.check(network, rows, parameters, OPTIONS);

        assertThat(report.kinks()).hasSize(6);
        assertThat(report.passed()).isTrue();
        // dL/da = 2·(0 - 1), through three units of layer 2 and the negative side of both layers
        assertThat(report.tensors().get(1).total().worst().orElseThrow().numeric()).isCloseTo(-2 * 3 * 0.25 * 0.25, within(1e-12));
        var otherSide = GradientCheck.check(network, rows, parameters, OPTIONS, (n, p, r) -> scaled(n, p, r, "layer1.bias", 4));
        assertThat(otherSide.passed()).as("the derivative of the other side is not the language's").isFalse();
    }

    @Test
    void takesEitherSideWhereRoundingDecides() {
        // 0.1 + 0.2 - 0.3 is not 0 in doubles, and whether it is above or below depends on the order of the sum.
        var network = network(new LossTerm.SumSquaredError(), List.of(), new Activation.Linear(), new Activation.Relu(), 3, 1, 1);
        var rows = new InMemoryRows(new double[][] {{0.1, 0.2, 0.3}}, new double[][] {{1}});
        var parameters = new Parameters(Precision.F64, List.of(new Tensor("layer1.weight", 1, 3, false, new double[] {1, 1, -1}),
                new Tensor("layer1.bias", 1, 1, true, new double[1]), new Tensor("layer2.weight", 1, 1, false, new double[] {1}),
                new Tensor("layer2.bias", 1, 1, true, new double[1])));

        var off = new double[] {-2, 0, -1};
        for (var slope : off) {
            var report = GradientCheck.check(network, rows, parameters, OPTIONS, (n, p, r) -> {
                var gradients = new ReferenceNetwork(n).gradients(p, r);
                gradients.tensor("layer1.bias").values()[0] = n.feedForward().loss().data().getFirst().factor() * slope;
                Arrays.setAll(gradients.tensor("layer1.weight").values(),
                        i -> n.feedForward().loss().data().getFirst().factor() * slope * new double[] {0.1, 0.2, 0.3}[i]);
                return gradients;
            });
            assertThat(report.kinks()).containsExactly(new Kink(Kink.Kind.ACTIVATION, 1, 0, 0, -1));
            assertThat(report.passed()).as("slope %s: %s", slope, report.worst()).isTrue();
        }
        var beyond = GradientCheck.check(network, rows, parameters, OPTIONS, (n, p, r) -> scaled(n, p, r, "layer2.bias", 1.01));
        assertThat(beyond.passed()).isFalse();
    }

    @Test
    void findsResidualsOnTheKinkOfMae() {
        var network = network(new LossTerm.MeanAbsoluteError(), List.of(), new Activation.Linear(), new Activation.Tanh(), 2, 1);
        var rows = new InMemoryRows(new double[][] {{1, 2}, {2, 1}}, new double[][] {{3}, {5}});

        var report = GradientCheck.check(network, rows, withWeights(network, 1), OPTIONS);

        assertThat(report.kinks()).containsExactly(new Kink(Kink.Kind.RESIDUAL, 1, 0, 0, -1));
        assertThat(report.passed()).isTrue();
        assertThat(report.tensors().getFirst().total().worst().orElseThrow().numeric()).as("only the second sample pulls")
                .isCloseTo(-1, within(1e-12));
    }

    @Test
    void findsWeightsOnTheKinkOfL1() {
        var network = network(new LossTerm.MeanSquaredError(), List.of(new Penalty.L1(0.5, Origin.NONE)), new Activation.Linear(),
                new Activation.Tanh(), 2, 1);
        var parameters = new Parameters(Precision.F64, List.of(new Tensor("layer1.weight", 1, 2, false, new double[] {0, 3}),
                new Tensor("layer1.bias", 1, 1, true, new double[] {0})));

        var report = GradientCheck.check(network, SyntheticRows.of(network, 8), parameters, OPTIONS);

        assertThat(report.kinks()).containsExactly(new Kink(Kink.Kind.WEIGHT, 1, 0, -1, 0));
        assertThat(report.passed()).isTrue();
        assertThat(report.penaltyLoss()).isEqualTo(1.5);
    }

    @Test
    void neverStepsOverAKinkThatIsNear() {
        // z = 1e-12 and 1e-7: far beyond rounding here, far below any step of a plain difference.
        for (var z : new double[] {1e-7, -1e-7, 1e-12, -1e-12}) {
            var network = network(new LossTerm.SumSquaredError(), List.of(), new Activation.Linear(), new Activation.Relu(), 1, 1, 1);
            var rows = new InMemoryRows(new double[][] {{z}}, new double[][] {{1}});

            var report = GradientCheck.check(network, rows, withWeights(network, 1), OPTIONS);

            assertThat(report.diff()).as("z = %s", z).isLessThan(1e-13);
            assertThat(report.kinks()).hasSize(1);
        }
    }

    @Test
    void saysThatALossIsNotFinite() {
        var network = network(new LossTerm.MeanSquaredError(), List.of(), new Activation.Linear(), new Activation.Linear(), 1, 1, 1);

        var report = GradientCheck.check(network, SyntheticRows.of(network, 2), withWeights(network, 1e200), OPTIONS);

        assertThat(report.finite()).isFalse();
        assertThat(report.passed()).isFalse();
    }

    @Test
    void needsASample() {
        assertThatThrownBy(() -> OPTIONS.withSamples(0)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("got 0");
    }

    /** All weights alike, biases 0. */
    private static Parameters withWeights(Specification network, double weight) {
        return new Parameters(Precision.F64, Initializer.parameters(network.withPrecision(Precision.F64)).tensors().stream().map(tensor -> {
            var values = new double[tensor.values().length];
            Arrays.fill(values, tensor.bias() ? 0 : weight);
            return new Tensor(tensor.name(), tensor.rows(), tensor.columns(), tensor.bias(), values);
        }).toList());
    }

    private static Parameters scaled(Specification network, Parameters parameters, SampleRows rows, String name, double factor) {
        var gradients = new ReferenceNetwork(network).gradients(parameters, rows);
        var values = gradients.tensor(name).values();
        Arrays.setAll(values, i -> values[i] * factor);
        return gradients;
    }
}
