package brickwork.train.metric;

import brickwork.data.Samples;
import brickwork.model.Metric;
import java.util.Arrays;
import java.util.Map;

/**
 * How well one output puts samples of two classes in order. {@code auc} is the area under the receiver operating characteristic: the share
 * of all pairs of a sample of class 1 with one of class 0 in which that of class 1 has the larger output, where equal outputs count one
 * half. That is U/(n1·n0) with the statistic U of Mann and Whitney (1947), as in scikit-learn. It has no value where a class does not
 * occur, and is NaN where an output is.
 */
final class RankingMetrics {

    private RankingMetrics() {}

    /** {@code outputs} [samples] stay as they are; for the time of the call there is a copy of them. */
    static void putInto(Map<Metric, Double> metrics, Samples samples, double[] outputs) {
        var ones = 0;
        for (var row = 0; row < samples.count(); row++) {
            ones += samples.label(row);
        }
        if (ones > 0 && ones < samples.count()) {
            metrics.put(Metric.AUC, area(outputsOf(1, ones, samples, outputs), outputsOf(0, samples.count() - ones, samples, outputs)));
        }
    }

    /** The outputs of a class, the smallest first, NaN last. */
    private static double[] outputsOf(int label, int count, Samples samples, double[] outputs) {
        var some = new double[count];
        var at = 0;
        for (var row = 0; row < samples.count(); row++) {
            if (samples.label(row) == label) {
                some[at++] = outputs[row];
            }
        }
        Arrays.sort(some);
        return some;
    }

    /** Halves of pairs are counted in whole numbers, so that no order of adding matters. */
    private static double area(double[] ones, double[] zeros) {
        if (Double.isNaN(ones[ones.length - 1]) || Double.isNaN(zeros[zeros.length - 1])) {
            return Double.NaN;
        }
        var halves = 0L;
        var below = 0;
        var notAbove = 0;
        for (var one : ones) {
            while (below < zeros.length && zeros[below] < one) {
                below++;
            }
            while (notAbove < zeros.length && zeros[notAbove] <= one) {
                notAbove++;
            }
            halves += (long) below + notAbove;
        }
        return halves / (2.0 * ones.length * zeros.length);
    }
}
