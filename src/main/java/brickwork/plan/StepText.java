package brickwork.plan;

import brickwork.model.LossTerm;
import brickwork.model.Optimizer;
import brickwork.model.Penalty;
import brickwork.source.DecimalText;
import brickwork.source.Plural;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
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
        return terms.stream().map(t -> (t.factor() == 1 ? "" : DecimalText.of(t.factor()) + " * ") + t.kind().text())
                .collect(Collectors.joining(" + ", terms.size() == 1 ? "" : "(", terms.size() == 1 ? "" : ")"));
    }

    static String penalties(List<Penalty> penalties) {
        return penalties.stream().map(p -> p.text()).collect(Collectors.joining(" + "));
    }

    /** Numbers that are 0 and stand for nothing are left out. */
    static String rule(Optimizer.Rule rule) {
        return rule.word()
                + rule.arguments().without((parameter, value) -> value == 0 && parameter.standard().equals(OptionalDouble.of(0))).named();
    }

    static String count(long n, String what) {
        return count(n, what, what + "s");
    }

    static String count(long n, String one, String many) {
        return Plural.ofMany(n, one, many);
    }
}
