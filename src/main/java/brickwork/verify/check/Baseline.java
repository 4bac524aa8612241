package brickwork.verify.check;

import brickwork.data.Dataset;
import brickwork.data.InMemoryRows;
import brickwork.data.RowSubset;
import brickwork.data.Samples;
import brickwork.engine.ClassDecision;
import brickwork.engine.Parameters;
import brickwork.model.DatasetPart;
import brickwork.model.Metric;
import brickwork.random.RandomStream;
import brickwork.source.DecimalText;
import brickwork.train.TrainingResult;
import brickwork.verify.Verdict;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** What needs no learning from the inputs at all, which training must beat, and labels that cannot be learnt, with which it must not. */
public final class Baseline {

    private Baseline() {}

    /**
     * Accuracy exceeds the share of the class most frequent in the training part by {@code margin}, on test where there is one, else on
     * train.
     */
    public static Verdict majorityIsBeaten(Subject subject, Parameters trained, double margin) {
        if (!subject.dataset().train().hasClasses()) {
            return new Verdict.Inconclusive("the targets are not classes");
        }
        return compared("accuracy", accuracy(subject, trained), majority(subject), "always telling the most frequent class gives", margin);
    }

    /** Accuracy, or r2 where there are no classes, exceeds that of the same network trained with all inputs 0 by {@code margin}. */
    public static Verdict inputsCount(Subject subject, double margin) {
        var metric = subject.dataset().train().hasClasses() ? Metric.ACCURACY : Metric.R2;
        var of = judged(subject);
        var blind = subject.with(changed(subject, true, 0));
        var with = measured(subject.train(), of, metric);
        var without = measured(blind.train(), of, metric);
        return with.isEmpty() || without.isEmpty() ? new Verdict.Failed("a training diverged")
                : compared(metric.word(), with.getAsDouble(), without.getAsDouble(), "with all inputs 0 it is", margin);
    }

    /**
     * Trained with the labels of the training part exchanged at random, the network tells those of the test part no better than by chance:
     * than the share of its most frequent class and three deviations of a count with that share.
     */
    public static Verdict shuffledLabelsDoNotGeneralise(Subject subject) {
        var dataset = subject.dataset();
        if (dataset.test().isEmpty() || !dataset.train().hasClasses()) {
            return new Verdict.Inconclusive(dataset.test().isEmpty() ? "the spec makes no test part" : "the targets are not classes");
        }
        var shuffled = subject.with(changed(subject, false, dataset.train().classes()));
        var accuracy = measured(shuffled.train(), DatasetPart.TEST, Metric.ACCURACY);
        if (accuracy.isEmpty()) {
            return new Verdict.Inconclusive("training with shuffled labels diverged");
        }
        var test = dataset.test().get();
        var chance = largestShare(test, test);
        var most = chance + 3 * Math.sqrt(chance * (1 - chance) / test.count());
        var sentence = String.format(Locale.ROOT,
                "with shuffled labels the accuracy on %d samples of test is %.4g, chance and three deviations are %.4g",
                test.count(), accuracy.getAsDouble(), most);
        return accuracy.getAsDouble() <= most ? new Verdict.Passed(sentence) : new Verdict.Failed(sentence);
    }

    private static Verdict compared(String what, double found, double baseline, String words, double margin) {
        var sentence = String.format(Locale.ROOT, "%s is %.6g, %s %.6g", what, found, words, baseline);
        return found >= baseline + margin ? new Verdict.Passed(sentence)
                : new Verdict.Failed(sentence + ", which is not " + DecimalText.of(margin) + " less");
    }

    private static DatasetPart judged(Subject subject) {
        return subject.dataset().defaultPart();
    }

    private static double accuracy(Subject subject, Parameters trained) {
        var samples = subject.dataset().part(judged(subject)).orElseThrow();
        var width = subject.network().outputs();
        var outputs = subject.outputs(trained, samples);
        return IntStream.range(0, samples.count()).filter(row -> ClassDecision.classOf(outputs, row * width, width) == samples.label(row))
                .count()
                / (double) samples.count();
    }

    private static double majority(Subject subject) {
        return largestShare(subject.dataset().train(), subject.dataset().part(judged(subject)).orElseThrow());
    }

    /** The share among {@code judged} of the class most frequent in {@code learnt}. */
    private static double largestShare(Samples learnt, Samples judged) {
        var counts = new int[learnt.classes()];
        IntStream.range(0, learnt.count()).forEach(row -> counts[learnt.label(row)]++);
        var most = IntStream.range(0, counts.length).reduce(0, (best, c) -> counts[c] > counts[best] ? c : best);
        return IntStream.range(0, judged.count()).filter(row -> judged.label(row) == most).count() / (double) judged.count();
    }

    private static OptionalDouble measured(TrainingResult result, DatasetPart part, Metric metric) {
        return switch (result) {
            case TrainingResult.Finished finished -> finished.report().metrics().get(part).value(metric);
            case TrainingResult.Diverged _ -> OptionalDouble.empty();
        };
    }

    /** The same parts, without inputs or with the labels of the training part in an order drawn at random. */
    private static Dataset changed(Subject subject, boolean blind, int shuffledClasses) {
        var dataset = subject.dataset();
        var test = dataset.test().map(samples -> part(subject, samples, blind, false).train());
        var validation = dataset.validation().map(samples -> part(subject, samples, blind, false).train());
        return new Dataset(part(subject, dataset.train(), blind, shuffledClasses > 0).train(), validation, test, dataset.scaling(),
                dataset.classNames());
    }

    private static Dataset part(Subject subject, Samples samples, boolean blind, boolean shuffled) {
        var order = Subject.ascending(samples.count());
        if (shuffled) {
            new RandomStream(subject.network().seed(), "shuffled labels").shuffle(order);
        }
        var targets = new RowSubset(samples, order);
        var written = InMemoryRows.of(samples, x -> blind ? new double[x.length] : x, y -> y);
        for (var row = 0; row < written.count(); row++) {
            targets.target(row, written.y()[row], 0);
        }
        return Dataset.of(written.x(), written.y());
    }
}
