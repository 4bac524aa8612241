package brickwork.junit;

import brickwork.verify.Judgement;
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
    public static void assertPassed(Judgement judgement) {
        if (!judgement.verdict().passed()) {
            throw failure(judgement);
        }
    }

    /**
     * Asserts that all statements hold, and tells of all that do not.
     *
     * @throws AssertionFailedError   where there are no judgements at all
     * @throws MultipleFailuresError with a failure for each that does not hold
     */
    public static void assertAllPassed(List<Judgement> judgements) {
        if (judgements.isEmpty()) {
            throw new AssertionFailedError("nothing was judged: the spec has no expect statement");
        }
        var failures = judgements.stream().filter(judgement -> !judgement.verdict().passed()).map(VerdictAssertions::failure).toList();
        if (!failures.isEmpty()) {
            throw new MultipleFailuresError(failures.size() + " of " + judgements.size() + " statements do not hold", failures);
        }
    }

    private static AssertionFailedError failure(Judgement judgement) {
        var place = judgement.file().isEmpty() ? "" : " (" + judgement.file() + (judgement.line() == 0 ? "" : ":" + judgement.line()) + ")";
        return new AssertionFailedError("expect " + judgement.expectation().text() + place + " " + judgement.verdict().word() + ": "
                + judgement.verdict().evidence());
    }
}
