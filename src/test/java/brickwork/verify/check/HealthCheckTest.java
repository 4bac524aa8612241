package brickwork.verify.check;

import static org.assertj.core.api.Assertions.assertThat;

import brickwork.Brickwork;
import brickwork.verify.ExpectationResult;
import brickwork.verify.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Statements about health, by networks whose figures can be worked out by hand. */
class HealthCheckTest {

    /** Units 1 and 2 of layer 1 are dead, none of layer 2; the weights stay where they are. */
    private static final String DEAD = """
            data rows [ 1 1 -> 0 ; 2 1 -> 1 ]
            split test 50%% in order
            layer 2 -> 3 relu init [[1 1] [-1 -1] [0 -1]] -> 2 relu init constant 1 -> 1 linear init constant 1
            loss mse
            optimizer sgd rate 0
            train 2 epochs
            expect %s
            """;

    /** Inputs 0 and 10 into units of weight 1 and 0: a quarter of the pairs is saturated. */
    private static final String SATURATED = """
            data rows [ 0 -> 0 ; 10 -> 1 ]
            layer 1 -> 2 sigmoid init [[1] [0]] frozen -> 1 linear init constant 0
            loss mse
            train 2 epochs
            expect %s
            """;

    /** The gradient is 5·w, so that each update takes a twentieth of w. */
    private static final String SHRINKING = """
            precision f64
            data rows [ 1 -> 0 ; 2 -> 0 ]
            layer 1 -> 1 linear init [[2]] bias none
            loss mse
            optimizer sgd rate 0.01
            train 3 epochs batch full
            expect %s
            """;

    private static List<Verdict> verdicts(String text) {
        return Brickwork.standard().compile(text).verify().stream().map(ExpectationResult::verdict).toList();
    }

    private static Verdict verdict(String text, String statement) {
        return verdicts(text.replace("%s", statement).replace("%%", "%")).getFirst();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            textBlock = """
                    dead_units <= 2              | true  | dead_units on train is 2 in layer 1, the most of 2 layers (<= 2)
                    dead_units = 0               | false | dead_units on train is 2 in layer 1, the farthest off of 2 layers, not = 0; \
                    layer 1: 2 of 3 units are dead (1, 2, counted from 0)
                    dead_units of layer 2 = 0    | true  | dead_units on train is 0 in layer 2 (= 0)
                    dead_units >= 1              | false | dead_units on train is 0 in layer 2, the least of 2 layers, not >= 1; layer 2: \
                    0 of 2 units are dead
                    dead_units on test <= 2      | true  | dead_units on test is 2 in layer 1, the most of 2 layers (<= 2)
                    initial dead_units < 3       | true  | initial dead_units on train is 2 in layer 1, the most of 2 layers (< 3)
                    dead_units < 3 within 1 epoch | true | dead_units on train was 2 in layer 1, the most of 2 layers (< 3) after 1 epoch
                    dead_units < 1 within 2 epochs | false | dead_units on train was not < 1 at the end of any epoch up to 2; after 2 \
                    epochs dead_units on train is 2 in layer 1, the most of 2 layers
                    """)
    void speaksOfEveryLayerAndNamesTheWorst(String statement, boolean passed, String evidence) {
        var verdict = verdict(DEAD.replace("optimizer sgd rate 0\n", "optimizer sgd rate 1e-9\n"), statement);

        assertThat(verdict.text()).isEqualTo(evidence);
        assertThat(verdict.passed()).isEqualTo(passed);
    }

    @Test
    void aPartWithFewerSamplesThanALayerNeedsIsNotMeasured() {
        var text = "data moons samples 20; split test 5%%; layer 2 -> 3 relu norm -> 1 sigmoid; loss bce; "
                + "train 2 epochs batch full; expect %s";

        assertThat(verdict(text, "gradient_norm on test < 9")).isInstanceOf(Verdict.Inconclusive.class).extracting(Verdict::text)
                .isEqualTo("a layer takes its statistics over the batch, which needs 2 samples at least, and test has 1");
        assertThat(verdict(text, "gradient_norm < 9").passed()).isTrue();
        assertThat(verdict(text, "constant_inputs on test = 0").passed()).isTrue();
    }

