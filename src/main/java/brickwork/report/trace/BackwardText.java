package brickwork.report.trace;

import brickwork.model.Activation;
import brickwork.model.Layer;
import brickwork.verify.trace.LayerTrace;
import brickwork.verify.trace.SampleTrace;
import brickwork.verify.trace.StepTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The backward pass from the last layer to the first, sample by sample as the forward pass: dL/da, f'(z) and delta of every unit. */
final class BackwardText {

    private final StepTrace trace;
    private final TracePage page;
    private final List<TermText> ofOutputs;
    private final List<TermText> ofSums;

    BackwardText(StepTrace trace, TracePage page) {
        this.trace = trace;
        this.page = page;
        var terms = trace.network().feedForward().loss().data().stream().map(term -> new TermText(term, trace.network(), trace.batch()))
                .toList();
        this.ofOutputs = terms.stream().filter(term -> !term.isOfSums()).toList();
        this.ofSums = terms.stream().filter(TermText::isOfSums).toList();
    }

    void write() {
        page.section("BACKWARD: delta = dL/dz, from the last layer to the first"
                + (trace.norms().isEmpty() ? "" : "; where a layer normalises, dL/dh after it"));
        var layers = trace.network().feedForward().layers();
        for (var stretch : Stretch.of(layers).reversed()) {
            for (var sample : trace.samples()) {
                page.line(0, "sample " + sample.number());
                for (var l = stretch.to(); l >= stretch.from(); l--) {
                    if (stretch.hasOutputs(l)) {
                        deltas(sample, l);
                    } else {
                        productGradients(sample.layers().get(l));
                    }
                }
            }
            if (stretch.resumes()) {
                norm(layers.get(stretch.from())).gradientStatistics();
            }
        }
    }

    private NormText norm(Layer layer) {
        return new NormText(trace, page, trace.norm(layer).orElseThrow());
    }

    private void productGradients(LayerTrace numbers) {
        var norm = norm(numbers.layer());
        page.line(2, numbers.layer().title() + ": " + norm.gradientFormula());
        for (var unit = 0; unit < numbers.layer().units(); unit++) {
            norm.gradient(numbers, unit);
        }
    }

    private void deltas(SampleTrace sample, int l) {
        var last = l == sample.layers().size() - 1;
        page.line(2, title(sample.layers().get(l).layer(), last));
        if (last) {
            outputs(sample);
        } else {
            hidden(sample.layers().get(l), sample.layers().get(l + 1));
        }
    }

    private String title(Layer layer, boolean last) {
        var f = layer.activation();
        if (last && ofOutputs.isEmpty()) {
            return layer.title() + ", " + f.word() + ": the loss is a function of z, so delta needs no f'(z)";
        }
        return layer.title() + ", " + f.word() + ": " + (f instanceof Activation.Softmax
                ? "each a depends on every z, so delta = a*(dL/da - sum of a*dL/da over the units)"
                : "f'(z) = " + ActivationText.slopeFormula(f))
                + (last ? "" : onTheRight(trace.network().feedForward().layers().get(layer.number())));
    }

    private static String onTheRight(Layer above) {
        return "; w and " + Symbols.productGradient(above) + " on the right are those of " + above.title();
    }

    private void outputs(SampleTrace sample) {
        var numbers = sample.layers().getLast();
        for (var k = 0; k < sample.targets().length && !ofOutputs.isEmpty(); k++) {
            var output = k;
            page.equation(4, "dL/da" + (k + 1), List.of(
                    ofOutputs.stream().map(term -> term.gradient(sample, output)).toList(),
                    ofOutputs.stream().map(term -> term.gradientInNumbers(sample, output)).toList(),
                    List.of(Digits.of(numbers.outputGradients()[k]))));
        }
        for (var k = 0; k < sample.targets().length; k++) {
            var letters = new ArrayList<String>();
            var inNumbers = new ArrayList<String>();
            if (!ofOutputs.isEmpty()) {
                throughActivation(numbers, k, letters, inNumbers);
            }
            for (var term : ofSums) {
                letters.add(term.gradient(sample, k));
                inNumbers.add(term.gradientInNumbers(sample, k));
            }
            page.equation(4, "delta" + (k + 1), List.of(letters, inNumbers, List.of(Digits.of(numbers.deltas()[k]))));
        }
    }

    private void hidden(LayerTrace numbers, LayerTrace above) {
        var layer = numbers.layer();
        var weights = trace.tensor(above.layer().weightName()).tensor();
        for (var unit = 0; unit < layer.units(); unit++) {
            var input = unit;
            var units = IntStream.range(0, above.layer().units());
            var letters = units.mapToObj(k -> Symbols.weight(above.layer(), k, input) + "*" + Symbols.productGradient(above.layer(), k))
                    .toList();
            var products = IntStream.range(0, above.layer().units())
                    .mapToObj(k -> Digits.operand(weights.at(k, input)) + "*" + Digits.operand(above.productGradients()[k])).toList();
            page.equation(4, "dL/d" + Symbols.output(layer) + (unit + 1),
                    List.of(letters, products, List.of(Digits.of(numbers.passedGradients()[unit]))));
            if (layer.dropout() > 0) {
                page.line(4, "dL/da" + (unit + 1) + " = " + Digits.operand(numbers.passedGradients()[unit]) + "*"
                        + Digits.of(numbers.masks()[unit]) + " = " + Digits.of(numbers.outputGradients()[unit]));
            }
            var right = new ArrayList<String>();
            var inNumbers = new ArrayList<String>();
            throughActivation(numbers, unit, right, inNumbers);
            page.equation(4, "delta" + (unit + 1), List.of(right, inNumbers, List.of(Digits.of(numbers.deltas()[unit]))));
        }
    }

    /** delta = dL/da*f'(z), f'(z) written before it. */
    private void throughActivation(LayerTrace numbers, int unit, List<String> letters, List<String> inNumbers) {
        var n = unit + 1;
        var da = Digits.operand(numbers.outputGradients()[unit]);
        if (numbers.layer().activation() instanceof Activation.Softmax) {
            var pull = IntStream.range(0, numbers.outputs().length)
                    .mapToObj(j -> Digits.of(numbers.outputs()[j]) + "*" + Digits.operand(numbers.outputGradients()[j])).toList();
            letters.add("a" + n + "*(dL/da" + n + " - sum of a*dL/da)");
            inNumbers.add(Digits.of(numbers.outputs()[unit]) + "*(" + da + " - (" + pull.getFirst());
            inNumbers.addAll(pull.subList(1, pull.size()));
            inNumbers.addLast(inNumbers.removeLast() + "))");
            return;
        }
        var slope = Digits.of(numbers.slopes()[unit]);
        var expression = ActivationText.slope(numbers.layer().activation(), numbers.sums()[unit], numbers.outputs()[unit]);
        page.line(4, "f'(z" + n + ") = " + expression + (expression.equals(slope) ? "" : " = " + slope));
        letters.add("dL/da" + n + "*f'(z" + n + ")");
        inNumbers.add(da + "*" + Digits.operand(numbers.slopes()[unit]));
    }
}
