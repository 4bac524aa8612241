package brickwork.plan;

import brickwork.model.Precision;

/**
 * What training by a plan needs, in bytes. The kernels' packed panels come on top, at most {@link #PANELS} a thread; predicting rows one at
 * a time keeps a copy of the weights beside the parameters, and neither gradients nor the optimizer's memory.
 *
 * @param parameters weights and biases
 * @param gradients  of those that are trained
 * @param optimizer  what the optimizer remembers of those that are trained
 * @param workspace  one batch's activations, masks and deltas
 */
public record MemoryEstimate(long parameters, long gradients, long optimizer, long workspace) {

    /**
     * The most that a kernel set keeps of packed panels and the like, whatever the shapes: about as much as a cache of the second level
     * holds.
     */
    public static final long PANELS = 2 << 20;

    static MemoryEstimate of(ExecutionPlan plan) {
        var size = plan.network().precision() == Precision.F32 ? Float.BYTES : Double.BYTES;
        var trained = plan.trained() * size;
        var workspace = plan.buffers().stream().mapToLong(Buffer::elements).sum() * size;
        return new MemoryEstimate(plan.network().parameters() * size, trained,
                trained * plan.network().learning().descent().optimizer().rule().state().size(), workspace);
    }

    public long total() {
        return parameters + gradients + optimizer + workspace;
    }
}
