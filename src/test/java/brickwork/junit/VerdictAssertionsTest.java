package brickwork.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brickwork.check.Claims;
import brickwork.model.Expectation;
import brickwork.model.Relation;
import brickwork.source.Origin;
import brickwork.verify.ExpectationResult;
import brickwork.verify.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.MultipleFailuresError;

class VerdictAssertionsTest {

    private static final ExpectationResult PASSED = judgement(Verdict.passed("loss is 0.05"), "xor.nn", 9);
    private static final ExpectationResult FAILED = judgement(Verdict.failed("loss is 0.3; replay: nn train xor.nn"), "xor.nn", 9);
    private static final ExpectationResult INCONCLUSIVE = judgement(Verdict.inconclusive("there are no samples"), "", 0);

    private static ExpectationResult judgement(Verdict verdict, String file, int line) {
        return new ExpectationResult(new Expectation("loss < 0.1", new Claims.Gradcheck(false, Relation.LESS, 0.1), Origin.NONE), verdict,
                file, line);
    }

    @Test
    void letsPassWhatPassed() {
        assertThatNoException().isThrownBy(() -> VerdictAssertions.assertPassed(PASSED));
        assertThatNoException().isThrownBy(() -> VerdictAssertions.assertAllPassed(List.of(PASSED, PASSED)));
    }

    @Test
    void showsTheEvidence() {
        assertThatThrownBy(() -> VerdictAssertions.assertPassed(FAILED)).isInstanceOf(AssertionFailedError.class)
                .hasMessage("expect loss < 0.1 (xor.nn:9) failed: loss is 0.3; replay: nn train xor.nn");
        assertThatThrownBy(() -> VerdictAssertions.assertPassed(INCONCLUSIVE)).isInstanceOf(AssertionFailedError.class)
                .hasMessage("expect loss < 0.1 inconclusive: there are no samples");
    }

    @Test
    void judgesVerdictsOfClaims() {
        assertThatNoException().isThrownBy(() -> VerdictAssertions.assertPassed(PASSED.verdict()));
        assertThatThrownBy(() -> VerdictAssertions.assertPassed(INCONCLUSIVE.verdict())).isInstanceOf(AssertionFailedError.class)
                .hasMessage("inconclusive: there are no samples");
    }

    @Test
    void tellsOfAllThatDoNotHold() {
        assertThatThrownBy(() -> VerdictAssertions.assertAllPassed(List.of(FAILED, PASSED, INCONCLUSIVE)))
                .isInstanceOfSatisfying(MultipleFailuresError.class, error -> assertThat(error.getFailures()).hasSize(2))
                .hasMessageContainingAll("2 of 3 statements do not hold", "loss is 0.3; replay", "there are no samples");
    }

    @Test
    void doesNotTakeNothingForSuccess() {
        assertThatThrownBy(() -> VerdictAssertions.assertAllPassed(List.of())).isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("nothing was judged");
    }
}
