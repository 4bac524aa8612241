package brickwork.train.metric;

import brickwork.data.Samples;
import brickwork.engine.ClassDecision;
import brickwork.model.Metric;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Which classes are taken for which, over samples that have classes, and what follows from that, as in scikit-learn. {@code accuracy} is
 * the share that is taken for what it is. Precision is tp/(tp+fp), recall tp/(tp+fn), f1 2tp/(2tp+fp+fn), of class 1 where there are two
 * classes, else the plain mean over the classes that occur among targets or outputs; 0/0 is 0.
 */
public final class ConfusionMatrix {

    private final int[][] counts;

    private ConfusionMatrix(int classes) {
        counts = new int[classes][classes];
    }

    /**
     * Counts the classes that outputs stand for ({@link ClassDecision}) against those the samples have.
     *
     * @param outputs [samples x targets], row-major
     * @throws IllegalStateException where the samples have no classes
     */
    public static ConfusionMatrix of(Samples samples, double[] outputs) {
        var width = samples.targets();
        var confusion = new ConfusionMatrix(Math.max(2, width));
        for (var row = 0; row < samples.count(); row++) {
            confusion.counts[samples.label(row)][ClassDecision.classOf(outputs, row * width, width)]++;
        }
        return confusion;
    }

    public int classes() {
        return counts.length;
    }

    /** Samples of one class that are taken for another, or for what they are; classes from 0. */
    public int count(int truth, int taken) {
        return counts[truth][taken];
    }

    /** Samples of a class. */
    public int actual(int truth) {
        return IntStream.of(counts[truth]).sum();
    }

    /** Samples that are taken for a class. */
    public int predicted(int taken) {
        return IntStream.range(0, classes()).map(truth -> counts[truth][taken]).sum();
    }

    /** Samples that are taken for what they are. */
    public int right() {
        return IntStream.range(0, classes()).map(c -> counts[c][c]).sum();
    }

    void putInto(Map<Metric, Double> metrics) {
        var rows = 0;
        var occurring = 0;
        var precision = 0.0;
        var recall = 0.0;
        var f1 = 0.0;
        for (var c = 0; c < classes(); c++) {
            rows += actual(c);
            if (classes() == 2 ? c == 1 : actual(c) + predicted(c) > 0) {
                occurring++;
                precision += share(count(c, c), predicted(c));
                recall += share(count(c, c), actual(c));
                f1 += share(2 * count(c, c), predicted(c) + actual(c));
            }
        }
        metrics.put(Metric.ACCURACY, share(right(), rows));
        metrics.put(Metric.PRECISION, precision / occurring);
        metrics.put(Metric.RECALL, recall / occurring);
        metrics.put(Metric.F1, f1 / occurring);
    }

    private static double share(double of, double all) {
        return all == 0 ? 0 : of / all;
    }
}
