package brickwork.report.trace;

import brickwork.model.Clip;
import brickwork.model.Penalty;
import brickwork.verify.trace.ClipTrace;
import brickwork.verify.trace.LayerTensor;
import brickwork.verify.trace.LayerTrace;
import brickwork.verify.trace.StepTrace;
import brickwork.verify.trace.TensorTrace;
import java.util.ArrayList;
import java.util.List;

/** The gradient of everything that is trained: its part of every sample, the penalties' parts, and what clipping does. */
record GradientText(StepTrace trace, TracePage page) {

    void write() {
        page.section("GRADIENTS: dL/dw = sum of delta*i over the samples, dL/db = sum of delta over the samples"
                + (trace.norms().isEmpty() ? ""
                        : ",\n    of a layer that normalises dL/dw = sum of dL/dh*i, dL/dgamma = sum of delta*x, dL/dbeta = sum of delta")
                + (trace.network().feedForward().loss().penalties().isEmpty() ? "" : "; each penalty adds its own"));
        for (var tensor : trace.tensors()) {
            page.line(0, tensor.tensor().name() + switch (tensor.place().spec().role()) {
                case TRAINED -> "";
                case FIXED -> " is not trained and stays as it is";
                case STATE -> " has no gradient and follows the batches";
            });
            for (var i = 0; i < tensor.gradient().length && tensor.trained(); i++) {
                entry(tensor, i);
            }
        }
        trace.clip().ifPresent(this::clip);
    }

    private void entry(TensorTrace tensor, int index) {
        var symbol = Symbols.entry(tensor, index);
        var penalties = trace.network().feedForward().loss().penalties();
        var penalised = tensor.place().spec().penalized() && !penalties.isEmpty();
        page.equation(2, (penalised ? "d(data loss)/d" : "dL/d") + symbol,
                List.of(List.of(letters(tensor.place(), index)), products(tensor, index), List.of(Digits.of(tensor.data()[index]))));
        if (!penalised) {
            return;
        }
        var parts = new ArrayList<>(List.of(Digits.operand(tensor.data()[index])));
        for (var p = 0; p < penalties.size(); p++) {
            var part = tensor.penalties().get(p)[index];
            page.line(2, "d(" + penalties.get(p).word() + ")/d" + symbol + " = " + penalty(penalties.get(p), tensor, symbol, index) + " = "
                    + Digits.of(part));
            parts.add(Digits.operand(part));
        }
        page.equation(2, "dL/d" + symbol, List.of(parts, List.of(Digits.of(tensor.gradient()[index]))));
    }

    /** With letters and with numbers; a function of the host program gives its number only. */
    private static String penalty(Penalty penalty, TensorTrace tensor, String symbol, int index) {
        var w = Digits.operand(tensor.tensor().values()[index]);
        var lambda = Digits.operand(penalty.lambda());
        return switch (penalty) {
            case Penalty.L1 _ -> lambda + "*sign(" + symbol + ") = " + lambda + "*sign(" + w + ")";
            case Penalty.L2 _ -> "2*" + lambda + "*" + symbol + " = 2*" + lambda + "*" + w;
            case Penalty.Host host -> lambda + "*d" + host.word() + "/d" + symbol;
        };
    }

    private String letters(LayerTensor tensor, int index) {
        var layer = tensor.layer();
        var product = switch (tensor.part()) {
            case WEIGHT -> Symbols.productGradient(layer, index / layer.inputs()) + "*i" + (index % layer.inputs() + 1);
            case BIAS, BETA -> "delta" + (index + 1);
            case GAMMA -> "delta" + (index + 1) + "*x" + (index + 1);
            case RUNNING_MEAN, RUNNING_VARIANCE -> throw new AssertionError(tensor.spec().name() + " has no gradient");
        };
        return trace.batch() == 1 ? product : "sum of " + product;
    }

    private List<String> products(TensorTrace tensor, int index) {
        var terms = new ArrayList<String>();
        for (var sample : trace.samples()) {
            terms.add(product(tensor.place(), sample.layers().get(tensor.place().layer().number() - 1), index));
        }
        if (trace.batch() > trace.samples().size()) {
            terms.add(Digits.operand(tensor.unshown()[index]) + " of " + TraceText.unshown(trace));
        }
        return terms;
    }

    private static String product(LayerTensor tensor, LayerTrace numbers, int index) {
        var inputs = numbers.inputs();
        return switch (tensor.part()) {
            case WEIGHT -> Digits.operand(numbers.productGradients()[index / inputs.length]) + "*"
                    + Digits.operand(inputs[index % inputs.length]);
            case BIAS, BETA -> Digits.operand(numbers.deltas()[index]);
            case GAMMA -> Digits.operand(numbers.deltas()[index]) + "*"
                    + Digits.operand(numbers.normalized().orElseThrow().values()[index]);
            case RUNNING_MEAN, RUNNING_VARIANCE -> throw new AssertionError(tensor.spec().name() + " has no gradient");
        };
    }

    private void clip(ClipTrace clip) {
        var bound = Digits.of(clip.clip().bound());
        switch (clip.clip()) {
            case Clip.Norm _ -> {
                var norm = Digits.of(clip.norm());
                page.section("CLIP: where norm = sqrt(sum of g^2 over all gradients) is above " + bound + ", each g becomes g*" + bound
                        + "/norm");
                page.line(0, "norm = " + norm + (clip.factor() == 1
                        ? ", not above " + bound + ": every gradient stays"
                        : ", above " + bound + ": each g becomes g*" + bound + "/" + norm + " = g*" + Digits.of(clip.factor())));
            }
            case Clip.Value _ -> page.section("CLIP: each g is cut to [-" + bound + ", " + bound + "]");
        }
        for (var tensor : trace.tensors()) {
            if (tensor.trained() && !(clip.clip() instanceof Clip.Norm && clip.factor() == 1)) {
                page.line(0, tensor.tensor().name());
                for (var i = 0; i < tensor.gradient().length; i++) {
                    clipped(clip, tensor, i);
                }
            }
        }
    }

    private void clipped(ClipTrace clip, TensorTrace tensor, int index) {
        var before = tensor.gradient()[index];
        var after = Digits.of(tensor.clipped()[index]);
        page.line(2, "g of " + Symbols.entry(tensor, index) + " = " + switch (clip.clip()) {
            case Clip.Norm _ -> Digits.operand(before) + "*" + Digits.of(clip.factor()) + " = " + after;
            case Clip.Value(var bound) -> Math.abs(before) > bound ? after + ", cut from " + Digits.of(before) : after;
        });
    }
}
