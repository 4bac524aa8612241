package brickwork;

import brickwork.source.Diagnostic;
import brickwork.source.DiagnosticRenderer;
import brickwork.source.Outcome;
import java.io.Serial;
import java.util.List;

/** Thrown by the hurried way to compile a spec: its message is the whole report, every fault with its place and its cure. */
public final class InvalidSpecException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<Diagnostic> diagnostics;

    InvalidSpecException(List<Diagnostic> diagnostics) {
        super("the spec is refused:\n" + DiagnosticRenderer.render(diagnostics));
        this.diagnostics = List.copyOf(diagnostics);
    }

    /** Every fault and warning, sorted by place; none where the exception was serialized, for they belong to their text. */
    public List<Diagnostic> diagnostics() {
        return diagnostics == null ? List.of() : diagnostics;
    }

    /** The spec, where it was not refused. */
    static NeuralSpec orThrow(Outcome<NeuralSpec> outcome) {
        return switch (outcome) {
            case Outcome.Success<NeuralSpec>(var spec, _) -> spec;
            case Outcome.Failure<NeuralSpec>(var faults) -> throw new InvalidSpecException(faults);
        };
    }
}
