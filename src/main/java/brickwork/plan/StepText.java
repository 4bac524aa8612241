package brickwork.plan;

import brickwork.model.LossTerm;
import brickwork.model.Optimizer;
import brickwork.model.Penalty;
import brickwork.source.DecimalText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The parts that the lines of several steps are made of. */
final class StepText {

    private StepText() {}

    static String line(Step step, ExecutionPlan plan) {
        var adds = step.multiplyAdds(plan.batch());
        return step.text() + (adds == 0 ? "" : String.format(Locale.ROOT, "; %,d multiply-adds", adds));
    }

    static String change(Buffer from, Buffer to) {
        return from.equals(to) ? to.name() + ", in place," : to.toString();
    }

    static String sources(Buffer preActivations, Buffer outputs) {
        return preActivations.equals(outputs) ? outputs.name() : preActivations.name() + ", " + outputs.name();
    }

    static String terms(List<LossTerm> terms) {
        return terms.stream().map(t -> (t.factor() == 1 ? "" : DecimalText.of(t.factor()) + " * ") + t.kind().word() + detail(t.kind()))
                .collect(Collectors.joining(" + ", terms.size() == 1 ? "" : "(", terms.size() == 1 ? "" : ")"));
    }

    static String detail(LossTerm.Kind kind) {
        return kind instanceof LossTerm.Huber(var threshold) ? " " + DecimalText.of(threshold) : "";
    }

    static String penalties(List<Penalty> penalties) {
        return penalties.stream().map(p -> p.word() + " " + DecimalText.of(p.lambda())).collect(Collectors.joining(" + "));
    }

    static String rule(Optimizer.Rule rule) {
        var parts = new ArrayList<String>(List.of(rule.word()));
        switch (rule) {
            case Optimizer.Sgd(var momentum, var nesterov) -> {
                if (momentum != 0) {
                    parts.add("momentum " + DecimalText.of(momentum));
                }
                if (nesterov) {
                    parts.add("nesterov");
                }
            }
            case Optimizer.Adam adam -> {
                parts.add("beta1 " + DecimalText.of(adam.beta1()));
                parts.add("beta2 " + DecimalText.of(adam.beta2()));
                parts.add("epsilon " + DecimalText.of(adam.epsilon()));
                if (adam.decoupled()) {
                    parts.add("decay " + DecimalText.of(adam.decay()));
                }
            }
            case Optimizer.RmsProp(var alpha, var epsilon) -> {
                parts.add("alpha " + DecimalText.of(alpha));
                parts.add("epsilon " + DecimalText.of(epsilon));
            }
            case Optimizer.AdaGrad(var epsilon) -> parts.add("epsilon " + DecimalText.of(epsilon));
        }
        return String.join(" ", parts);
    }

    static String count(long n, String what) {
        return count(n, what, what + "s");
    }

    static String count(long n, String one, String many) {
        return String.format(Locale.ROOT, "%,d %s", n, n == 1 ? one : many);
    }
}
