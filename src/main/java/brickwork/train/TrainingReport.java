package brickwork.train;

import brickwork.kernel.KernelChoice;
import brickwork.model.DatasetPart;
import brickwork.model.Metric;
import brickwork.train.metric.Metrics;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What training did, and how well the network does with its final parameters.
 *
 * @param epochs      epochs trained to their end
 * @param steps       updates made
 * @param seconds     spent on updates and history alone: no loading, evaluation or checkpoint
 * @param history     a row an epoch
 * @param metrics     of each part there is, over the whole part, dropout off; empty where training was cancelled within an epoch
 * @param bestEpoch   the epoch, from 0, whose parameters these are, where {@code keep best} returned to it
 * @param fingerprint SHA-256 over the parameters, as section 8 of the language defines it
 * @param lastUpdate  what the last update of the last epoch did to each layer whose weights are trained; empty where training diverged, was
 *                    cancelled, or made no update
 * @param kernels     with which kernels it was computed; the bits do not depend on it
 * @param notes       what the author should know of this run: one sentence each
 */
public record TrainingReport(int epochs, long steps, double seconds, History history, Map<DatasetPart, Metrics> metrics,
        OptionalInt bestEpoch,
        String fingerprint, List<LayerUpdate> lastUpdate, KernelChoice kernels, List<String> notes) {

    public TrainingReport {
        var ordered = new EnumMap<DatasetPart, Metrics>(DatasetPart.class);
        ordered.putAll(metrics);
        metrics = Collections.unmodifiableMap(ordered);
        lastUpdate = List.copyOf(lastUpdate);
        notes = List.copyOf(notes);
    }

    /** Data loss plus penalty over the training part. */
    public double loss() {
        return ofTrain(Metric.LOSS).orElseThrow();
    }

    /** Loss over the training part, without penalties. */
    public double dataLoss() {
        return ofTrain(Metric.DATA_LOSS).orElseThrow();
    }

    public double penalty() {
        return ofTrain(Metric.PENALTY).orElseThrow();
    }

    /** Accuracy over the training part; empty where there are no classes. */
    public OptionalDouble accuracy() {
        return ofTrain(Metric.ACCURACY);
    }

    private OptionalDouble ofTrain(Metric metric) {
        var ofTrain = metrics.get(DatasetPart.TRAIN);
        if (ofTrain == null) {
            throw new IllegalStateException("the training was cancelled, and nothing was evaluated then: ask the history, or evaluate");
        }
        return ofTrain.value(metric);
    }
}
