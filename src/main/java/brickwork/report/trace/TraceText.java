package brickwork.report.trace;

import brickwork.model.Precision;
import brickwork.source.Plural;
import brickwork.verify.trace.Agreement;
import brickwork.verify.trace.StepTrace;

/** A traced step as a text for a reader with a pencil: every number with the sum or product it comes from, ten significant digits each. */
public final class TraceText {

    private TraceText() {}

    /** The whole text; its last line says whether the engine agrees. */
    public static String write(StepTrace trace) {
        var page = new TracePage();
        header(trace, page);
        new ForwardText(trace, page).write();
        new LossText(trace, page).write();
        new BackwardText(trace, page).write();
        new GradientText(trace, page).write();
        new UpdateText(trace, page).write();
        new RunningText(trace, page).write();
        page.section("AFTER: the same samples with the new weights");
        page.line(0, LossText.summary(trace.after()) + ", where it was " + Digits.of(trace.before().total()));
        page.blank();
        page.line(0, agreement(trace));
        return page.text();
    }

    private static void header(StepTrace trace, TracePage page) {
        var network = trace.network();
        var count = Plural.of(trace.batch(), "sample");
        page.line(0, "the first training step: " + (trace.drawn()
                ? count + " drawn from seed " + network.seed() + ", for the spec names no data"
                : count + " of the training part, seed " + network.seed()));
        if (trace.batch() > trace.samples().size()) {
            page.line(0, Plural.of(trace.samples().size(), "sample") + " of " + trace.batch()
                    + " written out; every sum is over all " + trace.batch() + " (--samples " + trace.batch() + " writes out all)");
        }
        page.line(0, "computed in f64" + (network.precision() == Precision.F32 ? ", where training computes in f32" : "")
                + ", shown to 10 significant digits; units, inputs and samples count from 1");
        if (network.feedForward().layers().stream().anyMatch(layer -> layer.dropout() > 0)) {
            page.line(0, "dropout is on: the masks are those of the first step of training");
        }
    }

    /** {@code samples 5 to 32}: those that are not written out. */
    static String unshown(StepTrace trace) {
        var first = trace.samples().size() + 1;
        return first == trace.batch() ? "sample " + first : "samples " + first + " to " + trace.batch();
    }

    private static String agreement(StepTrace trace) {
        return switch (trace.engine()) {
            case Agreement.Same(_, var digits) -> "the engine's step gives the same to " + digits + " digits";
            case Agreement.Different(var tensor, var row, var column, var traced, var engine, _) ->
                    "the engine's step differs: " + tensor + "[" + row + "][" + column + "] becomes " + engine + ", and here " + traced;
            case Agreement.Stopped(var fault) -> "the engine makes no step: " + fault.tensor() + " is " + fault.value();
        };
    }
}
