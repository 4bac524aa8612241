package brickwork.verify.check;

import brickwork.model.Relation;
import brickwork.source.DecimalText;
import brickwork.train.metric.ConfusionMatrix;
import brickwork.verify.TrainingCheck;
import brickwork.verify.Evidence;
import brickwork.verify.Requirement;
import brickwork.verify.Stage;
import brickwork.verify.Trial;
import brickwork.verify.Verdict;
import java.util.List;
import java.util.function.Function;

/** Which classes the trained network takes for which: on test where there is one, else on train. */
public sealed interface ClassDecisions extends TrainingCheck {

    @Override
    default String sentence() {
        return switch (this) {
            case Recall(var name, var share) -> "the recall of class \"" + name + "\" is at least " + DecimalText.of(share);
            case TakenFor(var name, var other, var samples) ->
                    "at most " + NumberVerdicts.samples(samples) + " of class \"" + name + "\" are taken for class \"" + other + "\"";
        };
    }

    /** At least {@code share} of the samples of a class are recognised. */
    record Recall(String name, double share) implements ClassDecisions {

        @Override
        public Verdict judge(Trial trial) {
            return judged(trial, List.of(name), confusion -> {
                var of = trial.dataset().classNames().indexOf(name);
                var all = confusion.actual(of);
                var right = confusion.count(of, of);
                if (all == 0) {
                    return Verdict.inconclusive("there is no sample of class " + name);
                }
                var evidence = Evidence.of("{right} of {all} samples of class {class} are taken for {class}").with("right", right)
                        .with("all", all).with("class", name).measured(right / (double) all)
                        .required(Requirement.of(Relation.GREATER_OR_EQUAL, share));
                return right >= share * all ? new Verdict.Passed(evidence)
                        : new Verdict.Failed(evidence.and(", a recall below {share}").with("share", share));
            });
        }
    }

    /** At most {@code samples} samples of one class are taken for another: a cell of the confusion matrix. */
    record TakenFor(String name, String other, int samples) implements ClassDecisions {

        @Override
        public Verdict judge(Trial trial) {
            return judged(trial, List.of(name, other), confusion -> {
                var names = trial.dataset().classNames();
                var count = confusion.count(names.indexOf(name), names.indexOf(other));
                var evidence = Evidence.of("{count} " + (count == 1 ? "sample" : "samples") + " of class {class} are taken for {other}")
                        .with("count", count).with("class", name).with("other", other).measured(count)
                        .required(Requirement.of(Relation.LESS_OR_EQUAL, samples));
                return count <= samples ? new Verdict.Passed(evidence)
                        : new Verdict.Failed(evidence.and(", not at most {most}").with("most", samples));
            });
        }
    }

    private static Verdict judged(Trial trial, List<String> classes, Function<ConfusionMatrix, Verdict> judge) {
        return trial.when(Stage.TRAINED, network -> {
            var samples = trial.dataset().part(trial.dataset().defaultPart()).orElseThrow();
            if (!samples.hasClasses()) {
                return Verdict.inconclusive("the targets are not classes");
            }
            var names = trial.dataset().classNames();
            return classes.stream().filter(name -> !names.contains(name)).findFirst()
                    .<Verdict>map(absent -> Verdict.inconclusive("there is no class \"" + absent + "\" among " + names))
                    .orElseGet(() -> judge.apply(ConfusionMatrix.of(samples, network.outputs(samples))));
        });
    }
}
