package brickwork.train.metric;

import brickwork.data.SampleRows;
import brickwork.model.Metric;
import java.util.Map;

/**
 * How far outputs are from targets, as in scikit-learn. With n samples, K outputs a and targets y:
 *
 * <ul>
 * <li>{@code mse} is Σ(a-y)²/(n·K), {@code rmse} its root, {@code mae} Σ|a-y|/(n·K);
 * <li>{@code r2} is the mean over outputs of 1 - Σ(a-y)²/Σ(y-ȳ)², where an output whose targets are all equal counts 1 if it is met exactly
 * and 0 otherwise; it has no value for fewer than two samples;
 * <li>{@code mape} is Σ(|a-y|/|y|)/(n·K), a share and not a percentage; it has no value where a target is 0.
 * </ul>
 */
final class RegressionMetrics implements RowMetrics {

    private final SampleRows rows;
    private final double[] means;
    private final double[] squares;
    private final double[] spreads;
    private final double[] target;
    private double absolute;
    private double relative;
    private boolean meetsZero;

    /** {@code means} are those of the targets. */
    RegressionMetrics(SampleRows rows, double[] means) {
        this.rows = rows;
        this.means = means;
        this.squares = new double[rows.targets()];
        this.spreads = new double[rows.targets()];
        this.target = new double[rows.targets()];
    }

    @Override
    public void add(int row, double[] outputs, int at) {
        rows.target(row, target, 0);
        for (var k = 0; k < target.length; k++) {
            var off = outputs[at + k] - target[k];
            var spread = target[k] - means[k];
            squares[k] += off * off;
            spreads[k] += spread * spread;
            absolute += Math.abs(off);
            relative += Math.abs(off / target[k]);
            meetsZero |= target[k] == 0;
        }
    }

    @Override
    public void putInto(Map<Metric, Double> metrics) {
        var sum = 0.0;
        for (var square : squares) {
            sum += square;
        }
        var numbers = (double) rows.count() * target.length;
        metrics.put(Metric.MSE, sum / numbers);
        metrics.put(Metric.RMSE, Math.sqrt(sum / numbers));
        metrics.put(Metric.MAE, absolute / numbers);
        if (!meetsZero) {
            metrics.put(Metric.MAPE, relative / numbers);
        }
        if (rows.count() > 1) {
            metrics.put(Metric.R2, determination(squares, spreads));
        }
    }

    /** The means of the targets. */
    static double[] means(SampleRows rows) {
        var means = new double[rows.targets()];
        var target = new double[rows.targets()];
        for (var row = 0; row < rows.count(); row++) {
            rows.target(row, target, 0);
            for (var k = 0; k < means.length; k++) {
                means[k] += (target[k] - means[k]) / (row + 1);
            }
        }
        return means;
    }

    private static double determination(double[] squares, double[] spreads) {
        var sum = 0.0;
        for (var k = 0; k < squares.length; k++) {
            sum += spreads[k] > 0 ? 1 - squares[k] / spreads[k] : squares[k] == 0 ? 1 : 0;
        }
        return sum / squares.length;
    }
}
