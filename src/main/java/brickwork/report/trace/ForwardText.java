package brickwork.report.trace;

import brickwork.model.Activation;
import brickwork.model.Layer;
import brickwork.model.Specification;
import brickwork.verify.trace.LayerTrace;
import brickwork.verify.trace.StepTrace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The forward pass, sample by sample, and stretch by stretch where layers normalise: every z as a written-out sum, every a. */
final class ForwardText {

    private final StepTrace trace;
    private final Specification network;
    private final TracePage page;

    ForwardText(StepTrace trace, TracePage page) {
        this.trace = trace;
        this.network = trace.network();
        this.page = page;
    }

    void write() {
        var layers = network.feedForward().layers();
        var dropout = layers.stream().anyMatch(layer -> layer.dropout() > 0);
        page.section("FORWARD: z = W*i + b, a = f(z), where i is what a layer takes: the inputs, then "
                + (dropout ? "a or, with dropout, a'" : "a") + " of the layer before"
                + (trace.norms().isEmpty() ? ""
                        : ";\n    a layer that normalises has h = W*i, and makes z of it with mean and variance of all samples"));
        for (var stretch : Stretch.of(layers)) {
            for (var sample : trace.samples()) {
                page.line(0, "sample " + sample.number() + (trace.drawn() ? "" : ", row " + sample.row() + " of the training part"));
                if (!stretch.resumes()) {
                    page.list(2, "inputs", numbered("i", sample.inputs()));
                    page.list(2, "targets", numbered("y", sample.targets()));
                }
                for (var l = stretch.from(); l <= stretch.to(); l++) {
                    write(sample.layers().get(l), stretch.hasProducts(l), stretch.hasOutputs(l));
                }
            }
            if (stretch.suspends()) {
                norm(layers.get(stretch.to())).orElseThrow().statistics();
            }
        }
    }

    private Optional<NormText> norm(Layer layer) {
        return trace.norm(layer).map(norm -> new NormText(trace, page, norm));
    }

    /** Of a layer that normalises either h, or x, z and a. */
    private void write(LayerTrace numbers, boolean products, boolean outputs) {
        var layer = numbers.layer();
        var norm = norm(layer);
        var f = layer.activation();
        page.line(2, layer.title() + (outputs
                ? ", " + f.word() + ": " + norm.map(n -> n.formula() + ", ").orElse("") + "a = " + ActivationText.formula(f)
                        + (layer.dropout() > 0 ? dropout(layer) : "")
                : ": h = W*i"));
        for (var unit = 0; unit < layer.units(); unit++) {
            var number = unit + 1;
            if (products) {
                page.equation(4, (norm.isPresent() ? "h" : "z") + number, List.of(letters(numbers, unit), products(numbers, unit),
                        List.of(Digits.of(numbers.normalized().map(LayerTrace.Normalized::products).orElse(numbers.sums())[unit]))));
            }
            if (outputs) {
                if (norm.isPresent()) {
                    norm.get().outputs(numbers, unit);
                }
                if (!(f instanceof Activation.Softmax)) {
                    page.equation(4, "a" + number, List.of(List.of(ActivationText.value(f, numbers.sums()[unit])),
                            List.of(Digits.of(numbers.outputs()[unit]))));
                    dropout(numbers, unit);
                }
            }
        }
        if (outputs && f instanceof Activation.Softmax) {
            softmax(numbers);
        }
    }

    private static String dropout(Layer layer) {
        var p = Digits.of(layer.dropout());
        return "; dropout " + p + ": a' = a*mask, the mask 0 or 1/(1 - " + p + ")";
    }

    private List<String> letters(LayerTrace numbers, int unit) {
        var layer = numbers.layer();
        var terms = new ArrayList<String>();
        for (var i = 0; i < layer.inputs(); i++) {
            terms.add(Symbols.weight(layer, unit, i) + "*i" + (i + 1));
        }
        if (layer.hasBias()) {
            terms.add("b" + (unit + 1));
        }
        return terms;
    }

    private List<String> products(LayerTrace numbers, int unit) {
        var layer = numbers.layer();
        var weights = trace.tensor(layer.weightName()).tensor();
        var terms = new ArrayList<String>();
        for (var i = 0; i < layer.inputs(); i++) {
            terms.add(Digits.operand(weights.at(unit, i)) + "*" + Digits.operand(numbers.inputs()[i]));
        }
        if (layer.hasBias()) {
            terms.add(Digits.operand(trace.tensor(layer.biasName()).tensor().at(unit, 0)));
        }
        return terms;
    }

    private void dropout(LayerTrace numbers, int unit) {
        if (numbers.layer().dropout() > 0) {
            var mask = numbers.masks()[unit];
            page.line(4, "a'" + (unit + 1) + " = " + Digits.operand(numbers.outputs()[unit]) + "*" + Digits.of(mask) + " = "
                    + Digits.of(numbers.passed()[unit]) + (mask == 0 ? ", dropped" : ""));
        }
    }

    private void softmax(LayerTrace numbers) {
        var powers = Arrays.stream(numbers.sums()).mapToObj(z -> "e^" + Digits.of(z)).toList();
        for (var unit = 0; unit < powers.size(); unit++) {
            var terms = new ArrayList<>(powers);
            terms.addFirst(powers.get(unit) + "/(" + terms.removeFirst());
            terms.addLast(terms.removeLast() + ")");
            page.equation(4, "a" + (unit + 1), List.of(terms, List.of(Digits.of(numbers.outputs()[unit]))));
        }
    }

    private static List<String> numbered(String symbol, double[] numbers) {
        return IntStream.range(0, numbers.length).mapToObj(i -> symbol + (i + 1) + " = " + Digits.of(numbers[i])).toList();
    }
}
