package brickwork.train.metric;

import brickwork.data.SamplePart;
import brickwork.engine.Engine;
import brickwork.model.Metric;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The figures of one part of the data at one moment, dropout off. {@code data_loss} is the loss function over the whole part,
 * {@code penalty} that of the parameters, {@code loss} their sum; what each other one is stands where it is computed, in this package.
 */
public final class Metrics {

    private final Map<Metric, Double> values;

    public Metrics(Map<Metric, Double> values) {
        this.values = Collections.unmodifiableMap(new EnumMap<>(values));
    }

    /** Evaluates all metrics over {@code samples} at the engine's present parameters. */
    public static Metrics evaluate(Engine engine, SamplePart samples) {
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
