package brickwork.report;

import brickwork.source.Code;
import brickwork.source.Diagnostic;
import brickwork.train.TrainingResult;

/** A training that diverged, told as a diagnostic at the line of the spec it comes from. */
public final class DivergenceDiagnostic {

    private DivergenceDiagnostic() {}

    public static Diagnostic diagnostic(TrainingResult.Diverged diverged) {
        return Diagnostic.at(diverged.fault().origin(), Code.NN401, diverged.message(), diverged.cure());
    }
}
