package brickwork.verify;

import brickwork.kernel.KernelChoice;
import brickwork.model.Network;
import brickwork.plan.Planner;
import brickwork.run.EngineSource;
import brickwork.run.Parameters;
import brickwork.run.Rows;
import java.util.stream.IntStream;

/**
 * The backward pass that training uses.
 *
 * @param engines opens its engines
 * @param kernels with these kernels
 * @param threads on so many threads
 */
public record EngineBackward(EngineSource engines, KernelChoice kernels, int threads) implements Backward {

    /** On the engines that train. */
    public EngineBackward(KernelChoice kernels, int threads) {
        this(EngineSource.STANDARD, kernels, threads);
    }

    /** The best kernels there are, on one thread. */
    public static EngineBackward standard() {
        return new EngineBackward(KernelChoice.best(), 1);
    }

    @Override
    public Parameters gradients(Network network, Parameters parameters, Rows rows) {
        try (var engine = engines.open(network, Planner.plan(network, rows.count()), kernels, threads)) {
            engine.setParameters(parameters);
            engine.differentiate(engine.bind(rows), IntStream.range(0, rows.count()).toArray(), 0, rows.count());
            return engine.gradients();
        }
    }
}
