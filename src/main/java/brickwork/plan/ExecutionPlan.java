package brickwork.plan;

import brickwork.model.Specification;
import java.util.ArrayList;
import java.util.List;

/**
 * How a network is run: every step of a training step, in order, and where its numbers lie.
 *
 * @param network what is run
 * @param batch   the most samples a step takes
 * @param stride  samples the workspace has room for
 * @param slots   weights and biases in the order of the layers
 * @param buffers the workspace
 * @param gather  the first step
 * @param layers  forward and backward of each layer
 * @param loss    loss and penalty, and their derivative by the last layer's sums
 * @param update  what follows the backward pass; each of these steps is made only where those before it met finite numbers alone
 */
public record ExecutionPlan(Specification network, int batch, int stride, List<TensorSlot> slots, List<Buffer> buffers, Step.Gather gather,
        List<LayerPlan> layers, LossPlan loss, List<Step> update) {

    public ExecutionPlan {
        slots = List.copyOf(slots);
        buffers = List.copyOf(buffers);
        layers = List.copyOf(layers);
        update = List.copyOf(update);
    }

    /** From the rows of a batch to the outputs of the last layer. */
    public List<Step> forward() {
        var steps = new ArrayList<Step>();
        steps.add(gather);
        layers.forEach(layer -> steps.addAll(layer.forward()));
        return List.copyOf(steps);
    }

    /** From outputs and targets to the gradients of the loss, the last layer first. */
    public List<Step> backward() {
        var steps = new ArrayList<>(loss.backward());
        layers.reversed().forEach(layer -> steps.addAll(layer.backward()));
        loss.penaltyBackward().ifPresent(steps::add);
        return List.copyOf(steps);
    }

    /** One training step from start to end. */
    public List<Step> steps() {
        var steps = new ArrayList<>(forward());
        steps.addAll(loss.forward());
        steps.addAll(backward());
        steps.addAll(update);
        return List.copyOf(steps);
    }

    /** Number of weights and biases that steps change. */
    public long trained() {
        return slots.stream().filter(TensorSlot::trained).mapToLong(TensorSlot::elements).sum();
    }

    /** Multiply-adds of the products of one step over a full batch. */
    public long multiplyAdds() {
        return steps().stream().mapToLong(s -> s.multiplyAdds(batch)).sum();
    }

    public MemoryEstimate memory() {
        return MemoryEstimate.of(this);
    }
}
