package brickwork.report.trace;

import brickwork.model.Optimizer;
import brickwork.verify.trace.StepTrace;
import brickwork.verify.trace.TensorTrace;
import java.util.function.UnaryOperator;

/** The update of everything that is trained by the optimizer's formula. */
record UpdateText(StepTrace trace, TracePage page) {

    void write() {
        var rule = trace.network().learning().descent().optimizer().rule();
        page.section("UPDATE: " + rule.word() + ", rate " + Digits.of(trace.rate()) + ", " + rule.formula().letters());
        for (var tensor : trace.tensors()) {
            if (tensor.trained()) {
                page.line(0, tensor.tensor().name());
                for (var i = 0; i < tensor.after().length; i++) {
                    entry(rule, tensor, i);
                }
            }
        }
    }

    private void entry(Optimizer.Rule rule, TensorTrace tensor, int i) {
        var symbol = Symbols.entry(tensor, i);
        UnaryOperator<String> number = letter -> Digits.of(value(rule, tensor, letter, i));
        UnaryOperator<String> operand = letter -> Digits.operand(value(rule, tensor, letter, i));
        rule.formula().lines().forEach(line -> page.line(2, symbol + ": " + line.text(number, operand)));
        page.line(2, "new " + symbol + " = " + rule.formula().move().text(number, operand) + " = " + Digits.of(tensor.after()[i]));
    }

    private double value(Optimizer.Rule rule, TensorTrace tensor, String letter, int i) {
        return switch (letter) {
            case "w" -> tensor.tensor().values()[i];
            case "g" -> tensor.clipped()[i];
            case "rate" -> trace.rate();
            default -> tensor.workings().containsKey(letter) ? tensor.workings().get(letter)[i] : rule.arguments().number(letter);
        };
    }
}
