package brickwork.junit;

import brickwork.verify.ExpectationResult;
import brickwork.verify.Verdict;
import java.util.List;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.MultipleFailuresError;

/**
 * Assertions about what was judged; their messages are the evidence.
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
    public static void assertPassed(ExpectationResult judgement) {
        if (!judgement.verdict().passed()) {
            throw failure(judgement);
        }
    }

    /**
     * Asserts that a claim holds; an inconclusive verdict does not do.
     *
     * {@snippet lang = "java" :
     * assertPassed(EveryUpdate.equalsTheReference(spec.subject(), 2, new Tolerance.Absolute(1e-4)));
     * assertPassed(Permutation.ofHiddenUnits(spec.subject(), spec.initialParameters(), new Tolerance.Absolute(1e-5)));
     * }
     *
     * @throws AssertionFailedError with the verdict and the evidence
     */
    public static void assertPassed(Verdict verdict) {
        if (!verdict.passed()) {
            throw new AssertionFailedError(verdict.word() + ": " + verdict.evidence());
        }
    }

    /**
     * Asserts that all statements hold, and tells of all that do not.
     *
     * @throws AssertionFailedError   where there are no judgements at all
     * @throws MultipleFailuresError with a failure for each that does not hold
     */
    public static void assertAllPassed(List<ExpectationResult> judgements) {
        if (judgements.isEmpty()) {
            throw new AssertionFailedError("nothing was judged: the spec has no expect statement");
        }
        var failures = judgements.stream().filter(judgement -> !judgement.verdict().passed()).map(VerdictAssertions::failure).toList();
        if (!failures.isEmpty()) {
            throw new MultipleFailuresError(failures.size() + " of " + judgements.size() + " statements do not hold", failures);
        }
    }

    private static AssertionFailedError failure(ExpectationResult judgement) {
        var place = judgement.file().isEmpty() ? "" : " (" + judgement.file() + (judgement.line() == 0 ? "" : ":" + judgement.line()) + ")";
        return new AssertionFailedError("expect " + judgement.expectation().text() + place + " " + judgement.verdict().word() + ": "
                + judgement.verdict().evidence());
    }
}
