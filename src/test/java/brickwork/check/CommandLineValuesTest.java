package brickwork.check;

import static org.assertj.core.api.Assertions.assertThat;

import brickwork.model.Specification;
import brickwork.source.DiagnosticRenderer;
import brickwork.source.Outcome;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class CommandLineValuesTest {

    private static final String TEXT = "let steps = 100\nlet twice = 2 * steps\nlayer 2 -> 1 linear\nloss mse\n"
            + "train twice epochs\nseed 5\n";

    private static Specification network(Outcome<Specification> outcome) {
        return ((Outcome.Success<Specification>) outcome).value();
    }

    @Test
    void aSetConstantHoldsInWhateverUsesIt() {
        var network = network(Specs.check(TEXT, Map.of("steps", 7.0), OptionalLong.empty()));
        assertThat(network.learning().training().orElseThrow().epochs()).isEqualTo(14);
    }

    @Test
    void aGivenSeedTakesThePlaceOfTheTexts() {
        assertThat(network(Specs.check(TEXT)).seed()).isEqualTo(5);
        assertThat(network(Specs.check(TEXT, Map.of(), OptionalLong.of(9))).seed()).isEqualTo(9);
    }

    @Test
    void anUnknownNameIsToldInTheCommandsOwnWords() {
        var outcome = Specs.check(TEXT, Map.of("stepps", 7.0), OptionalLong.empty());
        assertThat(DiagnosticRenderer.render(outcome.diagnostics())).isEqualTo("""
                error[NN038]: the text has no constant `stepps`
                  --> --set:1:1
                   |
                 1 | stepps=7
                   | ^^^^^^
                   help: did you mean `steps`?
                """);
    }

    @Test
    void aTextWithoutConstantsSaysHowToHaveOne() {
        var outcome = Specs.check("layer 2 -> 1 linear\nloss mse", Map.of("rate", 0.1), OptionalLong.empty());
        assertThat(outcome.diagnostics().getFirst().help())
                .contains("a constant that can be set stands in the text, such as `let rate = 1`");
    }

    @Test
    void aValueThatIsNoNumberIsRefusedOnce() {
        for (var value : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            var outcome = Specs.check(TEXT, Map.of("steps", value), OptionalLong.empty());
            assertThat(Specs.summary(outcome)).isEqualTo("NN039@1:7");
        }
    }

    @Test
    void aFractionalValueIsAFaultWhereACountIsNeeded() {
        assertThat(Specs.summary(Specs.check(TEXT, Map.of("steps", 0.25), OptionalLong.empty()))).isEqualTo("NN033@5:7");
    }

    @Test
    void aNegativeSeedIsRefused() {
        var outcome = Specs.check(TEXT, Map.of(), OptionalLong.of(-1));
        assertThat(Specs.summary(outcome)).isEqualTo("NN039@1:1");
        assertThat(outcome.diagnostics().getFirst().source().name()).isEqualTo("--seed");
    }

    @Test
    void theNamesOfAnUnreadableLetAreNotCalledUnknown() {
        assertThat(Specs.summary(Specs.check("let steps 100\nlayer 2 -> 1 linear\nloss mse", Map.of("steps", 7.0), OptionalLong.empty())))
                .isEqualTo("NN001@1:11");
    }
}
