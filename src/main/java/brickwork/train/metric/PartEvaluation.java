package brickwork.train.metric;

import brickwork.data.Samples;
import brickwork.engine.Engine;
import brickwork.engine.Evaluator;
import brickwork.model.Metric;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Evaluates one part of the data, no more of it than is asked for and nothing twice until the parameters change. Its memory does not grow
 * with the part: where that is large it is bound to the engine a batch at a time, and auc, which has to keep an output of every sample, is
 * left out of {@link #all}.
 */
public final class PartEvaluation {

    /** Numbers of a part up to which it is bound to the engine as a whole. */
    private static final long BOUND = 1 << 22;

    /** Samples up to which all metrics include auc. */
    private static final int RANKED = 1 << 22;

    private final Engine engine;
    private final Samples samples;
    private final EnumMap<Metric, Double> known = new EnumMap<>(Metric.class);
    private Engine.BoundSamples bound;
    private boolean complete;

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
        complete = false;
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
        if (!complete) {
            var all = rows();
            all.addAll(samples.count() <= RANKED ? ranking() : List.of());
            evaluate(all);
            value(Metric.LOSS);
            complete = true;
        }
        return new Metrics(known);
    }

    private void find(Metric metric) {
        switch (metric) {
            case PENALTY -> known.put(metric, engine.evaluator().penalty());
            case DATA_LOSS -> evaluate(List.of());
            case LOSS -> known.put(metric, value(Metric.DATA_LOSS).orElseThrow() + value(Metric.PENALTY).orElseThrow());
            case ACCURACY, PRECISION, RECALL, F1, MSE, MAE, RMSE, R2 -> evaluate(rows());
            case AUC -> evaluate(ranking());
        }
    }

    /** What is made of outputs row by row, as far as it is not known. */
    private List<RowMetrics> rows() {
        var metrics = new ArrayList<RowMetrics>();
        if (!known.containsKey(Metric.MSE)) {
            metrics.add(new RegressionMetrics(samples));
            if (samples.hasClasses()) {
                metrics.add(new ClassMetrics(samples));
            }
        }
        return metrics;
    }

    private List<RowMetrics> ranking() {
        return Metric.AUC.obstacle(samples.hasClasses(), samples.targets()).isEmpty() ? List.of(new RankingMetrics(samples)) : List.of();
    }

    /** The data loss comes with every pass. */
    private void evaluate(List<RowMetrics> metrics) {
        if (metrics.isEmpty() && known.containsKey(Metric.DATA_LOSS)) {
            return;
        }
        var width = samples.targets();
        Evaluator.Outputs outputs = metrics.isEmpty() ? Evaluator.Outputs.NONE : (first, count, block) -> {
            for (var metric : metrics) {
                for (var row = 0; row < count; row++) {
                    metric.add(first + row, block, row * width);
                }
            }
        };
        known.put(Metric.DATA_LOSS, pass(outputs));
        metrics.forEach(metric -> metric.putInto(known));
    }

    private double pass(Evaluator.Outputs outputs) {
        if (bound == null && (long) samples.count() * (samples.inputs() + samples.targets()) > BOUND) {
            return engine.evaluator().evaluate(samples, outputs);
        }
        bound = bound == null ? engine.bind(samples) : bound;
        return engine.evaluator().evaluate(bound, outputs);
    }
}