    @Test
    void sharesAndConstantInputsAreMeasured() {
        assertThat(verdict(SATURATED, "saturated_units = 25%").text()).isEqualTo("saturated_units on train is 0.25 in layer 1 (= 0.25)");
        assertThat(verdict(SATURATED, "saturated_units < 10%").passed()).isFalse();
        assertThat(verdict(SATURATED, "saturated_units = 0.2 within 0.1").passed()).isTrue();
        assertThat(
                verdict(DEAD.replace("split test 50%% in order", "").replace("sgd rate 0", "sgd rate 1e-9"), "constant_inputs = 0").text())
                .isEqualTo("constant_inputs on train is 1, not = 0; the first is input 1, counted from 0, always 1");
    }

    @Test
    void gradientsAndUpdatesAreMeasured() {
        assertThat(verdict(SHRINKING, "initial gradient_norm = 10 within 1e-12").passed()).isTrue();
        assertThat(verdict(SHRINKING, "gradient_norm = 8.57375 within 1e-12").passed()).isTrue();
        assertThat(verdict(SHRINKING, "update_ratio = 5% within 1e-12").text()).startsWith("update_ratio is 0.0")
                .contains(" in layer 1 (= 0.05 ");
        assertThat(verdict(SHRINKING, "update_ratio > 6%").passed()).isFalse();
        assertThat(verdict(SHRINKING, "update_ratio > 4% within 1 epoch").text()).endsWith("in layer 1 (> 0.04) after 1 epoch");
        assertThat(verdict(SHRINKING, "gradient_norm < 9.1 within 3 epochs").text()).endsWith("(< 9.1) after 2 epochs");
    }

    @Test
    void whatSpeaksOfTheStartTrainsNothing() {
        var untrained = SHRINKING.replace("train 3 epochs batch full\n", "");

        assertThat(verdict(untrained, "initial gradient_norm < 11").passed()).isTrue();
        assertThat(verdict(untrained, "constant_inputs = 0").passed()).isTrue();
        assertThat(verdict(untrained, "constant_inputs = 0 for every seed in 1 .. 3").text()).startsWith("held for 3 of 3 seeds");
        assertThat(verdict(untrained, "update_ratio < 11")).isInstanceOf(Verdict.Inconclusive.class);
    }

    @Test
    void mayStandForManySeeds() {
        var text = "data moons samples 60 noise 0.1; layer 2 -> 6 relu bias constant %s -> 1 sigmoid; loss bce; train 2 epochs; "
                + "expect dead_units = 0 for every seed in 1 .. 6; expect initial dead_units = 0 for at least 50%% of 4 seeds; "
                + "expect initial gradient_ratio > 1e-6 for every seed in 1 .. 6; expect accuracy >= 0 for every seed in 1 .. 6";

        assertThat(verdicts(text.replace("%s", "4").replace("%%", "%"))).allMatch(Verdict::passed);
        var dead = verdicts(text.replace("%s", "-40").replace("%%", "%"));
        assertThat(dead.get(0).text())
                .startsWith("held for 0 of the first seed, which decides it: seeds 2 to 6 were not tried (6 of 6 needed; ")
                .contains("not for seed 1; seed 1: dead_units on train is 6 in layer 1");
        assertThat(dead.get(1).passed()).isFalse();
        assertThat(dead.get(2).passed()).isFalse();
        assertThat(dead.get(3).passed()).isTrue();
    }

    @Test
    void aTrainingThatDivergedFailsTheStatement() {
        var text = SHRINKING.replace("rate 0.01", "rate 1e200");

        assertThat(verdict(text, "gradient_norm < 1e9").text()).startsWith("training diverged in epoch");
        assertThat(verdict(text, "initial gradient_norm < 1e9").passed()).isTrue();
    }

    @Test
    void aRatioOfNothingCannotBeDecided() {
        var text = "data xor; layer 2 -> 3 relu init constant -1 -> 1 linear init zeros bias none; loss 0 * mse; train 1 epoch; expect %s";

        assertThat(verdict(text, "initial gradient_ratio < 1")).isInstanceOf(Verdict.Inconclusive.class);
    }
}
