package brickwork.verify.check;

import brickwork.data.Dataset;
import brickwork.data.InMemoryRows;
import brickwork.data.RowSubset;
import brickwork.data.Samples;
import brickwork.model.DatasetPart;
import brickwork.model.Metric;
import brickwork.random.RandomStream;
import brickwork.source.DecimalText;
import brickwork.train.Observer;
import brickwork.train.TrainingResult;
import brickwork.verify.Check;
import brickwork.verify.Evidence;
import brickwork.verify.NetworkState;
import brickwork.verify.Trial;
import brickwork.verify.Verdict;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Baselines: a network must beat a majority vote and a network without inputs, and must not learn from shuffled labels. */
public sealed interface Baseline extends Check {

    @Override
    default String sentence() {
        return switch (this) {
            case MajorityIsBeaten(var margin) -> "training beats the majority class by " + DecimalText.of(margin);
            case InputsCount(var margin) -> "training beats the same network without inputs by " + DecimalText.of(margin);
            case ShuffledLabelsDoNotGeneralise _ -> "shuffled labels do not generalise";
        };
    }

    /** Accuracy exceeds the share of the class most frequent in training by {@code margin}, on test where there is one, else on train. */
    record MajorityIsBeaten(double margin) implements Baseline {

        @Override
        public Verdict judge(Trial trial) {
            return trial.whenTrained(finished -> {
                var dataset = trial.dataset();
                if (!dataset.train().hasClasses()) {
                    return Verdict.inconclusive("the targets are not classes");
                }
                var found = value(finished, dataset.defaultPart(), Metric.ACCURACY);
                return beats(Metric.ACCURACY, found,
                        OptionalDouble.of(largestShare(dataset.train(), dataset.part(dataset.defaultPart()).orElseThrow())),
                        "always telling the most frequent class gives", margin);
            });
        }
    }

    /** Accuracy, or r2 where there are no classes, exceeds that of the same network trained with all inputs 0 by {@code margin}. */
    record InputsCount(double margin) implements Baseline {

        @Override
        public Verdict judge(Trial trial) {
            return trial.whenTrained(with -> {
                var metric = trial.dataset().train().hasClasses() ? Metric.ACCURACY : Metric.R2;
                var of = trial.dataset().defaultPart();
                var blind = changed(trial.dataset(), part -> blind(part), part -> blind(part));
                return switch (trial.with(blind).train(Observer.NONE)) {
                    case TrainingResult.Diverged diverged -> Trial.diverged(diverged);
                    case TrainingResult.Finished without -> beats(metric, value(with, of, metric), value(without, of, metric),
                            "with all inputs 0 it is", margin);
                };
            });
        }

        private static Samples blind(Samples samples) {
            return samples(InMemoryRows.of(samples, x -> new double[x.length], y -> y));
        }
    }

    /**
     * Trained with the labels of the training part exchanged at random, the network is no better on test than chance: than the share of the
     * most frequent class and three deviations of a count with that share.
     */
    record ShuffledLabelsDoNotGeneralise() implements Baseline {

        @Override
        public Verdict judge(Trial trial) {
            return trial.withTraining(_ -> {
                var dataset = trial.dataset();
                if (dataset.test().isEmpty() || !dataset.train().hasClasses()) {
                    return Verdict.inconclusive(dataset.test().isEmpty() ? "the spec makes no test part" : "the targets are not classes");
                }
                var shuffled = changed(dataset, part -> shuffled(part, trial.specification().seed()), part -> copied(part));
                return switch (trial.with(shuffled).train(Observer.NONE)) {
                    case TrainingResult.Diverged _ -> Verdict.inconclusive("training with shuffled labels diverged");
                    case TrainingResult.Finished finished ->
                            judge(value(finished, DatasetPart.TEST, Metric.ACCURACY).orElseThrow(), dataset.test().get());
                };
            });
        }

        private static Verdict judge(double accuracy, Samples test) {
            var chance = largestShare(test, test);
            var most = chance + 3 * Math.sqrt(chance * (1 - chance) / test.count());
            return Verdict.of(accuracy <= most,
                    Evidence.of("with shuffled labels the accuracy on {samples} samples of test is {measured:%.4g}, "
                            + "chance and three deviations are {most:%.4g}").measured(accuracy).with("samples", test.count())
                            .with("most", most));
        }

        private static Samples shuffled(Samples samples, long seed) {
            var order = NetworkState.ascending(samples.count());
            new RandomStream(seed, "shuffled labels").shuffle(order);
            var targets = new RowSubset(samples, order);
            var written = InMemoryRows.of(samples, x -> x, y -> y);
            for (var row = 0; row < written.count(); row++) {
                targets.target(row, written.y()[row], 0);
            }
            return samples(written);
        }

        private static Samples copied(Samples samples) {
            return samples(InMemoryRows.of(samples, x -> x, y -> y));
        }
    }

    private static Verdict beats(Metric metric, OptionalDouble reached, OptionalDouble without, String words, double margin) {
        if (reached.isEmpty() || without.isEmpty()) {
            return Verdict.inconclusive(metric.word() + " has no value: " + metric.shortage());
        }
        var found = reached.getAsDouble();
        var baseline = without.getAsDouble();
        var evidence = Evidence.of("{metric} is {measured:%.6g}, " + words + " {baseline:%.6g}").with("metric", metric.word())
                .measured(found)
                .with("baseline", baseline);
        return found >= baseline + margin ? new Verdict.Passed(evidence)
                : new Verdict.Failed(evidence.and(", which is not {margin} less").with("margin", margin));
    }

    private static OptionalDouble value(TrainingResult.Finished finished, DatasetPart part, Metric metric) {
        return finished.report().metrics().get(part).value(metric);
    }

    /** The share in {@code judged} of the class that is most frequent in {@code learned}. */
    private static double largestShare(Samples learned, Samples judged) {
        var counts = new int[learned.classes()];
        IntStream.range(0, learned.count()).forEach(row -> counts[learned.label(row)]++);
        var most = IntStream.range(0, counts.length).reduce(0, (best, c) -> counts[c] > counts[best] ? c : best);
        return IntStream.range(0, judged.count()).filter(row -> judged.label(row) == most).count() / (double) judged.count();
    }

    private static Dataset changed(Dataset dataset, Function<Samples, Samples> train, Function<Samples, Samples> others) {
        return new Dataset(train.apply(dataset.train()), dataset.validation().map(others), dataset.test().map(others),
                dataset.preparation());
    }

    private static Samples samples(InMemoryRows rows) {
        return Dataset.of(rows.x(), rows.y()).train();
    }
}
