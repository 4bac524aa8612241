package brickwork.report;

import brickwork.source.Code;
import brickwork.source.Diagnostic;
import brickwork.source.SourceText;
import brickwork.source.Span;
import brickwork.train.TrainingResult;
import java.util.List;
import java.util.Optional;

/** A training that diverged, told as a diagnostic at the line of the spec it comes from. */
public final class DivergenceDiagnostic {

    private DivergenceDiagnostic() {}

    public static Diagnostic diagnostic(TrainingResult.Diverged diverged) {
        var origin = diverged.fault().origin();
        return new Diagnostic(Code.NN401, diverged.message(), origin.source().orElse(new SourceText("(program)", "")),
                origin.span().orElse(new Span(0, 0)), List.of(), Optional.of(diverged.cure()));
    }
}
