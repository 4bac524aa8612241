package brickwork.report.trace;

import brickwork.verify.trace.BatchMean;
import brickwork.verify.trace.LayerTrace;
import brickwork.verify.trace.NormalizationTrace;
import brickwork.verify.trace.StepTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What a layer that normalises does with the whole batch and with each sample: statistics, x and z on the way up, dL/dh on the way down.
 */
record NormText(StepTrace trace, TracePage page, NormalizationTrace norm) {

    /** {@code x = (h - mean)/sqrt(variance + 1e-5), z = gamma*x + beta}. */
    String formula() {
        return "x = (h - mean)/sqrt(variance + " + epsilon() + "), z = gamma*x + beta";
    }

    /** {@code dL/dh = gamma/sqrt(variance + 1e-5)*(delta - mean(delta) - x*mean(delta*x))}. */
    String gradientFormula() {
        return "dL/dh = gamma/sqrt(variance + " + epsilon() + ")*(delta - mean(delta) - x*mean(delta*x))";
    }

    /** Mean and variance of each unit. */
    void statistics() {
        page.line(0, title() + "mean = (sum of h)/B, variance = (sum of (h - mean)^2)/B");
        for (var unit = 0; unit < norm.layer().units(); unit++) {
            var place = unit;
            var mean = Digits.operand(norm.mean().mean()[unit]);
            write("mean" + (unit + 1), norm.mean(), unit, layer -> product(layer, place));
            write("variance" + (unit + 1), norm.variance(), unit, layer -> "(" + product(layer, place) + " - " + mean + ")^2");
        }
    }

    /** Means of delta and of delta·x. */
    void gradientStatistics() {
        page.line(0, title() + "mean(delta) = (sum of delta)/B, mean(delta*x) = (sum of delta*x)/B");
        for (var unit = 0; unit < norm.layer().units(); unit++) {
            var place = unit;
            var number = unit + 1;
            write("mean(delta" + number + ")", norm.delta(), unit, layer -> delta(layer, place));
            write("mean(delta" + number + "*x" + number + ")", norm.deltaByNormal(), unit,
                    layer -> delta(layer, place) + "*" + normal(layer, place));
        }
    }

    private String epsilon() {
        return Digits.of(norm.norm().epsilon());
    }

    private String title() {
        return norm.layer().title() + " over the batch: ";
    }

    private void write(String symbol, BatchMean numbers, int unit, Function<LayerTrace, String> term) {
        var terms = new ArrayList<String>();
        trace.samples().forEach(sample -> terms.add(term.apply(sample.layers().get(norm.layer().number() - 1))));
        if (trace.batch() > trace.samples().size()) {
            terms.add(Digits.operand(numbers.unshown()[unit]) + " of " + TraceText.unshown(trace));
        }
        terms.addFirst("(" + terms.removeFirst());
        terms.addLast(terms.removeLast() + ")/" + trace.batch());
        page.equation(4, symbol, List.of(terms, List.of(Digits.of(numbers.mean()[unit]))));
    }

    /** x and z of a unit. */
    void outputs(LayerTrace layer, int unit) {
        var n = unit + 1;
        page.equation(4, "x" + n, List.of(List.of("(h" + n + " - mean" + n + ")/sqrt(variance" + n + " + " + epsilon() + ")"),
                List.of("(" + product(layer, unit) + " - " + Digits.operand(norm.mean().mean()[unit]) + ")/" + root(unit)),
                List.of(Digits.of(normalized(layer).values()[unit]))));
        page.equation(4, "z" + n, List.of(List.of("gamma" + n + "*x" + n, "beta" + n),
                List.of(parameter("norm.gamma", unit) + "*" + normal(layer, unit), parameter("norm.beta", unit)),
                List.of(Digits.of(layer.sums()[unit]))));
    }

    /** dL/dh of a unit. */
    void gradient(LayerTrace layer, int unit) {
        var n = unit + 1;
        page.equation(4, "dL/dh" + n, List.of(
                List.of("gamma" + n + "/sqrt(variance" + n + " + " + epsilon() + ")*(delta" + n + " - mean(delta" + n + ") - x" + n
                        + "*mean(delta" + n + "*x" + n + "))"),
                List.of(parameter("norm.gamma", unit) + "/" + root(unit) + "*(" + delta(layer, unit) + " - "
                        + Digits.operand(norm.delta().mean()[unit]) + " - " + normal(layer, unit) + "*"
                        + Digits.operand(norm.deltaByNormal().mean()[unit]) + ")"),
                List.of(Digits.of(layer.productGradients()[unit]))));
    }

    private String root(int unit) {
        return "sqrt(" + Digits.of(norm.variance().mean()[unit]) + " + " + epsilon() + ")";
    }

    private String parameter(String word, int unit) {
        return Digits.operand(trace.tensor(norm.layer().tensorName(word)).tensor().values()[unit]);
    }

    private static LayerTrace.Normalized normalized(LayerTrace layer) {
        return layer.normalized().orElseThrow();
    }

    private static String product(LayerTrace layer, int unit) {
        return Digits.operand(normalized(layer).products()[unit]);
    }

    private static String normal(LayerTrace layer, int unit) {
        return Digits.operand(normalized(layer).values()[unit]);
    }

    private static String delta(LayerTrace layer, int unit) {
        return Digits.operand(layer.deltas()[unit]);
    }
}
