package brickwork.verify.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import brickwork.Brickwork;
import brickwork.data.InMemoryRows;
import brickwork.data.SampleRows;
import brickwork.engine.Initializer;
import brickwork.engine.Parameters;
import brickwork.model.Activation;
import brickwork.model.Precision;
import brickwork.model.Specification;
import brickwork.verify.RandomNetworks;
import brickwork.verify.reference.ReferenceNetwork;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the figures of a gradient check mean, and what samples it makes where there are none. */
class GradientReportTest {

    private static final GradientCheck.Options OPTIONS = GradientCheck.Options.standard();
    private static final double ULPS = 16;

    private static Specification network(String text) {
        return Brickwork.standard().compile(text).network();
    }

    private static double[] gradients(Specification network, Parameters parameters, SampleRows rows) {
        return new ReferenceNetwork(network).gradients(parameters, rows).tensors().stream()
                .flatMapToDouble(t -> DoubleStream.of(t.values()))
                .toArray();
    }

    private static double size(double[] numbers) {
        return Math.sqrt(DoubleStream.of(numbers).map(x -> x * x).sum());
    }

    /** A backward pass that makes the penalty a little too large and turns one bias of the data loss. */
    private static Parameters faulty(Specification network, Parameters parameters, SampleRows rows) {
        var gradients = new ReferenceNetwork(network).gradients(parameters, rows);
        if (network.feedForward().loss().data().getFirst().factor() != 0) {
            gradients.tensor("layer2.bias").values()[0] *= 1.5;
        } else {
            gradients.tensor("layer1.weight").values()[5] *= 1.01;
        }
        return gradients;
    }

    @Test
    void figuresAreThoseOfTheLanguageForTotalDataLossAndPenaltyApart() {
        var network = network("""
                precision f64
                let units = 3
                layer 2 -> units tanh
                layer units
                  -> 1 linear
                loss mse + l2 0.1
                """);
        var rows = SyntheticRows.of(network, 16);
        var parameters = Initializer.parameters(network);

        var report = GradientCheck.check(network, rows, parameters, OPTIONS, GradientReportTest::faulty);

        var right = gradients(network, parameters, rows);
        var bias = right[right.length - 1];
        assertThat(report.data().diff()).isCloseTo(0.5 / 1.5, within(1e-9));
        assertThat(report.data().worst().orElseThrow().place()).isEqualTo("layer2.bias[0]");
        assertThat(report.data().worst().orElseThrow().backward() / bias).isCloseTo(1.5, within(1e-12));
        assertThat(report.data().worst().orElseThrow().numeric()).isCloseTo(bias, within(1e-12));
        assertThat(report.data().worst().orElseThrow().origin().line()).as("the line of the spec").isEqualTo(4);
        assertThat(report.penalty().diff()).isCloseTo(0.01 / 1.01, within(1e-9));
        assertThat(report.penalty().worst().orElseThrow().place()).isEqualTo("layer1.weight[2][1]");
        assertThat(report.penalty().worst().orElseThrow().origin().line()).isEqualTo(3);
        var wrong = right.clone();
        wrong[right.length - 1] *= 1.5;
        assertThat(report.norm()).isCloseTo(Math.abs(0.5 * bias) / (size(right) + size(wrong)), within(1e-12));
        assertThat(report.blame()).singleElement().asString().startsWith("penalty \"l2\": at layer1.weight[2][1] backward is ");
        assertThat(report.tensors()).filteredOn(tensor -> tensor.data().diff() > 1e-9).extracting(GradientReport.OfTensor::name)
                .containsExactly("layer2.bias");
        assertThat(report.tensors()).filteredOn(tensor -> tensor.penalty().norm() > 1e-9).extracting(GradientReport.OfTensor::name)
                .containsExactly("layer1.weight");
    }

    /** Small gradients are held against 1e-5·max(1, abs loss). */
    @Test
    void aTinyGradientIsHeldAgainstTheFloor() {
        var network = network("precision f64; layer 1 -> 1 linear bias none init zeros; loss mse");
        var rows = new InMemoryRows(new double[][] {{1}}, new double[][] {{0}});

        var report = GradientCheck.check(network, rows, Initializer.parameters(network), OPTIONS, (n, p, r) -> {
            var gradients = new ReferenceNetwork(n).gradients(p, r);
            gradients.tensor("layer1.weight").values()[0] += 3e-13 * n.feedForward().loss().data().getFirst().factor();
            return gradients;
        });

        assertThat(report.diff()).isCloseTo(3e-8, within(1e-15));
        assertThat(report.norm()).as("all that there is, is wrong").isEqualTo(1);
    }

