package brickwork.verify.check;

import brickwork.data.Samples;
import brickwork.model.DatasetPart;
import brickwork.model.Relation;
import brickwork.train.metric.ConfusionMatrix;
import brickwork.verify.TrainingCheck;
import brickwork.verify.Evidence;
import brickwork.verify.Requirement;
import brickwork.verify.Stage;
import brickwork.verify.Trial;
import brickwork.verify.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which classes the trained network takes for which: where no part is said, on test where there is one, else on train. */
public sealed interface ClassDecisions extends TrainingCheck {

    @Override
    default String sentence() {
        return switch (this) {
            case Matrix matrix -> "confusion" + matrix.part().map(part -> " on " + part.word()).orElse("") + " = " + matrix.text();
            case TakenFor(var name, var other, var samples) ->
                    "at most " + NumberVerdicts.samples(samples) + " of class \"" + name + "\" are taken for class \"" + other + "\"";
        };
    }

    /**
     * All cells of the confusion matrix.
     *
     * @param part   absent: test where there is one, else train
     * @param counts a row a true class, a column a class that is found
     */
    record Matrix(Optional<DatasetPart> part, List<List<Integer>> counts) implements ClassDecisions {

        public Matrix {
            counts = counts.stream().map(List::copyOf).toList();
        }

        private String text() {
            return counts.stream().map(row -> row.stream().map(String::valueOf).collect(Collectors.joining(" ", "[", "]")))
                    .collect(Collectors.joining(" ", "[", "]"));
        }

        @Override
        public Verdict judge(Trial trial) {
            return judged(trial, part, List.of(), confusion -> {
                if (counts.size() != confusion.classes()) {
                    return new Verdict.Failed(Evidence.literal("there are " + confusion.classes() + " classes, not " + counts.size()));
                }
                var evidence = Evidence.of("confusion on {part} is {matrix}").with("matrix", confusion.toString())
                        .with("part", part.orElseGet(trial.dataset()::defaultPart).word());
                return confusion.toString().equals(text()) ? new Verdict.Passed(evidence)
                        : new Verdict.Failed(evidence.and(", not {stated}; {difference}").with("stated", text())
                                .with("difference", difference(trial.dataset().classNames(), confusion)));
            });
        }

        /** The first cell that differs, in words. */
        private String difference(List<String> names, ConfusionMatrix confusion) {
            return IntStream.range(0, counts.size() * counts.size())
                    .filter(cell -> confusion.count(cell / counts.size(), cell % counts.size()) != stated(cell)).mapToObj(cell -> {
                        var found = confusion.count(cell / counts.size(), cell % counts.size());
                        return NumberVerdicts.samples(found) + " of class " + names.get(cell / counts.size())
                                + (found == 1 ? " is" : " are") + " taken for " + names.get(cell % counts.size()) + ", not " + stated(cell);
                    }).findFirst().orElse("");
        }

        private int stated(int cell) {
            return counts.get(cell / counts.size()).get(cell % counts.size());
        }
    }

    /** At most {@code samples} samples of one class are taken for another: a cell of the confusion matrix. */
    record TakenFor(String name, String other, int samples) implements ClassDecisions {

        @Override
        public Verdict judge(Trial trial) {
            return judged(trial, Optional.empty(), List.of(name, other), confusion -> {
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

    private static Verdict judged(Trial trial, Optional<DatasetPart> part, List<String> classes, Function<ConfusionMatrix, Verdict> judge) {
        return trial.when(Stage.TRAINED, network -> {
            var of = part.orElseGet(trial.dataset()::defaultPart);
            var samples = trial.dataset().part(of);
            return samples.isEmpty() ? Verdict.inconclusive("the data has no " + of.word() + " part")
                    : classes.stream().map(name -> obstacle(trial, samples.get(), name)).flatMap(Optional::stream).findFirst()
                            .or(() -> samples.get().hasClasses() ? Optional.empty() : Optional.of(noClasses()))
                            .orElseGet(() -> judge.apply(ConfusionMatrix.of(samples.get(), network.outputs(samples.get()))));
        });
    }

    private static Verdict noClasses() {
        return Verdict.inconclusive("the targets are not classes");
    }

    /** What keeps a statement about a class from being decided. */
    static Optional<Verdict> obstacle(Trial trial, Samples samples, String name) {
        var names = trial.dataset().classNames();
        return !samples.hasClasses() ? Optional.of(noClasses())
                : names.contains(name) ? Optional.empty()
                : Optional.of(Verdict.inconclusive("there is no class \"" + name + "\" among " + names));
    }
}
