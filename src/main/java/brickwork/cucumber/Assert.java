package brickwork.cucumber;

import brickwork.verify.Verdict;

/** Ends a scenario where a statement does not hold. */
final class Assert {

    private Assert() {}

    /** The verdict of a check; its text is the message. */
    static void holds(Verdict verdict) {
        if (!verdict.passed()) {
            throw new FailedCheck(verdict);
        }
    }
}
