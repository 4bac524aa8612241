package brickwork.engine;

import brickwork.kernel.KernelChoice;
import brickwork.model.Specification;
import brickwork.plan.ExecutionPlan;

/**
 * With what engines compute. None of it changes a bit of a result.
 *
 * @param kernels which kernels run
 * @param threads the most threads of one engine, the caller's among them
 * @param factory what opens engines
 */
public record EngineOptions(KernelChoice kernels, int threads, EngineFactory factory) {

    /** @throws IllegalArgumentException where {@code threads} is below 1 */
    public EngineOptions {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, got " + threads);
        }
    }

    /** The quickest kernels of this machine, one thread, the standard engines. */
    public static EngineOptions standard() {
        return new EngineOptions(KernelChoice.best(), 1, EngineFactory.STANDARD);
    }

    public EngineOptions withKernels(KernelChoice choice) {
        return new EngineOptions(choice, threads, factory);
    }

    public EngineOptions withThreads(int count) {
        return new EngineOptions(kernels, count, factory);
    }

    public EngineOptions withFactory(EngineFactory source) {
        return new EngineOptions(kernels, threads, source);
    }

    /** An engine with the network's initial parameters. */
    public Engine open(Specification network, ExecutionPlan plan) {
        return factory.open(network, plan, kernels, threads);
    }
}
