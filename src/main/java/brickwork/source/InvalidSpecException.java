package brickwork.source;

import java.io.Serial;
import java.util.List;

/**
 * A spec, or data, is refused. The message is the whole report, every fault with its place and its cure; {@link #diagnostics} has the same
 * as values, also after the exception was serialized.
 */
public final class InvalidSpecException extends BrickworkException {

    @Serial
    private static final long serialVersionUID = 2L;

    private final Diagnostic[] diagnostics;

    /** {@code diagnostics} are what is told, sorted by place. */
    public InvalidSpecException(List<Diagnostic> diagnostics) {
        super(DiagnosticRenderer.render(diagnostics), null);
        this.diagnostics = diagnostics.toArray(Diagnostic[]::new);
    }

    /** Every fault and warning, sorted by place. */
    public List<Diagnostic> diagnostics() {
        return List.of(diagnostics);
    }
}
