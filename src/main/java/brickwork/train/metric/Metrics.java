package brickwork.train.metric;

import brickwork.data.Samples;
import brickwork.engine.Engine;
import brickwork.model.Metric;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The figures of one part of the data at one moment, dropout off. With n samples, K outputs a and targets y:
 *
 * <ul>
 * <li>{@code data_loss} is the loss function over the whole part, {@code penalty} that of the parameters, {@code loss} their sum;
 * <li>{@code mse} is Σ(a-y)²/(n·K), {@code rmse} its root, {@code mae} Σ|a-y|/(n·K);
 * <li>{@code r2} is the mean over outputs of 1 - Σ(a-y)²/Σ(y-ȳ)², where an output whose targets are all equal counts 1 if it is met exactly
 * and 0 otherwise; it has no value for fewer than two samples;
 * <li>{@code accuracy}, {@code precision}, {@code recall} and {@code f1} have values where the targets are classes. The class of an output
 * row is 1 where its one output is above 0.5 and 0 otherwise, or the index of the largest of several, the lowest on a tie. Precision is
 * tp/(tp+fp), recall tp/(tp+fn), f1 2tp/(2tp+fp+fn), of class 1 where there are two classes, else the plain mean over the classes that
 * occur among targets or outputs; 0/0 is 0. All as in scikit-learn.
 * </ul>
 */
public final class Metrics {

    private final Map<Metric, Double> values;

    public Metrics(Map<Metric, Double> values) {
        this.values = Collections.unmodifiableMap(new EnumMap<>(values));
    }

    /** Evaluates all metrics over {@code samples} at the engine's present parameters. */
    public static Metrics evaluate(Engine engine, Samples samples) {
        return new PartEvaluation(engine, samples).all();
    }

    /** The value of a metric; empty where it has none. It may be infinite or NaN where the network's outputs are. */
    public OptionalDouble value(Metric metric) {
        var value = values.get(metric);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** The metrics that have a value, in the order of {@link Metric}. */
    public Map<Metric, Double> values() {
        return values;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Metrics metrics && metrics.values.equals(values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
