package brickwork.train.metric;

import brickwork.data.SamplePass;
import brickwork.model.Metric;
import java.util.Arrays;
import java.util.Map;

/**
 * How well one output puts samples of two classes in order. {@code auc} is the area under the receiver operating characteristic: the share
 * of all pairs of a sample of class 1 with one of class 0 in which that of class 1 has the larger output, where equal outputs count one
 * half. That is U/(n1·n0) with the statistic U of Mann and Whitney (1947), as in scikit-learn. It has no value where a class does not
 * occur, and is NaN where an output is.
 */
final class RankingMetrics implements RowMetrics {

    /** Outputs of class 0 from the front, of class 1 from the back. */
    private final double[] outputs;
    private final SamplePass samples;
    private int zeros;
    private int ones;

    RankingMetrics(SamplePass samples) {
        this.samples = samples;
        this.outputs = new double[samples.count()];
    }

    @Override
    public void add(int row, double[] block, int at) {
        if (samples.label(row) == 0) {
            outputs[zeros++] = block[at];
        } else {
            outputs[outputs.length - ++ones] = block[at];
        }
    }

    @Override
    public void putInto(Map<Metric, Double> metrics) {
        if (ones > 0 && zeros > 0) {
            Arrays.sort(outputs, 0, zeros);
            Arrays.sort(outputs, zeros, outputs.length);
            metrics.put(Metric.AUC, area());
        }
    }

    /** Of outputs in order, NaN last in each class. Halves of pairs are counted in whole numbers, so that no order of adding matters. */
    private double area() {
        if (Double.isNaN(outputs[outputs.length - 1]) || Double.isNaN(outputs[zeros - 1])) {
            return Double.NaN;
        }
        var halves = 0L;
        var below = 0;
        var notAbove = 0;
        for (var one = zeros; one < outputs.length; one++) {
            while (below < zeros && outputs[below] < outputs[one]) {
                below++;
            }
            while (notAbove < zeros && outputs[notAbove] <= outputs[one]) {
                notAbove++;
            }
            halves += (long) below + notAbove;
        }
        return halves / (2.0 * ones * zeros);
    }
}
