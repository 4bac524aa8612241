package brickwork.train.metric;

import brickwork.data.SamplePass;
import brickwork.engine.ClassDecision;
import brickwork.model.Metric;
import java.util.Map;

/**
 * What follows from the classes that outputs stand for, over samples that have classes, as in scikit-learn. {@code accuracy} is the share
 * that is taken for what it is, {@code balanced_accuracy} the mean of the classes that occur of the share of their samples. Precision is
 * tp/(tp+fp), recall tp/(tp+fn), f1 2tp/(2tp+fp+fn), of class 1 where there are two classes, else the plain mean over the classes that
 * occur among targets or outputs; 0/0 is 0. Counts are kept by class, not by pairs of classes.
 */
final class ClassMetrics implements RowMetrics {

    private final SamplePass samples;
    private final int[] actual;
    private final int[] predicted;
    private final int[] right;

    /** @throws IllegalStateException where the samples have no classes, once a row is added */
    ClassMetrics(SamplePass samples) {
        this.samples = samples;
        var classes = Math.max(2, samples.targets());
        this.actual = new int[classes];
        this.predicted = new int[classes];
        this.right = new int[classes];
    }

    @Override
    public void add(int row, double[] outputs, int at) {
        var truth = samples.label(row);
        var taken = ClassDecision.classOf(outputs, at, samples.targets());
        actual[truth]++;
        predicted[taken]++;
        right[truth] += truth == taken ? 1 : 0;
    }

    @Override
    public void putInto(Map<Metric, Double> metrics) {
        var rows = 0;
        var hits = 0;
        var occurring = 0;
        var precision = 0.0;
        var recall = 0.0;
        var f1 = 0.0;
        var recalls = 0.0;
        var known = 0;
        for (var c = 0; c < actual.length; c++) {
            rows += actual[c];
            hits += right[c];
            if (actual[c] > 0) {
                known++;
                recalls += share(right[c], actual[c]);
            }
            if (actual.length == 2 ? c == 1 : actual[c] + predicted[c] > 0) {
                occurring++;
                precision += share(right[c], predicted[c]);
                recall += share(right[c], actual[c]);
                f1 += share(2.0 * right[c], (double) predicted[c] + actual[c]);
            }
        }
        metrics.put(Metric.ACCURACY, share(hits, rows));
        metrics.put(Metric.BALANCED_ACCURACY, recalls / known);
        metrics.put(Metric.PRECISION, precision / occurring);
        metrics.put(Metric.RECALL, recall / occurring);
        metrics.put(Metric.F1, f1 / occurring);
    }

    static double share(double of, double all) {
        return all == 0 ? 0 : of / all;
    }
}
