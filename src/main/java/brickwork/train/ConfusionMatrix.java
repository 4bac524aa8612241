package brickwork.train;

import brickwork.data.Samples;
import brickwork.model.Metric;
import java.util.Map;

/** Counts of right and wrong classes: accuracy, precision, recall and f1 as {@link Metrics} defines them. */
final class ConfusionMatrix {

    private static final double THRESHOLD = 0.5;

    private final int[] hits;
    private final int[] predicted;
    private final int[] actual;

    ConfusionMatrix(Samples samples, double[] outputs) {
        var width = samples.targets();
        var classes = Math.max(2, width);
        hits = new int[classes];
        predicted = new int[classes];
        actual = new int[classes];
        for (var row = 0; row < samples.count(); row++) {
            var truth = samples.label(row);
            var guess = classOf(outputs, row * width, width);
            actual[truth]++;
            predicted[guess]++;
            if (guess == truth) {
                hits[truth]++;
            }
        }
    }

    /** The class that an output row of {@code width} numbers beginning at {@code at} stands for. */
    static int classOf(double[] outputs, int at, int width) {
        if (width == 1) {
            return outputs[at] > THRESHOLD ? 1 : 0;
        }
        var largest = 0;
        for (var k = 1; k < width; k++) {
            if (outputs[at + k] > outputs[at + largest]) {
                largest = k;
            }
        }
        return largest;
    }

    void putInto(Map<Metric, Double> metrics) {
        var rows = 0;
        var right = 0;
        var occurring = 0;
        var precision = 0.0;
        var recall = 0.0;
        var f1 = 0.0;
        for (var c = 0; c < hits.length; c++) {
            rows += actual[c];
            right += hits[c];
            if (hits.length == 2 ? c == 1 : actual[c] + predicted[c] > 0) {
                occurring++;
                precision += share(hits[c], predicted[c]);
                recall += share(hits[c], actual[c]);
                f1 += share(2 * hits[c], predicted[c] + actual[c]);
            }
        }
        metrics.put(Metric.ACCURACY, share(right, rows));
        metrics.put(Metric.PRECISION, precision / occurring);
        metrics.put(Metric.RECALL, recall / occurring);
        metrics.put(Metric.F1, f1 / occurring);
    }

    private static double share(double of, double all) {
        return all == 0 ? 0 : of / all;
    }
}
