package brickwork.engine;

import brickwork.model.ResourceLimits;
import brickwork.kernel.KernelChoice;
import brickwork.model.Specification;
import brickwork.plan.ExecutionPlan;

/**
 * With what engines compute. None of it changes a bit of a result that comes to its end.
 *
 * @param kernels which kernels run
 * @param threads the most threads of one engine, the caller's among them
 * @param factory what opens engines
 * @param cancellation what may end a computation before its end
 */
public record EngineOptions(KernelChoice kernels, int threads, EngineFactory factory, Cancellation cancellation) {

    /** @throws IllegalArgumentException where {@code threads} is below 1 */
    public EngineOptions {
        if (threads < 1 || threads > ResourceLimits.MOST_THREADS) {
            throw new IllegalArgumentException("threads must be from 1 to " + ResourceLimits.MOST_THREADS + ", got " + threads);
        }
    }

    /** The quickest kernels of this machine, one thread, the standard engines. */
    public static EngineOptions standard() {
        return new EngineOptions(KernelChoice.best(), 1, EngineFactory.STANDARD, Cancellation.NONE);
    }

    public EngineOptions withKernels(KernelChoice choice) {
        return new EngineOptions(choice, threads, factory, cancellation);
    }

    public EngineOptions withThreads(int count) {
        return new EngineOptions(kernels, count, factory, cancellation);
    }

    public EngineOptions withFactory(EngineFactory source) {
        return new EngineOptions(kernels, threads, source, cancellation);
    }

    public EngineOptions withCancellation(Cancellation other) {
        return new EngineOptions(kernels, threads, factory, other);
    }

    /**
     * The same for a computation over so many samples in all, as often as each is taken: a long one begins with the chosen kernels at once.
     */
    public Engine open(Specification network, ExecutionPlan plan, long samples) {
        return KernelWarmup.isWorthwhile(plan, samples) ? withKernels(kernels.atOnce()).open(network, plan) : open(network, plan);
    }

    /** An engine with the network's initial parameters. */
    public Engine open(Specification network, ExecutionPlan plan) {
        return CancellableRoles.of(factory.open(network, plan, kernels, threads), cancellation);
    }
}
