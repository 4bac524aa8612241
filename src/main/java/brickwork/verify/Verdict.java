package brickwork.verify;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** What came of judging a statement. */
public sealed interface Verdict {

    /** What was found, as data and as a sentence. */
    Evidence evidence();

    /** The same verdict with other evidence. */
    Verdict withEvidence(UnaryOperator<Evidence> change);

    /** The statement holds of everything that was measured. */
    record Passed(Evidence evidence) implements Verdict {
        @Override
        public Passed withEvidence(UnaryOperator<Evidence> change) {
            return new Passed(change.apply(evidence));
        }
    }

    /** The statement is proved for every case it covers, not only for those measured; the evidence names the proof. */
    record Proved(Evidence evidence) implements Verdict {
        @Override
        public Proved withEvidence(UnaryOperator<Evidence> change) {
            return new Proved(change.apply(evidence));
        }
    }

    /** The statement does not hold; {@code counterexample} is an input that shows it, where the statement is about inputs. */
    record Failed(Evidence evidence, Optional<Counterexample> counterexample) implements Verdict {

        public Failed(Evidence evidence) {
            this(evidence, Optional.empty());
        }

        @Override
        public Failed withEvidence(UnaryOperator<Evidence> change) {
            return new Failed(change.apply(evidence), counterexample);
        }
    }

    /** It could not be decided; the evidence says why. Counts as a failure. */
    record Inconclusive(Evidence evidence) implements Verdict {
        @Override
        public Inconclusive withEvidence(UnaryOperator<Evidence> change) {
            return new Inconclusive(change.apply(evidence));
        }
    }

    /** Passed or failed, with the same evidence. */
    static Verdict of(boolean holds, Evidence evidence) {
        return holds ? new Passed(evidence) : new Failed(evidence);
    }

    static Passed passed(String words) {
        return new Passed(Evidence.of(words));
    }

    static Failed failed(String words) {
        return new Failed(Evidence.of(words));
    }

    static Inconclusive inconclusive(String words) {
        return new Inconclusive(Evidence.of(words));
    }

    /** Whether the statement holds. */
    default boolean passed() {
        return switch (this) {
            case Passed _, Proved _ -> true;
            case Failed _, Inconclusive _ -> false;
        };
    }

    /** {@code passed}, {@code failed} or {@code inconclusive}, as reports say it; what is proved is passed. */
    default String word() {
        return switch (this) {
            case Passed _, Proved _ -> "passed";
            case Failed _ -> "failed";
            case Inconclusive _ -> "inconclusive";
        };
    }

    /** The evidence in one sentence. */
    default String text() {
        return evidence().text();
    }
}
