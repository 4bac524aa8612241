package brickwork.source;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a stage made of a text: a value, or every fault it found.
 *
 * @param <T> the value's type
 */
public sealed interface Outcome<T> {

    /** Errors and warnings, sorted by place. */
    List<Diagnostic> diagnostics();

    /** The stage succeeded; there may be warnings. */
    record Success<T>(T value, List<Diagnostic> diagnostics) implements Outcome<T> {
        public Success {
            diagnostics = List.copyOf(diagnostics);
        }
    }

    /** The stage failed; at least one diagnostic is an error. */
    record Failure<T>(List<Diagnostic> diagnostics) implements Outcome<T> {
        public Failure {
            diagnostics = List.copyOf(diagnostics);
            if (diagnostics.stream().noneMatch(d -> d.severity() == Severity.ERROR)) {
                throw new IllegalArgumentException("a failure needs at least one error");
            }
        }
    }

    /**
     * The value, for a caller that believes there is one.
     *
     * @throws InvalidSpecException where the stage failed, with every fault
     */
    default T orThrow() {
        return switch (this) {
            case Success<T>(var value, _) -> value;
            case Failure<T>(var faults) -> throw new InvalidSpecException(faults);
        };
    }

    /** The errors alone. */
    default Stream<Diagnostic> errors() {
        return diagnostics().stream().filter(d -> d.severity() == Severity.ERROR);
    }
}
