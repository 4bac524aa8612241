package brickwork.plan;

import brickwork.model.Activation;
import brickwork.model.Bias;
import brickwork.model.Clip;
import brickwork.model.Layer;
import brickwork.model.LossTerm;
import brickwork.model.Optimizer;
import brickwork.model.Penalty;
import brickwork.source.DecimalText;
import java.util.List;
import java.util.Optional;

/**
 * One thing done in a training step. Shapes are written [units x samples]; W is [OUT x IN], n the samples of the batch, K the outputs.
 */
public sealed interface Step {

    /** What is made from what, by which formula, in which order its sums are taken: one line. */
    String text();

    /** Multiplications with an addition in products of matrices, for a batch of {@code n}. */
    default long multiplyAdds(int n) {
        return 0;
    }

    /** What a layer makes on the way up. */
    sealed interface Forward extends Step {

        Layer layer();

        Buffer output();
    }

    /** Copies the batch's rows: x(i, s) = input i of row order[s], y(k, s) = target k of row order[s]. */
    record Gather(Buffer inputs, Buffer targets) implements Step {
        @Override
        public String text() {
            return "gather: rows of the batch to " + inputs + " and " + targets;
        }
    }

    /** z = W·a + b: a chain of fma over the inputs in increasing order, from the bias or 0. */
    record Affine(Layer layer, Buffer input, TensorSlot weights, Optional<TensorSlot> bias, Buffer output) implements Forward {
        @Override
        public String text() {
            return "affine: " + output + " = " + weights + " * " + input + bias.map(b -> " + " + b).orElse("")
                    + "; chain over " + StepText.count(layer.inputs(), "input") + " from " + (bias.isPresent() ? "the bias" : "0");
        }

        @Override
        public long multiplyAdds(int n) {
            return weights.elements() * n;
        }
    }

    /** What a batch normalisation holds: its numbers, and where its tensors lie. */
    record Normalization(Bias.Norm norm, TensorSlot gamma, TensorSlot beta, TensorSlot mean, TensorSlot variance) {}

    /**
     * z = gamma·x + beta with x = (h - mean)/√(variance + epsilon), x in place of h; mean and variance of the batch in a pass that
     * gradients follow, running ones in others.
     */
    record Normalize(Layer layer, Normalization by, Buffer products, Buffer output) implements Forward {
        @Override
        public String text() {
            return "normalize: " + output + " = " + by.gamma() + " * " + products.name() + " + " + by.beta() + ", " + products.name()
                    + ", in place, = (" + products.name() + " - mean)/root(variance + " + DecimalText.of(by.norm().epsilon())
                    + ") over the batch; lanes over samples";
        }
    }

    /**
     * ∂loss/∂gamma = Σ_s δ·x, ∂loss/∂beta = Σ_s δ, in lanes, and ∂loss/∂h = gamma/√(variance + epsilon)·(δ - Σδ/n - x·Σ(δ·x)/n).
     */
    record NormalizeGradient(Layer layer, Normalization by, Buffer delta, Buffer normalized, Buffer below) implements Step {
        @Override
        public String text() {
            return "normalize gradient: " + below + " from " + delta.name() + " and " + normalized.name() + "; d" + by.gamma() + ", d"
                    + by.beta() + " = sums of " + delta.name() + " * " + normalized.name() + " and " + delta.name()
                    + "; lanes over samples";
        }
    }

    /** running = (1 - momentum)·running + momentum·seen, for mean and variance; the variance seen is the unbiased one. */
    record FollowBatch(Layer layer, Normalization by) implements Step {
        @Override
        public String text() {
            return "statistics: " + by.mean() + ", " + by.variance() + " += " + DecimalText.of(by.norm().momentum())
                    + " * (those of the batch - them)";
        }
    }

    /** ∂loss/∂W(o, i) = Σ_s δ(o, s)·a(i, s), the sum over samples in the order given. */
    record WeightGradient(Layer layer, Buffer delta, Buffer input, TensorSlot weights, ReductionOrder order) implements Step {
        @Override
        public String text() {
            return "weight gradient: d" + weights + " = " + delta.name() + " * " + input.name() + " transposed; " + order.word()
                    + " over samples";
        }

        @Override
        public long multiplyAdds(int n) {
            return weights.elements() * n;
        }
    }

    /** ∂loss/∂b(o) = Σ_s δ(o, s), in lanes. */
    record BiasGradient(Layer layer, Buffer delta, TensorSlot bias) implements Step {
        @Override
        public String text() {
            return "bias gradient: d" + bias + " = sums of " + delta.name()
                    + "; lanes over samples";
        }
    }

    /** ∂loss/∂a = Wᵀ·δ: a chain of fma over the units in increasing order, from 0. */
    record InputGradient(Layer layer, Buffer delta, TensorSlot weights, Buffer below) implements Step {
        @Override
        public String text() {
            return "input gradient: " + below + " = " + weights
                    + " transposed * " + delta.name() + "; chain over " + StepText.count(layer.units(), "unit") + " from 0";
        }

