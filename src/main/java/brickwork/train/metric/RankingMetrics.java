package brickwork.train.metric;

import brickwork.data.SamplePass;
import brickwork.model.Metric;
import java.util.Arrays;
import java.util.Map;

/**
 * How well outputs put samples of a class before the others. {@code auc} is the area under the receiver operating characteristic: the share
 * of all pairs of a sample of the class with one of another in which that of the class has the larger output, where equal outputs count one
 * half. That is U/(n1·n0) with the statistic U of Mann and Whitney (1947), of class 1 where there is one output, else the plain mean over
 * the classes, each by its own output, as in scikit-learn. It has no value where a class does not occur, and is NaN where an output is.
 */
final class RankingMetrics implements RowMetrics {

    private final SamplePass samples;
    private final int width;
    /** Of each output those of all samples. */
    private final double[][] outputs;
    private final int[] labels;

    RankingMetrics(SamplePass samples) {
        this.samples = samples;
        this.width = samples.targets();
        this.outputs = new double[width][samples.count()];
        this.labels = new int[samples.count()];
    }

    @Override
    public void add(int row, double[] block, int at) {
        labels[row] = samples.label(row);
        for (var k = 0; k < width; k++) {
            outputs[k][row] = block[at + k];
        }
    }

    @Override
    public void putInto(Map<Metric, Double> metrics) {
        var sum = 0.0;
        var parted = new double[labels.length];
        for (var k = 0; k < width; k++) {
            var others = part(outputs[k], width == 1 ? 1 : k, parted);
            if (others == 0 || others == parted.length) {
                return;
            }
            Arrays.sort(parted, 0, others);
            Arrays.sort(parted, others, parted.length);
            sum += area(parted, others);
        }
        metrics.put(Metric.AUC, sum / width);
    }

    /** Puts outputs of samples that are not of the class to the front, those of the class behind them; gives the number of the first. */
    private int part(double[] all, int of, double[] into) {
        var others = 0;
        var back = all.length;
        for (var row = 0; row < all.length; row++) {
            into[labels[row] == of ? --back : others++] = all[row];
        }
        return others;
    }

    /** Of outputs in order, NaN last in each run. Halves of pairs are counted in whole numbers, so that no order of adding matters. */
    private static double area(double[] outputs, int zeros) {
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
        return halves / (2.0 * (outputs.length - zeros) * zeros);
    }
}
