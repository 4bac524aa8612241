package brickwork.verify;

import brickwork.data.SampleRows;
import brickwork.engine.Engine;
import brickwork.engine.Evaluator;
import brickwork.engine.EngineOptions;
import brickwork.engine.Parameters;
import brickwork.model.Specification;
import brickwork.plan.Planner;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A network at certain parameters, and what engines compute of it. Rows are scaled and encoded; dropout and clipping are off.
 *
 * @param specification the network
 * @param engines       open the engines
 * @param parameters    its parameters
 */
public record NetworkState(Specification specification, EngineOptions engines, Parameters parameters) {

    /** Asks an engine for batches of {@code batch} samples at most. */
    public <T> T ask(int batch, Function<Engine, T> question) {
        try (var engine = engines.open(specification, Planner.plan(specification, batch))) {
            engine.setParameters(parameters);
            return question.apply(engine);
        }
    }

    /** The outputs for all rows, row-major: count × outputs numbers. */
    public double[] outputs(SampleRows rows) {
        return ask(rows.count(), engine -> {
            var outputs = new double[rows.count() * specification.outputs()];
            engine.evaluator().evaluateInto(outputs, engine.bind(rows));
            return outputs;
        });
    }

    /** The data loss over all rows. */
    public double dataLoss(SampleRows rows) {
        return ask(rows.count(), engine -> engine.evaluator().evaluate(engine.bind(rows), Evaluator.Outputs.NONE));
    }

    /** Gradients of data loss plus penalty over all rows, in the names and shapes of the parameters. */
    public Parameters gradients(SampleRows rows) {
        return ask(rows.count(), engine -> {
            engine.differentiator().computeGradients(engine.bind(rows), ascending(rows.count()), 0, rows.count());
            return engine.differentiator().gradients();
        });
    }

    /** 0, 1, … {@code count} - 1: all rows in their order. */
    public static int[] ascending(int count) {
        return IntStream.range(0, count).toArray();
    }
}
