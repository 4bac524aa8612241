package brickwork.train.metric;

import brickwork.data.Samples;
import brickwork.engine.ClassDecision;
import java.util.stream.IntStream;

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

    /** Samples of a class. */
    public int actual(int truth) {
        return IntStream.of(counts[truth]).sum();
    }
}
