package brickwork.verify.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import brickwork.Brickwork;
import brickwork.data.Dataset;
import brickwork.engine.EngineOptions;
import brickwork.engine.Initializer;
import brickwork.kernel.KernelChoice;
import brickwork.source.Outcome;
import brickwork.verify.reference.ReferenceNetwork;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Networks whose health can be worked out by hand. */
class HealthTest {

    private static Health untrained(String text) {
        return switch (Brickwork.standard().compile(text).health()) {
            case Outcome.Success<Health>(var health, _) -> health;
            case Outcome.Failure<Health>(var faults) -> throw new AssertionError(faults);
        };
    }

    private static Health trained(String text) {
        return Brickwork.standard().compile(text).train().health();
    }

    @Test
    void aReluUnitIsDeadWhereNoSumIsAboveZero() {
        var layer = untrained("""
                data rows [ 1 1 -> 0 ; 2 1 -> 1 ; 0 3 -> 1 ]
                layer 2 -> 4 relu init [[1 1] [-1 -1] [0 0] [1 -1]]
                layer 4 -> 1 linear; loss mse
                """).start().layer(1);

        assertThat(layer.dead()).contains(List.of(1, 2));
        assertThat(layer.saturated()).isEmpty();
        assertThat(layer.deadText()).isEqualTo("2 of 4 units are dead (1, 2, counted from 0)");
    }

    @ParameterizedTest
    @CsvSource({"relu, true", "elu, true", "selu, true", "gelu, true", "silu, true", "softplus, true", "leaky_relu, false",
            "leaky_relu 1e-6, false", "leaky_relu 0, true", "elu 0, true", "elu 1000, false"})
    void farBelowZeroAllButLeakyUnitsAreDead(String activation, boolean dies) {
        var health = untrained(
                "data rows [ 6 -> 0 ; 7 -> 1 ]; layer 1 -> 2 " + activation + " init [[-1.2] [0.5]]; layer 2 -> 1 linear; loss mse");

        assertThat(health.start().layer(1).dead()).contains(dies ? List.of(0) : List.of());
        assertThat(health.start().layer(2).dead()).isEmpty();
    }

    /** a·(1-a) is 0.0025 at |z| = 5.98628, 1 - a² is 0.01 at |z| = 2.99322. */
    @ParameterizedTest
    @CsvSource({"sigmoid, 5.986, 0", "sigmoid, 5.987, 1", "sigmoid, -5.987, 1", "tanh, 2.993, 0", "tanh, 2.994, 1", "tanh, -2.994, 1"})
    void aUnitIsSaturatedBelowAHundredthOfItsSteepestSlope(String activation, double z, double share) {
        var health = untrained("precision f64; data rows [ 1 -> 0 ; -1 -> 1 ]; layer 1 -> 1 " + activation + " init [[" + z
                + "]]; layer 1 -> 1 linear; loss mse");

        assertThat(health.start().layer(1).saturated()).hasValue(share);
    }

    @Test
    void saturationIsAShareOfPairsOfUnitAndSample() {
        var layer = untrained("data rows [ 0 -> 0 ; 10 -> 1 ]; layer 1 -> 2 sigmoid init [[1] [0]]; layer 2 -> 1 linear; loss mse").start()
                .layer(1);

        assertThat(layer.saturated()).hasValue(0.25);
        assertThat(layer.dead()).isEmpty();
    }

    @Test
    void softmaxSaturatesWithAllItsUnitsAtOnce() {
        var layer = untrained("data rows [ 10 -> 0 1 0 ; 1 -> 1 0 0 ]; layer 1 -> 3 softmax init [[1] [0] [-1]]; loss mse").start()
                .layer(1);

        assertThat(layer.saturated()).hasValue(0.5);
    }

