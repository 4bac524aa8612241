package brickwork;

import brickwork.data.FittedScaling;
import brickwork.engine.Engine;
import brickwork.engine.EngineOptions;
import brickwork.engine.Parameters;
import brickwork.model.Specification;
import brickwork.plan.Planner;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Predictors over the parameters of one network, as many as threads predict at the same time. Taking one and giving it back allocates
 * nothing, never waits, and starts no thread. They share the parameters; each has room for one sample.
 */
final class PredictorPool {

    /** Predictors that are kept; what is given back beyond is left to the garbage collector. */
    private static final int KEPT = Integer.highestOneBit(Math.max(8, 4 * Runtime.getRuntime().availableProcessors()));

    private final AtomicReferenceArray<RowPredictor> idle = new AtomicReferenceArray<>(KEPT);
    private final Specification network;
    private final Parameters parameters;
    private final FittedScaling scaling;
    private final EngineOptions engines;
    private Engine engine;

    PredictorPool(Specification network, Parameters parameters, FittedScaling scaling, EngineOptions engines) {
        this.network = network;
        this.parameters = parameters;
        this.scaling = scaling;
        this.engines = engines;
    }

    /** One that is no other thread's until it is given back. */
    private RowPredictor take() {
        var first = place();
        for (var i = 0; i < KEPT; i++) {
            var place = first + i & KEPT - 1;
            var predictor = idle.getPlain(place) == null ? null : idle.getAndSet(place, null);
            if (predictor != null) {
                return predictor;
            }
        }
        return open();
    }

    private void give(RowPredictor predictor) {
        var first = place();
        for (var i = 0; i < KEPT; i++) {
            var place = first + i & KEPT - 1;
            if (idle.getPlain(place) == null && idle.compareAndSet(place, null, predictor)) {
                return;
            }
        }
    }

    /** Where a thread looks first, so that it finds the predictor it had. */
    private static int place() {
        return (int) Thread.currentThread().threadId() & KEPT - 1;
    }

    /** A new one. */
    synchronized RowPredictor open() {
        if (engine == null) {
            engine = engines.withThreads(1).open(network, Planner.plan(network, 1));
            engine.setParameters(parameters);
        }
        return new RowPredictor(engine.newPredictor(), scaling, network.inputs(), network.outputs());
    }

    /** Predicts one row. */
    void predict(double[] inputs, double[] outputs) {
        requireWidths(given(inputs).length, outputs(outputs).length, 1);
        predictRows(inputs, outputs, 0, 1);
    }

    void predict(float[] inputs, float[] outputs) {
        requireWidths(given(inputs).length, outputs(outputs).length, 1);
        predictRows(inputs, outputs, 0, 1);
    }

    /** Predicts row after row, shared among as many threads as there may be. */
    void predictAll(double[] inputs, double[] outputs) {
        var rows = rows(given(inputs).length, outputs(outputs).length);
        if (engines.threads() == 1) {
            predictRows(inputs, outputs, 0, rows);
        } else {
            RowShares.run(rows, engines.threads(), (from, to) -> predictRows(inputs, outputs, from, to));
        }
    }

    void predictAll(float[] inputs, float[] outputs) {
        var rows = rows(given(inputs).length, outputs(outputs).length);
        if (engines.threads() == 1) {
            predictRows(inputs, outputs, 0, rows);
        } else {
            RowShares.run(rows, engines.threads(), (from, to) -> predictRows(inputs, outputs, from, to));
        }
    }

    private static <T> T given(T inputs) {
        return Objects.requireNonNull(inputs, "an array of inputs is needed, got null");
    }

    private static <T> T outputs(T outputs) {
        return Objects.requireNonNull(outputs, "an array for the outputs is needed, got null");
    }

    private int rows(int inputs, int outputs) {
        var rows = inputs / network.inputs();
        requireWidths(inputs, outputs, rows);
        return rows;
    }

    void requireWidths(int inputs, int outputs, int rows) {
        if (inputs != (long) rows * network.inputs() || outputs != (long) rows * network.outputs()) {
            throw new IllegalArgumentException("the network takes " + network.inputs() + " inputs and gives " + network.outputs()
                    + " outputs a row, got arrays of " + inputs + " and " + outputs);
        }
    }

    private void predictRows(double[] inputs, double[] outputs, int from, int to) {
        var predictor = take();
        try {
            for (var row = from; row < to; row++) {
                var result = predictor.predict(inputs, row * network.inputs());
                System.arraycopy(result, 0, outputs, row * result.length, result.length);
            }
        } finally {
            give(predictor);
        }
    }

    private void predictRows(float[] inputs, float[] outputs, int from, int to) {
        var predictor = take();
        try {
            for (var row = from; row < to; row++) {
                var result = predictor.predict(inputs, row * network.inputs());
                for (var k = 0; k < result.length; k++) {
                    outputs[row * result.length + k] = (float) result[k];
                }
            }
        } finally {
            give(predictor);
        }
    }

    /** Predicts rows that are arrays of their own. */
    double[][] predictAll(double[][] rows) {
        var outputs = new double[Objects.requireNonNull(rows, "rows of inputs are needed, got null").length][network.outputs()];
        RowShares.run(rows.length, engines.threads(), (from, to) -> {
            for (var row = from; row < to; row++) {
                try {
                    predict(rows[row], outputs[row]);
                } catch (IllegalArgumentException refused) {
                    throw new IllegalArgumentException("of the rows, row " + (row + 1) + ": " + refused.getMessage(), refused);
                }
            }
        });
        return outputs;
    }
}
