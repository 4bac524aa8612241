package brickwork.verify.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import brickwork.Brickwork;
import brickwork.HostExamples;
import brickwork.NeuralSpec;
import brickwork.kernel.Elementary64;
import brickwork.model.CustomLoss;
import brickwork.source.Outcome;
import brickwork.verify.reference.ReferenceNetwork;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gradient check of functions of a host program: silent where they are right, and naming the one that is wrong. */
class HostGradientTest {

    private static GradientReport check(NeuralSpec spec) {
        return switch (spec.gradcheck()) {
            case Outcome.Success<GradientReport>(var report, _) -> report;
            case Outcome.Failure<GradientReport>(var faults) -> throw new AssertionError(faults);
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "layer 3 -> 5 swish -> 4 logistic -> 2 swish 0.3; loss squares",
            "layer 3 -> 5 tanh dropout 20% -> 4 swish 3 -> 2 linear; loss cosine_distance + group 0.01",
            "precision f64; layer 3 -> 5 clipped -> 4 clipped -> 2 linear; loss cosine_distance + mae + ridge 0.1 + l1 0.01",
            "layer 6 -> 20 swish -> 20 swish 2 frozen -> 3 softmax; loss cross_entropy + 0.5 * squares + group 1 + ridge 2",
            "layer 2 -> 1 logistic bias none; loss 3 * squares + 0.1 * huber"})
    void rightFunctionsPass(String text) {
        var report = check(HostExamples.language().compile(text));

        assertThat(report.passed()).as("%s", report).isTrue();
        assertThat(report.diff()).isLessThan(1e-8);
        assertThat(report.dual().orElseThrow().diff()).isLessThan(1e-8);
        assertThat(report.hostFaults()).isEmpty();
    }

    @Test
    void manyRightNetworksRaiseNoFalseAlarm() {
        for (var seed = 0; seed < 60; seed++) {
            var activations = new String[] {"swish", "swish 4", "logistic", "clipped", "tanh"};
            var text = String.format(Locale.ROOT, "seed %d; layer 3 -> 4 %s -> 3 %s -> 2 %s; loss %s + %s", seed, activations[seed % 5],
                    activations[seed / 5 % 5], activations[seed / 3 % 5], seed % 2 == 0 ? "squares" : "cosine_distance",
                    seed % 3 == 0 ? "group 0.1" : "ridge 0.01");

            var report = check(HostExamples.language().compile(text));

            assertThat(report.passed()).as("%s: %s", text, report).isTrue();
        }
    }

    @Test
    void aWrongDerivativeNamesLayerAndActivation() {
        var wrong = HostExamples.activation(Elementary64::sigmoid, z -> 1.000001 * Elementary64.sigmoid(z) * Elementary64.sigmoid(-z));
        var report = check(HostExamples.language().withActivation("almost", wrong)
                .compile("layer 3 -> 4 swish -> 4 almost -> 1 linear; loss squares + ridge 0.1"));

        assertThat(report.passed()).isFalse();
        assertThat(report.penalty().diff()).isLessThan(1e-9);
        assertThat(report.hostFaults()).singleElement().satisfies(fault -> {
            assertThat(fault.title()).isEqualTo("activation \"almost\" of layer 2");
            assertThat(fault.derivatives().stated() / fault.derivatives().numeric()).isBetween(1.0000009, 1.0000011);
            assertThat(fault.place()).matches("z = \\S+ \\(unit [0-3], sample \\d+\\)");
            assertThat(fault.text()).contains(
                    "is stated as " + fault.derivatives().stated() + ", but its values have the slope " + fault.derivatives().numeric());
        });
    }