    @Test
    void theLastLayerDoesNotSaturateWhereItsLossIsComputedFromItsSums() {
        assertThat(untrained("data xor; layer 2 -> 1 sigmoid; loss bce").start().layer(1).saturated()).isEmpty();
        assertThat(untrained("data xor; layer 2 -> 2 softmax; loss cross_entropy").start().layer(1).saturated()).isEmpty();
        assertThat(untrained("data xor; layer 2 -> 1 sigmoid; loss mse").start().layer(1).saturated()).isPresent();
    }

    /** Outputs 2 and 4 for targets 0: the gradients are 10 + 2·0.5·2 for the weight and 6 for the bias. */
    @Test
    void theGradientNormIsThatOfWeightsAndBiasWithPenalties() {
        var layer = untrained("data rows [ 1 -> 0 ; 2 -> 0 ]; layer 1 -> 1 linear init [[2]]; loss mse + l2 0.5").start().layer(1);

        assertThat(layer.gradientNorm().orElseThrow()).isCloseTo(Math.sqrt(12 * 12 + 6 * 6), within(1e-12));
        assertThat(layer.weightNorm()).isEqualTo(2);
    }

    @Test
    void frozenLayersHaveNoGradientNormAndNoShareInTheRatio() {
        var start = untrained("data xor; layer 2 -> 3 tanh frozen -> 3 tanh -> 1 linear; loss mse").start();

        assertThat(start.layer(1).gradientNorm()).isEmpty();
        assertThat(start.gradientRatio())
                .hasValue(start.layer(2).gradientNorm().orElseThrow() / start.layer(3).gradientNorm().orElseThrow());
        assertThat(untrained("data xor; layer 2 -> 3 tanh frozen -> 1 linear; loss mse").start().gradientRatio()).isEmpty();
    }

    @Test
    void manySamplesAreTakenInBlocksAndGiveWhatTheReferenceGives() {
        var text = "seed 4; precision f64; data moons samples 2500 noise 0.2; layer 2 -> 5 tanh -> 4 relu -> 1 sigmoid; loss bce + l2 0.01";
        var spec = Brickwork.standard().compile(text);
        var rows = ((Outcome.Success<Dataset>) spec.data()).value().train();
        var gradients = new ReferenceNetwork(spec.network()).gradients(spec.initialParameters(), rows);

        var layers = untrained(text).start().layers();

        for (var layer : layers) {
            var values = gradients.tensors().stream().filter(t -> t.name().startsWith("layer" + layer.layer() + "."))
                    .flatMapToDouble(t -> DoubleStream.of(t.values()));
            assertThat(layer.gradientNorm().orElseThrow()).isCloseTo(Math.sqrt(values.map(g -> g * g).sum()), within(1e-12));
        }
        assertThat(untrained(text).start()).isEqualTo(untrained(text).start());
    }

    @Test
    void bothKernelSetsAndAnyThreadsGiveTheSameFigures() {
        var spec = Brickwork.standard()
                .compile("seed 4; data moons samples 1500 noise 0.2; layer 2 -> 20 relu -> 4 tanh -> 1 sigmoid; loss bce");
        var dataset = ((Outcome.Success<Dataset>) spec.data()).value();
        var initial = Initializer.parameters(spec.network());
        var scalar = ((KernelChoice.Granted) KernelChoice.demand(KernelChoice.Set.SCALAR)).choice();

        assertThat(Health.before(spec.network(), dataset, initial, EngineOptions.standard().withKernels(scalar)))
                .isEqualTo(Health.before(spec.network(), dataset, initial, EngineOptions.standard().withThreads(3)));
    }

