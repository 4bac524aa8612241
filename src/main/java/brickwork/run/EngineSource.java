package brickwork.run;

import brickwork.kernel.KernelChoice;
import brickwork.model.Network;
import brickwork.plan.ExecutionPlan;

/** Opens engines: {@link Engines#open}, or something before it that watches what an engine is asked, or that has a fault to be found. */
@FunctionalInterface
public interface EngineSource {

    /** The engines that train. */
    EngineSource STANDARD = Engines::open;

    /** An engine with the network's initial parameters; see {@link Engines#open}. */
    Engine open(Network network, ExecutionPlan plan, KernelChoice kernels, int threads);
}
