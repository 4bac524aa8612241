package brickwork.verify.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import brickwork.Brickwork;
import brickwork.train.HistoryRow;
import brickwork.verify.Replay;
import brickwork.verify.Trial;
import brickwork.verify.Verdict;
import brickwork.verify.Verifier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@code loss falls by Fx within N epochs}, of histories that are given and of a training. */
class LossFallsTest {

    private static final String XOR = """
            precision f64
            data xor
            layer 2 -> 3 tanh -> 1 sigmoid
            loss bce
            optimizer sgd rate 1
            """;

    private static Verdict verdict(double factor, int epochs, double... losses) {
        var history = IntStream.range(0, losses.length).mapToObj(e -> new HistoryRow(e, losses[e], losses[e], Double.NaN, 0.1)).toList();
        return new LossCourse.FallsWithin(factor, epochs).judge(history, null);
    }

    @Test
    void holdsWhereOneOfTheEpochsIsLowEnoughThoughLaterOnesRise() {
        var verdict = verdict(4, 3, 2, 1, 0.5, 8);

        assertThat(verdict).isInstanceOf(Verdict.Passed.class);
        assertThat(verdict.text()).isEqualTo("the loss went from 2 to 0.5 in 3 epochs, a factor of 4.00000 (>= 4)");
        assertThat(verdict.evidence().measured()).hasValue(4);
        assertThat(verdict.evidence().figures()).containsEntry("epochs", 3);
    }

    @Test
    void anEpochThatComesTooLateDoesNotCount() {
        var verdict = verdict(4, 2, 2, 1, 0.5);

        assertThat(verdict).isInstanceOf(Verdict.Failed.class);
        assertThat(verdict.text())
                .isEqualTo("the loss went from 2 to 1 in 2 epochs, a factor of 2.00000, not >= 4, at the lowest of 2 epochs");
    }

    @Test
    void theLowestOfTheEpochsIsTold() {
        assertThat(verdict(10, 50, 3, 1, 2).text())
                .isEqualTo("the loss went from 3 to 1 in 2 epochs, a factor of 3.00000, not >= 10, at the lowest of 3 epochs");
    }

    @Test
    void toZeroAndBelowIsByAnyFactor() {
        assertThat(verdict(1e9, 2, 1, 0)).isInstanceOf(Verdict.Passed.class);
        assertThat(verdict(1e9, 2, 1, -1).evidence().measured()).hasValue(Double.POSITIVE_INFINITY);
    }

    @Test
    void aFirstLossThatIsNotAboveZeroDecidesNothing() {
        assertThat(verdict(2, 2, 0, -1)).isInstanceOf(Verdict.Inconclusive.class);
        assertThat(verdict(2, 2, -1, -9).text()).isEqualTo("the loss of the first epoch is -1, and only one above 0 falls by a factor");
    }

    @Test
    void takesWhatCanBeSaidOnly() {
        assertThatIllegalArgumentException().isThrownBy(() -> new LossCourse.FallsWithin(1, 5)).withMessageContaining("got 1.0 and 5");
        assertThatIllegalArgumentException().isThrownBy(() -> new LossCourse.FallsWithin(Double.NaN, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> new LossCourse.FallsWithin(2, 1));
    }

    @Test
    void theStatementOfASpecIsThatOfTheCheck() {
        var spec = Brickwork.standard().compile(XOR + """
                train 300 epochs batch full
                expect loss falls by 10x within 300 epochs
                expect loss falls by 99x, within 9 epochs
                """);
        var options = Trial.Options.standard(Replay.of("xor.nn"));

        var results = Verifier.verify(Trial.of(spec.network(), spec.samples(), options), ExpectationChecks::of);

        assertThat(results).extracting(result -> result.expectation().text())
                .containsExactly("loss falls by 10x within 300 epochs", "loss falls by 99x within 9 epochs");
        assertThat(results.getFirst().verdict().text()).startsWith("the loss went from 0.").contains("a factor of 10.").endsWith("(>= 10)");
        assertThat(results.getLast().verdict().text()).contains(", not >= 99, at the lowest of 9 epochs")
                .endsWith("; replay: nn train xor.nn");
        assertThat(ExpectationChecks.of(spec.network().expectations().getFirst()).sentence())
                .isEqualTo("loss falls by 10x within 300 epochs");
    }
}