    @Test
    void gradientsVanishThroughManySigmoidsAndNotThroughRelu() {
        var deep = "seed 2; data moons samples 100; layer 2 -> 8 %1$s; repeat 9 { layer 8 -> 8 %1$s }; layer 8 -> 1 sigmoid; loss bce";
        var sigmoid = untrained(deep.replace("%1$s", "sigmoid"));
        var relu = untrained(deep.replace("%1$s", "relu"));

        assertThat(sigmoid.start().gradientRatio().orElseThrow()).isLessThan(1e-4);
        assertThat(sigmoid.findings()).extracting(Finding::kind).containsExactly(Finding.Kind.VANISHING);
        assertThat(sigmoid.findings().getFirst().message()).startsWith("gradients vanish: at the start the gradient of layer 1 is ");
        assertThat(relu.start().gradientRatio().orElseThrow()).isBetween(1e-2, 1e2);
        assertThat(relu.findings()).extracting(Finding::kind).doesNotContain(Finding.Kind.VANISHING, Finding.Kind.EXPLODING);
    }

    @Test
    void gradientsExplodeThroughLargeWeights() {
        var health = untrained("seed 2; data moons samples 50; layer 2 -> 8 linear; repeat 6 { layer 8 -> 8 linear init normal 4 }; "
                + "layer 8 -> 1 linear init normal 10; loss mse");

        assertThat(health.start().layer(1).gradientNorm().orElseThrow()).isGreaterThan(1e6);
    }

    @Test
    void theLastUpdateOfAnEpochIsMeasured() {
        var health = trained("precision f64; data rows [ 1 -> 0 ; 2 -> 0 ]; layer 1 -> 1 linear init [[2]] bias none; loss mse; "
                + "optimizer sgd rate 0.01; train 2 epochs batch full");

        // The gradient is 5·w, so that each update takes a twentieth of w.
        assertThat(health.lastUpdate()).singleElement().satisfies(update -> {
            assertThat(update.weights()).isCloseTo(1.9, within(1e-15));
            assertThat(update.ratio()).isCloseTo(0.05, within(1e-14));
        });
        assertThat(health.findings()).isEmpty();
    }

    @Test
    void theLastUpdateIsMeasuredWhereARuleStopsTrainingToo() {
        var health = trained(
                "data xor; layer 2 -> 3 tanh -> 1 sigmoid; loss bce; train 50 epochs batch 3; stop when loss < 10 for 4 epochs");

        assertThat(health.lastUpdate()).hasSize(2).allMatch(update -> update.ratio() > 0);
    }

    @Test
    void largeUpdatesAreFound() {
        var health = trained("data rows [ 1 -> 0 ; 2 -> 0 ]; layer 1 -> 1 linear init [[2]] bias none; loss mse; "
                + "optimizer sgd rate 0.1; train 2 epochs batch full");

        assertThat(health.findings()).singleElement()
                .satisfies(finding -> assertThat(finding.text())
                        .startsWith("the last update moved the weights of layer 1 by 50% of their norm; lower"));
    }

    @Test
    void whatTrainingChangedIsComparedBitByBit() {
        var health = trained("data xor; layer 2 -> 3 tanh frozen -> 1 sigmoid bias fixed zeros; loss bce; train 5 epochs");

        assertThat(health.changes()).extracting(TensorChange::tensor).containsExactly("layer1.weight", "layer1.bias", "layer2.weight",
                "layer2.bias");
        assertThat(health.changes()).extracting(TensorChange::keptAll).containsExactly(true, true, false, true);
        assertThat(health.changes()).extracting(TensorChange::trained).containsExactly(false, false, true, false);
        assertThat(health.findings()).isEmpty();
    }

    @Test
    void weightsThatNothingMovesAreFound() {
        var health = trained("data xor; layer 2 -> 3 relu init constant -1 -> 1 sigmoid; loss bce; train 5 epochs");

        assertThat(health.findings()).extracting(Finding::kind)
                .contains(Finding.Kind.NO_GRADIENT, Finding.Kind.DEAD_UNITS, Finding.Kind.UNCHANGED);
        assertThat(health.findings()).extracting(Finding::message)
                .contains("layer 1: all 3 units are dead (0, 1, 2, counted from 0) on train");
    }

