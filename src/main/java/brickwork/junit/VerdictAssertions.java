package brickwork.junit;

import brickwork.verify.Check;
import brickwork.verify.ExpectationResult;
import brickwork.verify.Trial;
import brickwork.verify.Verdict;
import brickwork.verify.Verifier;
import java.util.List;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.MultipleFailuresError;

/**
 * Assertions about verdicts; their messages are the evidence.
 *
 * {@snippet lang = "java" :
 * assertAllPassed(Brickwork.standard().compile("""
 *         data xor
 *         layer 2 -> 3 tanh -> 1 sigmoid
 *         loss bce
 *         expect gradcheck < 1e-7
 *         """).verify());
 * }
 */
public final class VerdictAssertions {

    private VerdictAssertions() {}

    /**
     * Asserts that the statement holds; an inconclusive verdict does not do.
     *
     * @throws AssertionFailedError with the statement, its place, the verdict and the evidence
     */
    public static void assertPassed(ExpectationResult result) {
        if (!result.verdict().passed()) {
            throw failure(result);
        }
    }

    /**
     * Asserts that a check of a trial holds; an inconclusive verdict does not do.
     *
     * {@snippet lang = "java" :
     * assertHolds(new EveryUpdate(2, new Tolerance.Absolute(1e-4)), trial);
     * assertHolds(new Permutation(Permutation.Of.HIDDEN_UNITS, Stage.INITIAL, new Tolerance.Absolute(1e-5)), trial);
     * }
     *
     * @throws AssertionFailedError with the check's sentence, the verdict and the evidence
     */
    public static void assertHolds(Check check, Trial trial) {
        var verdict = Verifier.judge(trial, check);
        if (!verdict.passed()) {
            throw new AssertionFailedError(check.sentence() + " " + verdict.word() + ": " + verdict.text());
        }
    }

    /**
     * Asserts that a verdict is that the statement holds; an inconclusive one does not do.
     *
     * @throws AssertionFailedError with the verdict and the evidence
     */
    public static void assertPassed(Verdict verdict) {
        if (!verdict.passed()) {
            throw new AssertionFailedError(verdict.word() + ": " + verdict.text());
        }
    }

    /**
     * Asserts that all expectations hold, and names every one that does not.
     *
     * @throws AssertionFailedError   where there are no results at all
     * @throws MultipleFailuresError with a failure for each that does not hold
     */
    public static void assertAllPassed(List<ExpectationResult> results) {
        if (results.isEmpty()) {
            throw new AssertionFailedError("nothing was judged: the spec has no expect statement");
        }
        var failures = results.stream().filter(result -> !result.verdict().passed()).map(VerdictAssertions::failure).toList();
        if (!failures.isEmpty()) {
            throw new MultipleFailuresError(failures.size() + " of " + results.size() + " statements do not hold", failures);
        }
    }

    private static AssertionFailedError failure(ExpectationResult result) {
        var place = result.file().isEmpty() ? "" : " (" + result.file() + (result.line() == 0 ? "" : ":" + result.line()) + ")";
        return new AssertionFailedError("expect " + result.expectation().text() + place + " " + result.verdict().word() + ": "
                + result.verdict().text());
    }
}
