package brickwork.report.trace;

import brickwork.model.Penalty;
import brickwork.source.Plural;
import brickwork.verify.trace.LossTrace;
import brickwork.verify.trace.StepTrace;
import brickwork.verify.trace.TensorTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** The loss, term by term and output by output, and the penalties over all weights. */
record LossText(StepTrace trace, TracePage page) {

    void write() {
        page.section("LOSS: B = " + Plural.of(trace.batch(), "sample") + ", K = " + Plural.of(trace.network().outputs(), "output"));
        for (var t = 0; t < trace.network().feedForward().loss().data().size(); t++) {
            dataTerm(t);
        }
        for (var p = 0; p < trace.network().feedForward().loss().penalties().size(); p++) {
            penalty(p);
        }
        page.line(0, summary(trace.before()));
    }

    /** {@code data loss 0.3 + penalty 0.01 = loss 0.31}. */
    static String summary(LossTrace loss) {
        return "data loss " + Digits.of(loss.data()) + " + penalty " + Digits.operand(loss.penalty()) + " = loss "
                + Digits.of(loss.total());
    }

    private void dataTerm(int t) {
        var text = new TermText(trace.network().feedForward().loss().data().get(t), trace.network(), trace.batch());
        page.line(0, text.name() + (text.isOfSums() ? ", which is computed from z so that no digit is lost" : ""));
        for (var sample : trace.samples()) {
            for (var k = 0; k < sample.shares().get(t).length; k++) {
                page.equation(2, "sample " + sample.number() + (text.isOfSamples() ? "" : ", output " + (k + 1)),
                        List.of(List.of(text.share(sample, k)),
                                List.of(text.shareInNumbers(sample, k)), List.of(Digits.of(sample.shares().get(t)[k]))));
            }
        }
        if (trace.batch() > trace.samples().size()) {
            page.line(2, TraceText.unshown(trace) + " = " + Digits.of(trace.unshown().get(t)));
        }
        page.line(2, "together = " + Digits.of(trace.before().terms().get(t)));
    }

    private void penalty(int p) {
        var penalty = trace.network().feedForward().loss().penalties().get(p);
        var lambda = Digits.operand(penalty.lambda()) + "*(";
        var terms = new ArrayList<String>();
        trace.tensors().stream().filter(t -> t.place().spec().penalized()).map(TensorTrace::tensor).forEach(tensor -> {
            switch (penalty) {
                case Penalty.L1 _ -> DoubleStream.of(tensor.values()).forEach(w -> terms.add("|" + Digits.of(w) + "|"));
                case Penalty.L2 _ -> DoubleStream.of(tensor.values()).forEach(w -> terms.add(Digits.operand(w) + "^2"));
                case Penalty.Host host -> terms.add(Digits.operand(host.value(tensor.values().clone(), tensor.rows(), tensor.columns())));
            }
        });
        terms.addFirst(lambda + terms.removeFirst());
        terms.addLast(terms.removeLast() + ")");
        page.equation(0, penalty.word() + " " + Digits.of(penalty.lambda())
                + (penalty instanceof Penalty.Host ? ", matrix by matrix" : ", over all weights"),
                List.of(terms, List.of(Digits.of(trace.before().penalties().get(p)))));
    }
}
