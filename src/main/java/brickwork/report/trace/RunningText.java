package brickwork.report.trace;

import brickwork.verify.trace.LayerTensor;
import brickwork.verify.trace.NormalizationTrace;
import brickwork.verify.trace.StepTrace;
import brickwork.verify.trace.TensorTrace;

/** The mean and variance that prediction takes, moved by what the batch has. */
record RunningText(StepTrace trace, TracePage page) {

    /** Nothing where no layer normalises. */
    void write() {
        if (trace.norms().isEmpty()) {
            return;
        }
        page.section("RUNNING VALUES, which prediction takes: new = (1 - momentum)*old + momentum*seen; the variance seen is the batch's"
                + " times B/(B - 1)");
        for (var tensor : trace.tensors()) {
            if (tensor.workings().containsKey("seen")) {
                page.line(0, tensor.tensor().name());
                for (var unit = 0; unit < tensor.after().length; unit++) {
                    entry(tensor, trace.norm(tensor.place().layer()).orElseThrow(), unit);
                }
            }
        }
    }

    private void entry(TensorTrace tensor, NormalizationTrace norm, int unit) {
        var seen = Digits.operand(tensor.workings().get("seen")[unit]);
        if (tensor.place().part() == LayerTensor.Part.RUNNING_VARIANCE) {
            page.line(2, "seen" + (unit + 1) + " = " + Digits.of(norm.variance().mean()[unit]) + "*" + trace.batch() + "/(" + trace.batch()
                    + " - 1) = " + seen);
        }
        var momentum = Digits.of(norm.norm().momentum());
        page.line(2, "new " + Symbols.entry(tensor, unit) + " = (1 - " + momentum + ")*" + Digits.operand(tensor.tensor().values()[unit])
                + " + " + momentum + "*" + seen + " = " + Digits.of(tensor.after()[unit]));
    }
}
