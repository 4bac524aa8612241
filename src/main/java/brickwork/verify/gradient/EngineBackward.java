package brickwork.verify.gradient;

import brickwork.data.SampleRows;
import brickwork.engine.EngineFactory;
import brickwork.engine.Parameters;
import brickwork.kernel.KernelChoice;
import brickwork.model.Specification;
import brickwork.plan.Planner;
import java.util.stream.IntStream;

/**
 * The backward pass that training uses.
 *
 * @param engines opens its engines
 * @param kernels they run
 * @param threads of each
 */
public record EngineBackward(EngineFactory engines, KernelChoice kernels, int threads) implements Backward {

    /** On the engines that train. */
    public EngineBackward(KernelChoice kernels, int threads) {
        this(EngineFactory.STANDARD, kernels, threads);
    }

    /** The best kernels there are, on one thread. */
    public static EngineBackward standard() {
        return new EngineBackward(KernelChoice.best(), 1);
    }

    @Override
    public Parameters gradients(Specification network, Parameters parameters, SampleRows rows) {
        try (var engine = engines.open(network, Planner.plan(network, rows.count()), kernels, threads)) {
            engine.setParameters(parameters);
            engine.differentiator().computeGradients(engine.bind(rows), IntStream.range(0, rows.count()).toArray(), 0, rows.count());
            return engine.differentiator().gradients();
        }
    }
}
