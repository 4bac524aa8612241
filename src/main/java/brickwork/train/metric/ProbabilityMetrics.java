package brickwork.train.metric;

import brickwork.data.SamplePass;
import brickwork.model.Metric;
import java.util.Map;

/**
 * How probable outputs make the classes that samples have. {@code log_loss} is -Σ ln p/n, where p is what the outputs give to the class of
 * a sample, the one output a or 1-a, or its output of several, and no nearer to 0 or 1 than 2⁻⁵², as in scikit-learn: it is in nats, and
 * plain cross entropy without weights of classes. It has no value where an output does not lie between 0 and 1, or several do not add up
 * to 1, and is NaN where an output is.
 */
final class ProbabilityMetrics implements RowMetrics {

    private static final double LEAST = 0x1p-52;

    /** How far several probabilities may be off 1 together: more than the rounding of f32. */
    private static final double OFF = 1e-3;

    private final SamplePass samples;
    private double sum;
    private boolean broken;

    ProbabilityMetrics(SamplePass samples) {
        this.samples = samples;
    }

    @Override
    public void add(int row, double[] outputs, int at) {
        var width = samples.targets();
        var all = 0.0;
        for (var k = 0; k < width; k++) {
            broken |= outputs[at + k] < 0 || outputs[at + k] > 1;
            all += outputs[at + k];
        }
        broken |= width > 1 && Math.abs(all - 1) > OFF;
        var label = samples.label(row);
        var given = width > 1 ? outputs[at + label] : label == 1 ? outputs[at] : 1 - outputs[at];
        sum -= StrictMath.log(Math.clamp(given, LEAST, 1 - LEAST));
    }

    @Override
    public void putInto(Map<Metric, Double> metrics) {
        if (!broken) {
            metrics.put(Metric.LOG_LOSS, sum / samples.count());
        }
    }
}
