package brickwork.engine;

import brickwork.kernel.KernelChoice;
import brickwork.model.Specification;
import brickwork.plan.ExecutionPlan;

/** Opens engines: {@link Engines#open}, or something before it that watches what an engine is asked, or that has a fault to be found. */
@FunctionalInterface
public interface EngineFactory {

    /** The engines that train. */
    EngineFactory STANDARD = Engines::open;

    /** An engine with the network's initial parameters; see {@link Engines#open}. */
    Engine open(Specification network, ExecutionPlan plan, KernelChoice kernels, int threads);
}
