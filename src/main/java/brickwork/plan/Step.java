package brickwork.plan;

import brickwork.model.Activation;
import brickwork.model.Clip;
import brickwork.model.Layer;
import brickwork.model.LossTerm;
import brickwork.model.Optimizer;
import brickwork.model.Penalty;
import java.util.List;
import java.util.Optional;

/**
 * One thing done in a training step. Shapes are written [units x samples]; W is [OUT x IN], n the samples of the batch, K the outputs.
 */
public sealed interface Step {

    /** Multiplications with an addition in products of matrices, for a batch of {@code n}. */
    default long multiplyAdds(int n) {
        return 0;
    }

    /** Copies the batch's rows: x(i, s) = input i of row order[s], y(k, s) = target k of row order[s]. */
    record Gather(Buffer inputs, Buffer targets) implements Step {}

    /** z = W·a + b: a chain of fma over the inputs in increasing order, from the bias or 0. */
    record Affine(Layer layer, Buffer input, TensorSlot weights, Optional<TensorSlot> bias, Buffer output) implements Step {
        @Override
        public long multiplyAdds(int n) {
            return weights.elements() * n;
        }
    }

    /** ∂loss/∂W(o, i) = Σ_s δ(o, s)·a(i, s), the sum over samples in the order given. */
    record WeightGradient(Layer layer, Buffer delta, Buffer input, TensorSlot weights, ReductionOrder order) implements Step {
        @Override
        public long multiplyAdds(int n) {
            return weights.elements() * n;
        }
    }

    /** ∂loss/∂b(o) = Σ_s δ(o, s), in lanes. */
    record BiasGradient(Layer layer, Buffer delta, TensorSlot bias) implements Step {}

    /** ∂loss/∂a = Wᵀ·δ: a chain of fma over the units in increasing order, from 0. */
    record InputGradient(Layer layer, Buffer delta, TensorSlot weights, Buffer below) implements Step {
        @Override
        public long multiplyAdds(int n) {
            return weights.elements() * n;
        }
    }

    /** a = f(z); in place where the derivative can be had from a. */
    record Activate(Layer layer, Buffer input, Buffer output) implements Step {
        public Activation activation() {
            return layer.activation();
        }
    }

    /** δ = ∂loss/∂a · f'(z), in place. */
    record ActivationGradient(Layer layer, Buffer input, Buffer output, Buffer delta) implements Step {
        public Activation activation() {
            return layer.activation();
        }
    }

    /** a' = a·mask, mask(u, s) = 0 with probability p, else 1/(1-p), drawn by update, layer, unit and sample; all 1 outside training. */
    record Dropout(Layer layer, Buffer input, Buffer mask, Buffer output) implements Step {}

    /** ∂loss/∂a = ∂loss/∂a'·mask, in place. */
    record DropoutGradient(Layer layer, Buffer mask, Buffer delta) implements Step {}

    /** The data loss: each term's sum over units and samples in lanes, in blocks of {@link #BLOCK} samples that are added in doubles. */
    record LossValue(List<LossTerm> terms, Buffer sums, Buffer outputs, Buffer targets) implements Step {}

    /**
     * The derivative of data terms: by a where {@code bySums} is false, by z where it is true (bce through sigmoid is a - y, cross_entropy
     * through softmax is a·Σy - y). The first term writes delta unless {@code adds}; all others add to it.
     */
    record LossGradient(List<LossTerm> terms, boolean bySums, boolean adds, Buffer sums, Buffer outputs, Buffer targets, Buffer delta)
            implements
                Step {}

    /** The penalty: each tensor's sum in lanes, in blocks of {@link #BLOCK} weights that are added in doubles. */
    record PenaltyValue(List<Penalty> penalties, List<TensorSlot> weights) implements Step {}

    /** ∂penalty/∂W is added to the gradient of every trained weight matrix. */
    record PenaltyGradient(List<Penalty> penalties, List<TensorSlot> weights) implements Step {}

    /** ‖g‖ over all gradients together, in lanes, in blocks of {@link #BLOCK} that are added in doubles; tells whether all are finite. */
    record GradientNorm(long elements) implements Step {}

    /** Clips all gradients. */
    record ClipGradients(Clip clip, long elements) implements Step {}

    /** Moves all trained parameters, unless one would cease to be finite. */
    record Update(Optimizer optimizer, long elements) implements Step {}

    /** Elements of a long sum that are added in the number type before doubles take over. */
    int BLOCK = 4096;
}