    @Test
    void eachOfSeveralPenaltiesIsHeldOnItsOwn() {
        var network = network("precision f64; layer 2 -> 1 linear; loss mse + l1 0.5 + l2 0.5");
        var rows = SyntheticRows.of(network, 4);

        var report = GradientCheck.check(network, rows, Initializer.parameters(network), OPTIONS, (n, p, r) -> {
            var gradients = new ReferenceNetwork(n).gradients(p, r);
            for (var penalty : n.feedForward().loss().penalties()) {
                gradients.tensor("layer1.weight").values()[0] += penalty.word().equals("l1") ? 0.25 : -0.25;
            }
            return gradients;
        });

        assertThat(report.diff()).as("both faults together hide").isLessThan(1e-9);
        assertThat(report.passed()).isFalse();
        assertThat(report.wrongPenalties()).extracting(GradientReport.OfPenalty::title).containsExactly("penalty \"l1\"", "penalty \"l2\"");
    }

    /** Forward by dual numbers against backward by the engine, in units in the last place of the gradients' size. */
    @ParameterizedTest
    @ValueSource(ints = {0, 50})
    void dualNumbersAgreeToAFewUlp(int first) {
        for (var seed = first; seed < first + 50; seed++) {
            var drawn = RandomNetworks.draw(seed);
            var network = drawn.network();
            var backward = EngineBackward.standard().gradients(network, drawn.parameters(), drawn.rows());
            var largest = backward.tensors().stream().flatMapToDouble(t -> DoubleStream.of(t.values())).map(Math::abs).max().orElseThrow();
            for (var tensor : backward.tensors()) {
                for (var i = 0; i < tensor.values().length && ReferenceNetwork.isTrained(network, tensor.name()); i++) {
                    var dual = new ReferenceNetwork(network).derivative(drawn.parameters(), drawn.rows(), tensor.name(),
                            i / tensor.columns(),
                            i % tensor.columns());
                    assertThat(Math.abs(tensor.values()[i] - dual) / Math.ulp(largest)).as("seed %s, %s, entry %s", seed, tensor.name(), i)
                            .isLessThan(ULPS);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sigmoid", "tanh", "relu", "softplus", "linear", "softmax"})
    void samplesThatAreDrawnAreThoseOfTheSeedAndAdmissible(String activation) {
        var network = network("seed 5; layer 3 -> 4 " + activation + "; loss mse");

        var rows = table(SyntheticRows.of(network, 16));
        var more = table(SyntheticRows.of(network, 40));

        assertThat(table(SyntheticRows.of(network, 16)).x()).isDeepEqualTo(rows.x());
        assertThat(more.x()[15]).isEqualTo(rows.x()[15]);
        assertThat(more.y()[15]).isEqualTo(rows.y()[15]);
        assertThat(table(SyntheticRows.of(network.withSeed(6), 16)).x()).isNotEqualTo(rows.x());
        assertThat(Arrays.stream(more.x()).flatMapToDouble(DoubleStream::of).map(x -> x * x).average().orElseThrow()).as("standard normal")
                .isBetween(0.6, 1.5);
        assertThat(List.of(more.y())).allSatisfy(y -> assertThat(DoubleStream.of(y).boxed()).allMatch(t -> admissible(activation, t)));
        if (network.feedForward().lastLayer().activation() instanceof Activation.Softmax) {
            assertThat(List.of(more.y())).allSatisfy(y -> assertThat(DoubleStream.of(y).sum()).isEqualTo(1));
        }
    }

    private static boolean admissible(String activation, double target) {
        return switch (activation) {
            case "sigmoid", "softmax" -> target == 0 || target == 1;
            case "tanh" -> Math.abs(target) < 1;
            case "relu", "softplus" -> target >= 0;
            case String _ -> true;
        };
    }

    private static InMemoryRows table(SampleRows rows) {
        var x = new double[rows.count()][rows.inputs()];
        var y = new double[rows.count()][rows.targets()];
        for (var row = 0; row < rows.count(); row++) {
            rows.input(row, x[row], 0);
            rows.target(row, y[row], 0);
        }
        return new InMemoryRows(x, y);
    }

    @Test
    void takesTheFirstSixteenSamplesOrAsManyAsAreAsked() {
        var network = network("precision f64; layer 2 -> 1 tanh; loss mse");
        var rows = SyntheticRows.of(network, 30);

        assertThat(GradientCheck.check(network, rows, Initializer.parameters(network), OPTIONS).dataLoss())
                .isCloseTo(new ReferenceNetwork(network).dataLoss(Initializer.parameters(network), SyntheticRows.of(network, 16)),
                        within(1e-15));
        assertThat(GradientCheck.check(network, rows, Initializer.parameters(network), OPTIONS.withSamples(25)).samples()).isEqualTo(25);
        assertThat(GradientCheck.check(network.withPrecision(Precision.F32), rows, Initializer.parameters(network), OPTIONS.withSamples(99))
                .samples()).isEqualTo(30);
    }
}