    @Test
    void aWrongGradientOfALossNamesIt() {
        var wrong = new HostExamples.CosineDistance() {
            @Override
            public void gradient(double[] outputs, double[] targets, double[] into) {
                super.gradient(outputs, targets, into);
                into[1] = -into[1];
            }
        };
        var report = check(
                HostExamples.language().withLoss("turned", wrong).compile("layer 3 -> 4 swish -> 3 linear; loss squares + turned"));

        assertThat(report.passed()).isFalse();
        assertThat(report.hostFaults()).singleElement().satisfies(fault -> {
            assertThat(fault.title()).isEqualTo("loss \"turned\"");
            assertThat(fault.place()).startsWith("output 1 of sample ");
            assertThat(fault.derivatives().stated()).isCloseTo(-fault.derivatives().numeric(), within(1e-10));
            assertThat(fault.function().origin().line()).isEqualTo(1);
        });
    }

    @Test
    void theRidgeOfThePublishedXorNetworkIsBlamedOnThePenalty() {
        var language = HostExamples.language().withPenalty("published_ridge", HostExamples.PUBLISHED_RIDGE);
        var spec = language.compile("data quadrants samples 50; layer 2 -> 50 tanh bias none -> 2 softmax bias none; "
                + "loss 0.5 * sse + l2 1e-6 + published_ridge 1e-6; expect gradcheck < 1e-7");

        var report = check(spec);

        assertThat(report.passed()).isFalse();
        assertThat(report.data().diff()).isLessThan(1e-9);
        assertThat(report.wrongPenalties()).singleElement().satisfies(wrong -> {
            assertThat(wrong.title()).isEqualTo("penalty \"published_ridge\"");
            assertThat(wrong.figures().diff()).isGreaterThan(1e-3);
        });
        assertThat(report.hostFaults()).singleElement().satisfies(fault -> {
            assertThat(fault.title()).isEqualTo("penalty \"published_ridge\"");
            assertThat(fault.place()).matches("layer[12]\\.weight\\[\\d+]\\[\\d+]");
        });
        assertThat(spec.verify().getFirst().verdict().text()).contains("penalty \"published_ridge\"");
    }

    @Test
    void kinksOfTheHostAreComparedOneSided() {
        var rectified = HostExamples.activation(z -> Math.max(z, 0), z -> z > 0 ? 1 : 0, 0);
        var text = "layer 2 -> 3 rectified init zeros -> 1 linear; loss squares";
        var language = HostExamples.language().withActivation("rectified", rectified);

        var report = check(language.compile(text));

        assertThat(report.kinks()).hasSize(3 * report.samples()).allMatch(kink -> kink.layer() == 1);
        assertThat(report.passed()).as("at the kink itself either slope is right").isTrue();
        var beside = check(
                language.compile("data rows [1e-9 0 -> 1]; layer 2 -> 1 rectified init [[1 0]] -> 1 linear init [[1]]; loss squares"));
        assertThat(beside.kinks()).containsExactly(new Kink(Kink.Kind.ACTIVATION, 1, 0, 0, -1));
        assertThat(beside.passed()).isTrue();
    }

    @Test
    void dualNumbersKnowNothingOfTheDerivativeTheHostStates() {
        var none = HostExamples.activation(Elementary64::tanh, z -> Double.NaN);
        var spec = Brickwork.standard().withActivation("mute", none).compile("precision f64; layer 2 -> 2 mute; loss mse");
        var same = Brickwork.standard().compile("precision f64; layer 2 -> 2 tanh; loss mse");
        var rows = SyntheticRows.of(spec.network(), 4);
        var parameters = spec.initialParameters();

        var dual = new ReferenceNetwork(spec.network()).derivative(parameters, rows, "layer1.weight", 1, 0);

        assertThat(dual).isCloseTo(new ReferenceNetwork(same.network()).gradients(parameters, rows).tensor("layer1.weight").at(1, 0),
                within(1e-13));
        assertThat(check(spec).passed()).isFalse();
    }

    @Test
    void aLossWithoutAnyGradientIsFound() {
        CustomLoss lazy = new HostExamples.CosineDistance() {
            @Override
            public void gradient(double[] outputs, double[] targets, double[] into) {}
        };
        var report = check(Brickwork.standard().withLoss("lazy", lazy).compile("layer 3 -> 2 linear; loss lazy"));

        assertThat(report.passed()).isFalse();
        assertThat(report.hostFaults()).extracting(HostFault::title).containsExactly("loss \"lazy\"");
    }
}
