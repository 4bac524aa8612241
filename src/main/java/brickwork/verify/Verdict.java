package brickwork.verify;

/** What came of judging a statement. */
public sealed interface Verdict {

    /** {@code passed}, {@code failed} or {@code inconclusive}. */
    String word();

    /** A plain sentence: what was measured, what was stated, where; for a failure also the command that shows it again. */
    String evidence();

    /** The statement holds. */
    record Passed(String evidence) implements Verdict {
        @Override
        public String word() {
            return "passed";
        }
    }

    /** The statement does not hold. */
    record Failed(String evidence) implements Verdict {
        @Override
        public String word() {
            return "failed";
        }
    }

    /** It could not be decided; {@code evidence} says why. Counts as a failure. */
    record Inconclusive(String evidence) implements Verdict {
        @Override
        public String word() {
            return "inconclusive";
        }
    }

    default boolean passed() {
        return this instanceof Passed;
    }
}
