package brickwork.plan;

import brickwork.model.Clip;
import brickwork.model.LossTerm;
import brickwork.model.Optimizer;
import brickwork.model.Penalty;
import brickwork.source.DecimalText;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** One step in one line: what is made from what, by which formula, in which order its sums are taken. */
final class StepText {

    private StepText() {}

    static String line(Step step, ExecutionPlan plan) {
        var adds = step.multiplyAdds(plan.batch());
        return formula(step) + (adds == 0 ? "" : String.format(Locale.ROOT, "; %,d multiply-adds", adds));
    }

    private static String formula(Step step) {
        return switch (step) {
            case Step.Gather(var inputs, var targets) -> "gather: rows of the batch to " + inputs + " and " + targets;
            case Step.Affine(var layer, var input, var weights, var bias, var output) ->
                    "affine: " + output + " = " + weights + " * " + input + bias.map(b -> " + " + b).orElse("")
                            + "; chain over " + count(layer.inputs(), "input") + " from " + (bias.isPresent() ? "the bias" : "0");
            case Step.Activate activate -> "activate: " + change(activate.input(), activate.output()) + " = "
                    + activate.activation().word() + "(" + activate.input().name() + ")";
            case Step.Dropout(var layer, var input, var mask, var output) ->
                    "dropout: " + output + " = " + input.name() + " * " + mask.name() + ", zero with probability "
                            + DecimalText.of(layer.dropout());
            case Step.LossValue(var terms, var sums, var outputs, var targets) -> "loss: " + terms(terms) + " of "
                    + sources(sums, outputs) + " and " + targets.name() + "; lanes over samples in blocks of " + Step.BLOCK;
            case Step.PenaltyValue(var penalties, var weights) ->
                    "penalty: " + penalties(penalties) + " over " + count(weights.size(), "weight matrix", "weight matrices")
                            + "; lanes in blocks of " + Step.BLOCK;
            case Step.LossGradient gradient -> "loss gradient: " + gradient.delta() + (gradient.adds() ? " += " : " = ") + "d "
                    + terms(gradient.terms()) + "/d" + (gradient.bySums() ? gradient.sums() : gradient.outputs()).name();
            case Step.ActivationGradient(var layer, var input, var output, var delta) -> "activation gradient: " + delta.name() + " *= "
                    + layer.activation().word() + "'(" + sources(input, output) + ")";
            case Step.DropoutGradient(_, var mask, var delta) -> "dropout gradient: " + delta.name() + " *= " + mask.name();
            case Step.WeightGradient(_, var delta, var input, var weights, var order) ->
                    "weight gradient: d" + weights + " = " + delta.name() + " * " + input.name() + " transposed; " + order.word()
                            + " over samples";
            case Step.BiasGradient(_, var delta, var bias) -> "bias gradient: d" + bias + " = sums of " + delta.name()
                    + "; lanes over samples";
            case Step.InputGradient(var layer, var delta, var weights, var below) -> "input gradient: " + below + " = " + weights
                    + " transposed * " + delta.name() + "; chain over " + count(layer.units(), "unit") + " from 0";
            case Step.PenaltyGradient(var penalties, var weights) -> "penalty gradient: " + penalties(penalties) + " added to "
                    + count(weights.size(), "gradient");
            case Step.GradientNorm(var elements) -> "norm: over " + count(elements, "gradient") + "; lanes in blocks of " + Step.BLOCK;
            case Step.ClipGradients(var clip, _) -> switch (clip) {
                case Clip.Norm(var bound) ->
                        "clip: all gradients times " + DecimalText.of(bound) + "/norm where the norm is above " + DecimalText.of(bound);
                case Clip.Value(var bound) -> "clip: every gradient cut to [-" + DecimalText.of(bound) + ", " + DecimalText.of(bound) + "]";
            };
            case Step.Update(var optimizer, var elements) -> "update: " + rule(optimizer.rule()) + " on " + count(elements, "parameter");
        };
    }

    private static String change(Buffer from, Buffer to) {
        return from.equals(to) ? to.name() + ", in place," : to.toString();
    }

    private static String sources(Buffer sums, Buffer outputs) {
        return sums.equals(outputs) ? outputs.name() : sums.name() + ", " + outputs.name();
    }

    private static String terms(List<LossTerm> terms) {
        return terms.stream().map(t -> (t.factor() == 1 ? "" : DecimalText.of(t.factor()) + " * ") + t.kind().text())
                .collect(Collectors.joining(" + ", terms.size() == 1 ? "" : "(", terms.size() == 1 ? "" : ")"));
    }

    private static String penalties(List<Penalty> penalties) {
        return penalties.stream().map(p -> p.text()).collect(Collectors.joining(" + "));
    }

    /** Numbers that are 0 and stand for nothing are left out. */
    private static String rule(Optimizer.Rule rule) {
        return rule.word()
                + rule.arguments().without((parameter, value) -> value == 0 && parameter.standard().equals(OptionalDouble.of(0))).named();
    }

    private static String count(long n, String what) {
        return count(n, what, what + "s");
    }

    private static String count(long n, String one, String many) {
        return String.format(Locale.ROOT, "%,d %s", n, n == 1 ? one : many);
    }
}
