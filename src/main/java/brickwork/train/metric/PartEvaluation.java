package brickwork.train.metric;

import brickwork.data.Samples;
import brickwork.engine.Engine;
import brickwork.model.Metric;
import java.util.EnumMap;
import java.util.OptionalDouble;

/** Evaluates one part of the data, no more of it than is asked for and nothing twice until the parameters change. */
public final class PartEvaluation {

    private final Engine engine;
    private final Samples samples;
    private final EnumMap<Metric, Double> known = new EnumMap<>(Metric.class);
    private Engine.BoundSamples bound;
    private double[] outputs;
    private boolean outputsKnown;

    public PartEvaluation(Engine engine, Samples samples) {
        this(engine, samples, null);
    }

    /** {@code bound} are the samples where they are bound to the engine already, or null. */
    public PartEvaluation(Engine engine, Samples samples, Engine.BoundSamples bound) {
        this.engine = engine;
        this.samples = samples;
        this.bound = bound;
    }

    /** The parameters changed: what was found before no longer holds. */
    public void forget() {
        known.clear();
        outputsKnown = false;
    }

    /** The metric at the present parameters; empty where it has no value. */
    public OptionalDouble value(Metric metric) {
        if (!known.containsKey(metric)) {
            find(metric);
        }
        var value = known.get(metric);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** All metrics that have a value. */
    public Metrics all() {
        outputs();
        for (var metric : Metric.values()) {
            value(metric);
        }
        return new Metrics(known);
    }

    private void find(Metric metric) {
        switch (metric) {
            case PENALTY -> known.put(metric, engine.evaluator().penalty());
            case DATA_LOSS -> known.put(metric, engine.evaluator().evaluate(bound(), null));
            case LOSS -> known.put(metric, value(Metric.DATA_LOSS).orElseThrow() + value(Metric.PENALTY).orElseThrow());
            case ACCURACY, PRECISION, RECALL, F1 -> {
                if (samples.hasClasses()) {
                    ConfusionMatrix.of(samples, outputs()).putInto(known);
                }
            }
            case AUC -> {
                if (metric.obstacle(samples.hasClasses(), samples.targets()).isEmpty()) {
                    RankingMetrics.putInto(known, samples, outputs());
                }
            }
            case MSE, MAE, RMSE, R2 -> RegressionMetrics.putInto(known, samples, outputs());
        }
    }

    /** All outputs, row by row; the data loss comes with them. */
    private double[] outputs() {
        if (!outputsKnown) {
            outputs = outputs == null ? new double[Math.multiplyExact(samples.count(), samples.targets())] : outputs;
            known.put(Metric.DATA_LOSS, engine.evaluator().evaluate(bound(), outputs));
            outputsKnown = true;
        }
        return outputs;
    }

    private Engine.BoundSamples bound() {
        bound = bound == null ? engine.bind(samples) : bound;
        return bound;
    }
}
