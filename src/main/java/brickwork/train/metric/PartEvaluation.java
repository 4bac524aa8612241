package brickwork.train.metric;

import brickwork.data.SamplePart;
import brickwork.data.SamplePass;
import brickwork.data.Samples;
import brickwork.data.StreamedPart;
import brickwork.engine.Engine;
import brickwork.engine.Evaluator;
import brickwork.model.Metric;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Evaluates one part of the data, no more of it than is asked for and nothing twice until the parameters change. Its memory does not grow
 * with the part: where that is large or streamed it is bound to the engine a batch at a time, and auc, which has to keep the outputs of
 * every sample, is left out of {@link #all}.
 */
public final class PartEvaluation {

    /** Numbers of a part up to which it is bound to the engine as a whole. */
    private static final long BOUND = 1 << 22;

    /** Outputs of a part up to which all metrics include auc. */
    private static final int RANKED = 1 << 22;

    /** The same of a stream, which is there to need little memory. */
    public static final int RANKED_OF_STREAM = 1 << 18;

    private final Engine engine;
    private final SamplePart samples;
    private final EnumMap<Metric, Double> known = new EnumMap<>(Metric.class);
    private Engine.BoundSamples bound;
    private double[] targetMeans;
    private boolean complete;

    public PartEvaluation(Engine engine, SamplePart samples) {
        this(engine, samples, null);
    }

    /** {@code bound} are the samples where they are bound to the engine already, or null. */
    public PartEvaluation(Engine engine, SamplePart samples, Engine.BoundSamples bound) {
        this.engine = engine;
        this.samples = samples;
        this.bound = bound;
    }

    /**
     * The most bytes that evaluating parts takes beside the engine: those that are bound as a whole, and what auc keeps of a part, and once
     * more to sort it.
     *
     * @param samples all there are
     * @param others  samples of the parts that are not bound for training, two at most
     * @param targets of a sample
     * @param size    bytes of a number
     */
    public static long memory(long samples, long others, int inputs, int targets, int size) {
        var bound = Math.min(others * (inputs + targets), 2 * BOUND) * size;
        return bound + Math.min(samples * targets, RANKED) * 2L * Double.BYTES;
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
            evaluate(true, (long) samples.count() * samples.targets() <= (samples instanceof StreamedPart ? RANKED_OF_STREAM : RANKED));
            value(Metric.LOSS);
            complete = true;
        }
        return new Metrics(known);
    }

    private void find(Metric metric) {
        switch (metric) {
            case PENALTY -> known.put(metric, engine.evaluator().penalty());
            case DATA_LOSS -> evaluate(false, false);
            case LOSS -> known.put(metric, value(Metric.DATA_LOSS).orElseThrow() + value(Metric.PENALTY).orElseThrow());
            case ACCURACY, BALANCED_ACCURACY, PRECISION, RECALL, F1, LOG_LOSS, MSE, MAE, RMSE, R2, MAPE -> evaluate(true, false);
            case AUC -> evaluate(false, true);
        }
    }

    /** Finds what is made of outputs row by row, and auc, as far as they are wanted and not known; the data loss comes with every pass. */
    private void evaluate(boolean rows, boolean ranking) {
        var looksAtRows = rows && !known.containsKey(Metric.MSE);
        var ranks = ranking && samples.hasClasses();
        if (!looksAtRows && !ranks && known.containsKey(Metric.DATA_LOSS)) {
            return;
        }
        if (looksAtRows && targetMeans == null) {
            try (var pass = samples.pass(1)) {
                targetMeans = RegressionMetrics.means(pass);
            }
        }
        try (var pass = pass()) {
            var metrics = new ArrayList<RowMetrics>();
            if (looksAtRows) {
                metrics.add(new RegressionMetrics(pass, targetMeans));
            }
            if (looksAtRows && samples.hasClasses()) {
                metrics.add(new ClassMetrics(pass));
                metrics.add(new ProbabilityMetrics(pass));
            }
            if (ranks) {
                metrics.add(new RankingMetrics(pass));
            }
            known.put(Metric.DATA_LOSS, loss(pass, metrics.isEmpty() ? Evaluator.Outputs.NONE : shownTo(metrics)));
            metrics.forEach(metric -> metric.putInto(known));
        }
    }

    /** What looks at outputs looks at the targets of their batch. */
    private SamplePass pass() {
        return switch (samples) {
            case Samples held -> held.pass(held.count());
            case StreamedPart streamed -> streamed.pass(Math.min(engine.plan().batch(), streamed.count()));
        };
    }

    private Evaluator.Outputs shownTo(List<RowMetrics> metrics) {
        var width = samples.targets();
        return (first, count, block) -> {
            for (var metric : metrics) {
                for (var row = 0; row < count; row++) {
                    metric.add(first + row, block, row * width);
                }
            }
        };
    }

    private double loss(SamplePass pass, Evaluator.Outputs outputs) {
        bound = switch (samples) {
            case Samples held when bound == null && (long) held.count() * (held.inputs() + held.targets()) <= BOUND -> engine.bind(held);
            case Samples _, StreamedPart _ -> bound;
        };
        return bound == null ? engine.evaluator().evaluate(pass, outputs) : engine.evaluator().evaluate(bound, outputs);
    }
}
