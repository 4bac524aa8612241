package brickwork.cucumber;

import brickwork.verify.Verdict;
import java.io.Serial;

/** Ends a scenario where a statement does not hold or cannot be decided. */
final class FailedCheck extends AssertionError {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Verdict verdict;

    FailedCheck(Verdict verdict) {
        super((verdict instanceof Verdict.Inconclusive ? "inconclusive: " : "") + verdict.text());
        this.verdict = verdict;
    }

    Verdict verdict() {
        return verdict;
    }
}