        @Override
        public long multiplyAdds(int n) {
            return weights.elements() * n;
        }
    }

    /** a = f(z); in place where the derivative can be had from a. */
    record Activate(Layer layer, Buffer input, Buffer output) implements Forward {
        @Override
        public String text() {
            return "activate: " + StepText.change(input, output) + " = "
                    + activation().word() + "(" + input.name() + ")";
        }

        public Activation activation() {
            return layer.activation();
        }
    }

    /** δ = ∂loss/∂a · f'(z), in place. */
    record ActivationGradient(Layer layer, Buffer input, Buffer output, Buffer delta) implements Step {
        @Override
        public String text() {
            return "activation gradient: " + delta.name() + " *= "
                    + layer.activation().word() + "'(" + StepText.sources(input, output) + ")";
        }

        public Activation activation() {
            return layer.activation();
        }
    }

    /** a' = a·mask, mask(u, s) = 0 with probability p, else 1/(1-p), drawn by update, layer, unit and sample; all 1 outside training. */
    record Dropout(Layer layer, Buffer input, Buffer mask, Buffer output) implements Forward {
        @Override
        public String text() {
            return "dropout: " + output + " = " + input.name() + " * " + mask.name() + ", zero with probability "
                    + DecimalText.of(layer.dropout());
        }
    }

    /** ∂loss/∂a = ∂loss/∂a'·mask, in place. */
    record DropoutGradient(Layer layer, Buffer mask, Buffer delta) implements Step {
        @Override
        public String text() {
            return "dropout gradient: " + delta.name() + " *= " + mask.name();
        }
    }

    /** The data loss: each term's sum over units and samples in lanes, in blocks of {@link #BLOCK} samples that are added in doubles. */
    record LossValue(List<LossTerm> terms, Buffer preActivations, Buffer outputs, Buffer targets) implements Step {
        @Override
        public String text() {
            return "loss: " + StepText.terms(terms) + " of "
                    + StepText.sources(preActivations, outputs) + " and " + targets.name() + "; lanes over samples in blocks of " + BLOCK;
        }
    }

    /**
     * The derivative of data terms: by a where {@code fromZ} is false, by z where it is true (bce through sigmoid is a - y, cross_entropy
     * through softmax is a·Σy - y). The first term writes delta unless {@code adds}; all others add to it.
     */
    record LossGradient(List<LossTerm> terms, boolean fromZ, boolean adds, Buffer preActivations, Buffer outputs, Buffer targets,
            Buffer delta)
            implements
                Step {
        @Override
        public String text() {
            return "loss gradient: " + delta + (adds ? " += " : " = ") + "d "
                    + StepText.terms(terms) + "/d" + (fromZ ? preActivations : outputs).name();
        }
    }

    /** The penalty: each tensor's sum in lanes, in blocks of {@link #BLOCK} weights that are added in doubles. */
    record PenaltyValue(List<Penalty> penalties, List<TensorSlot> weights) implements Step {
        @Override
        public String text() {
            return "penalty: " + StepText.penalties(penalties) + " over "
                    + StepText.count(weights.size(), "weight matrix", "weight matrices")
                    + "; lanes in blocks of " + BLOCK;
        }
    }

    /** ∂penalty/∂W is added to the gradient of every trained weight matrix. */
    record PenaltyGradient(List<Penalty> penalties, List<TensorSlot> weights) implements Step {
        @Override
        public String text() {
            return "penalty gradient: " + StepText.penalties(penalties) + " added to "
                    + StepText.count(weights.size(), "gradient");
        }
    }

    /** ‖g‖ over all gradients together, in lanes, in blocks of {@link #BLOCK} that are added in doubles; tells whether all are finite. */
    record GradientNorm(long elements) implements Step {
        @Override
        public String text() {
            return "norm: over " + StepText.count(elements, "gradient") + "; lanes in blocks of " + BLOCK;
        }
    }

    /** Clips all gradients. */
    record ClipGradients(Clip clip, long elements) implements Step {
        @Override
        public String text() {
            return switch (clip) {
                case Clip.Norm(var bound) ->
                        "clip: all gradients times " + DecimalText.of(bound) + "/norm where the norm is above " + DecimalText.of(bound);
                case Clip.Value(var bound) -> "clip: every gradient cut to [-" + DecimalText.of(bound) + ", " + DecimalText.of(bound) + "]";
            };
        }
    }

    /** Moves all trained parameters, unless one would cease to be finite. */
    record Update(Optimizer optimizer, long elements) implements Step {
        @Override
        public String text() {
            return "update: " + StepText.rule(optimizer.rule()) + " on " + StepText.count(elements, "parameter");
        }
    }

    /** Elements of a long sum that are added in the number type before doubles take over. */
    int BLOCK = 4096;
}