    @Test
    void inputsWithOneValueAreFound() {
        var health = untrained("data rows [ 1 5 0 -> 0 ; 2 5 0 -> 1 ; 3 5 0 -> 0 ]; scale standard; layer 3 -> 1 sigmoid; loss bce");

        assertThat(health.constantInputs()).containsExactly(new ConstantInput(1, 5), new ConstantInput(2, 0));
        assertThat(health.findings()).singleElement().satisfies(finding -> assertThat(finding.message())
                .isEqualTo("2 inputs (1, 2, counted from 0) have one value in all 3 samples of train"));
    }

    @Test
    void ofASingleSampleNoInputIsConstant() {
        assertThat(untrained("data rows [ 1 5 -> 0 ]; layer 2 -> 1 sigmoid; loss bce").constantInputs()).isEmpty();
    }

    @Test
    void theFirstNumberThatIsNotFiniteIsNamed() {
        var health = untrained("data rows [ 1 -> 0 ; 1e20 -> 1 ]; layer 1 -> 2 linear init [[1] [1e30]]; layer 2 -> 1 linear; loss mse");

        assertThat(health.start().notFinite()).contains(new AbnormalNumber(1, "layer1.sum", 1, 1, Double.POSITIVE_INFINITY));
        assertThat(health.findings().getFirst().message()).isEqualTo("at the start layer1.sum (unit 1, sample 1) is infinite");
    }

    @Test
    void subnormalNumbersAreNamedAndFinite() {
        var health = untrained("data rows [ 1 -> 0 ; 2 -> 1 ]; layer 1 -> 1 linear init [[1e-40]]; loss mse");

        assertThat(health.start().notFinite()).isEmpty();
        assertThat(health.start().subnormal().orElseThrow().text()).startsWith("layer1.weight[0, 0] is 9.99")
                .endsWith("which is subnormal");
    }

    @Test
    void aTrainingThatDivergedIsTold() {
        var health = trained(
                "data rows [ 1 -> 0 ; 100 -> 0 ]; layer 1 -> 1 linear init [[2]]; loss mse; optimizer sgd rate 10; train 100 epochs");

        assertThat(health.diverged()).isPresent();
        assertThat(health.lastUpdate()).isEmpty();
        assertThat(health.findings().getFirst().kind()).isEqualTo(Finding.Kind.NOT_FINITE);
        assertThat(health.findings().getFirst().message()).startsWith("training diverged in epoch ");
    }

    @Test
    void renumberingUnitsRenumbersWhatIsFound() {
        var weights = new String[] {"[-1 -1]", "[1 1]", "[-2 0]", "[0 1]", "[-1 -3]"};
        var order = List.of(3, 0, 4, 1, 2);
        var dead = dead(String.join(" ", weights));

        var renumbered = dead(String.join(" ", order.stream().map(unit -> weights[unit]).toList()));

        assertThat(renumbered.stream().map(order::get).sorted().toList()).isEqualTo(dead).isEqualTo(List.of(0, 2, 4));
    }

    private static List<Integer> dead(String weights) {
        return untrained("data rows [ 1 1 -> 0 ; 2 1 -> 1 ]; layer 2 -> 5 relu init [" + weights + "]; layer 5 -> 1 linear; loss mse")
                .start().layer(1).dead().orElseThrow();
    }

    @Test
    void sharesLieBetweenZeroAndOne() {
        for (var seed = 0; seed < 20; seed++) {
            var health = untrained("seed " + seed
                    + "; data blobs samples 30 features 3; layer 3 -> 6 tanh init normal 2 -> 5 relu -> 4 sigmoid -> 1 sigmoid; loss mse");
            for (var layer : health.start().layers()) {
                assertThat(layer.saturated().orElse(0)).isBetween(0.0, 1.0);
                assertThat(layer.deadUnits()).isBetween(0, layer.units());
                assertThat(layer.gradientNorm().orElseThrow()).isFinite().isNotNegative();
            }
            assertThat(Arrays.asList(health.start().notFinite(), health.end())).containsOnly(Optional.empty());
        }
    }
}
