package brickwork.train.metric;

import brickwork.data.Samples;
import brickwork.engine.ClassDecision;
import brickwork.model.Metric;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which classes are taken for which, over samples that have classes. */
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

    /** Samples of whatever class that are taken for this one. */
    public int taken(int as) {
        return Stream.of(counts).mapToInt(row -> row[as]).sum();
    }

    /**
     * A metric of one class: precision tp/(tp+fp), recall tp/(tp+fn), f1 2tp/(2tp+fp+fn); 0/0 is 0.
     *
     * @throws IllegalArgumentException where a single class has no such metric
     */
    public double value(Metric metric, int of) {
        var right = (double) count(of, of);
        return switch (metric) {
            case PRECISION -> ClassMetrics.share(right, taken(of));
            case RECALL -> ClassMetrics.share(right, actual(of));
            case F1 -> ClassMetrics.share(2 * right, (double) taken(of) + actual(of));
            case LOSS, DATA_LOSS, PENALTY, ACCURACY, MSE, MAE, RMSE, R2, MAPE, AUC, BALANCED_ACCURACY, LOG_LOSS ->
                    throw new IllegalArgumentException("a metric of one class was expected, got " + metric.word());
        };
    }

    /** {@code [[50 0] [1 49]]}: a row a true class. */
    @Override
    public String toString() {
        return Stream.of(counts).map(row -> IntStream.of(row).mapToObj(String::valueOf).collect(Collectors.joining(" ", "[", "]")))
                .collect(Collectors.joining(" ", "[", "]"));
    }

    /** Samples of a class. */
    public int actual(int truth) {
        return IntStream.of(counts[truth]).sum();
    }
}
