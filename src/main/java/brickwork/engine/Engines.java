package brickwork.engine;

import brickwork.kernel.KernelChoice;
import brickwork.model.Specification;
import brickwork.plan.ExecutionPlan;

/** Opens engines. */
public final class Engines {

    private Engines() {}

    /**
     * An engine with the network's initial parameters ({@link Initializer}).
     *
     * @param network what {@code plan} was made from
     * @param plan    how it is run
     * @param kernels with which kernels; the bits do not depend on it
     * @param threads how many threads may share large layers, the caller's among them, at least 1; the bits do not depend on it. A plan
     *                without large layers stays on the caller's thread
     * @throws IllegalArgumentException if the plan is of another network, {@code threads} is below 1, or a tensor is longer than an array
     */
    public static Engine open(Specification network, ExecutionPlan plan, KernelChoice kernels, int threads) {
        if (!plan.network().equals(network)) {
            throw new IllegalArgumentException("the plan is not one of this network");
        }
        if (threads < 1) {
            throw new IllegalArgumentException("an engine needs at least 1 thread, got " + threads);
        }
        return switch (network.precision()) {
            case F32 -> new PlanEngine32(plan, kernels, threads);
            case F64 -> new PlanEngine64(plan, kernels, threads);
        };
    }
}
