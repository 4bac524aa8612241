package brickwork.report.trace;

import brickwork.model.Optimizer;
import brickwork.verify.trace.StepTrace;
import brickwork.verify.trace.TensorTrace;

/** The update of every weight and bias by the optimizer's formula. */
final class UpdateText {

    private final StepTrace trace;
    private final TracePage page;
    private final String rate;

    UpdateText(StepTrace trace, TracePage page) {
        this.trace = trace;
        this.page = page;
        this.rate = Digits.of(trace.rate());
    }

    void write() {
        var rule = trace.network().learning().descent().optimizer().rule();
        page.section("UPDATE: " + rule.word() + ", rate " + rate + ", " + formula(rule));
        for (var tensor : trace.tensors()) {
            if (tensor.trained()) {
                page.line(0, tensor.tensor().name());
                for (var i = 0; i < tensor.after().length; i++) {
                    entry(rule, tensor, i);
                }
            }
        }
    }

    /** The formula with letters; the step is the first, so whatever is remembered was 0. */
    private static String formula(Optimizer.Rule rule) {
        return switch (rule) {
            case Optimizer.Sgd(var momentum, _) when momentum == 0 -> "new w = w - rate*g";
            case Optimizer.Sgd(_, var nesterov) ->
                    "v = momentum*v + g from v = 0, new w = w - rate*" + (nesterov ? "(g + momentum*v)" : "v");
            case Optimizer.Adam adam -> "m = beta1*m + (1 - beta1)*g and v = beta2*v + (1 - beta2)*g^2 from 0,\n"
                    + "    m' = m/(1 - beta1^t), v' = v/(1 - beta2^t) with t = 1, new w = " + (adam.decoupled() ? "w - rate*decay*w" : "w")
                    + " - rate*m'/(sqrt(v') + epsilon)";
            case Optimizer.RmsProp _ -> "s = alpha*s + (1 - alpha)*g^2 from s = 0, new w = w - rate*g/(sqrt(s) + epsilon)";
            case Optimizer.AdaGrad _ -> "s = s + g^2 from s = 0, new w = w - rate*g/(sqrt(s) + epsilon)";
        };
    }

    private void entry(Optimizer.Rule rule, TensorTrace tensor, int i) {
        var symbol = Symbols.entry(tensor.tensor(), i);
        var w = Digits.of(tensor.tensor().values()[i]);
        var g = Digits.operand(tensor.clipped()[i]);
        var after = Digits.of(tensor.after()[i]);
        switch (rule) {
            case Optimizer.Sgd(var momentum, _) when momentum == 0 ->
                    page.line(2, "new " + symbol + " = " + w + " - " + rate + "*" + g + " = " + after);
            case Optimizer.Sgd(var momentum, var nesterov) -> {
                var v = number(tensor, "v", i);
                page.line(2, symbol + ": v = " + Digits.of(momentum) + "*0 + " + g + " = " + v);
                page.line(2, "new " + symbol + " = " + w + " - " + rate + "*" + (nesterov
                        ? "(" + g + " + " + Digits.of(momentum) + "*" + operand(tensor, "v", i) + ") = " + w + " - " + rate + "*"
                                + operand(tensor, "move", i)
                        : operand(tensor, "v", i)) + " = " + after);
            }
            case Optimizer.Adam adam -> adam(adam, tensor, i);
            case Optimizer.RmsProp(var alpha, var epsilon) -> {
                var a = Digits.of(alpha);
                page.line(2, symbol + ": s = " + a + "*0 + (1 - " + a + ")*" + g + "^2 = " + number(tensor, "s", i));
                page.line(2, "new " + symbol + " = " + w + " - " + rate + "*" + g + root(tensor, epsilon, i) + " = " + after);
            }
            case Optimizer.AdaGrad(var epsilon) -> {
                page.line(2, symbol + ": s = 0 + " + g + "^2 = " + number(tensor, "s", i));
                page.line(2, "new " + symbol + " = " + w + " - " + rate + "*" + g + root(tensor, epsilon, i) + " = " + after);
            }
        }
    }

    private void adam(Optimizer.Adam adam, TensorTrace tensor, int i) {
        var symbol = Symbols.entry(tensor.tensor(), i);
        var before = tensor.tensor().values()[i];
        var w = Digits.of(before);
        var g = Digits.operand(tensor.clipped()[i]);
        var beta1 = Digits.of(adam.beta1());
        var beta2 = Digits.of(adam.beta2());
        page.line(2, symbol + ": m = " + beta1 + "*0 + (1 - " + beta1 + ")*" + g + " = " + number(tensor, "m", i)
                + ", v = " + beta2 + "*0 + (1 - " + beta2 + ")*" + g + "^2 = " + number(tensor, "v", i));
        page.line(2, symbol + ": m' = " + number(tensor, "m", i) + "/(1 - " + beta1 + ") = " + number(tensor, "mean", i)
                + ", v' = " + number(tensor, "v", i) + "/(1 - " + beta2 + ") = " + number(tensor, "square", i));
        if (adam.decoupled()) {
            page.line(2, symbol + ": decayed = " + w + " - " + rate + "*" + Digits.of(adam.decay()) + "*" + Digits.operand(before) + " = "
                    + number(tensor, "kept", i));
        }
        page.line(2, "new " + symbol + " = " + (adam.decoupled() ? number(tensor, "kept", i) : w) + " - " + rate + "*"
                + operand(tensor, "mean", i) + "/(sqrt(" + number(tensor, "square", i) + ") + " + Digits.of(adam.epsilon()) + ") = "
                + Digits.of(tensor.after()[i]));
    }

    private static String root(TensorTrace tensor, double epsilon, int i) {
        return "/(sqrt(" + number(tensor, "s", i) + ") + " + Digits.of(epsilon) + ")";
    }

    private static String number(TensorTrace tensor, String name, int i) {
        return Digits.of(tensor.workings().get(name)[i]);
    }

    private static String operand(TensorTrace tensor, String name, int i) {
        return Digits.operand(tensor.workings().get(name)[i]);
    }
}
