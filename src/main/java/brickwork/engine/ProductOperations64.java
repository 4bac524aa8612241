package brickwork.engine;

import brickwork.kernel.Kernels64;
import brickwork.kernel.Matrix64;
import brickwork.plan.ReductionOrder;
import brickwork.plan.Step;

/** The products of a layer, each for the rows {@code from … from + rows - 1} of what it makes, so that threads may share them. */
final class ProductOperations64 {

    private ProductOperations64() {}

    /** z = W·a + b; [out, n] = [out, in]·[in, n]. */
    static final class Affine extends Operation64 {
        private final Kernels64 kernels;
        private final Matrix64 weights;
        private final Matrix64 input;
        private final double[] bias;
        private final int biasAt;
        private final Matrix64 output;
        private final int rows;
        private final int inner;

        Affine(Step.Affine step, Kernels64 kernels, ParameterStore64 store, Workspace64 workspace, int from, int rows) {
            this.kernels = kernels;
            this.weights = store.matrix(step.weights()).fromRow(from);
            this.input = workspace.matrix(step.input());
            this.bias = step.bias().isPresent() ? store.values : null;
            this.biasAt = step.bias().map(b -> Math.toIntExact(b.offset()) + from).orElse(0);
            this.output = workspace.matrix(step.output()).fromRow(from);
            this.rows = rows;
            this.inner = step.layer().inputs();
        }

        @Override
        void run(PassState64 frame) {
            kernels.product(weights, input, bias, biasAt, output, rows, frame.columns, inner);
        }
    }

    /** ∂loss/∂a = Wᵀ·δ; [in, n] = [in, out]·[out, n]. */
    static final class InputGradient extends Operation64 {
        private final Kernels64 kernels;
        private final Matrix64 weights;
        private final Matrix64 delta;
        private final Matrix64 below;
        private final int rows;
        private final int inner;

        InputGradient(Step.InputGradient step, Kernels64 kernels, ParameterStore64 store, Workspace64 workspace, int from, int rows) {
            this.kernels = kernels;
            this.weights = store.matrix(step.weights()).transposed().fromRow(from);
            this.delta = workspace.matrix(step.delta());
            this.below = workspace.matrix(step.below()).fromRow(from);
            this.rows = rows;
            this.inner = step.layer().units();
        }

        @Override
        void run(PassState64 frame) {
            kernels.product(weights, delta, null, 0, below, rows, frame.columns, inner);
        }
    }

    /** ∂loss/∂W = δ·aᵀ; [out, in] = [out, n]·[n, in]. */
    static final class WeightGradient extends Operation64 {
        private final Kernels64 kernels;
        private final boolean inLanes;
        private final Matrix64 delta;
        private final Matrix64 input;
        private final Matrix64 gradient;
        private final int rows;
        private final int columns;

        WeightGradient(Step.WeightGradient step, Kernels64 kernels, ParameterStore64 store, Workspace64 workspace, int from, int rows) {
            this.kernels = kernels;
            this.inLanes = step.order() == ReductionOrder.LANES;
            this.delta = workspace.matrix(step.delta()).fromRow(from);
            this.input = workspace.matrix(step.input()).transposed();
            this.gradient = store.gradientMatrix(step.weights()).fromRow(from);
            this.rows = rows;
            this.columns = step.layer().inputs();
        }

        @Override
        void run(PassState64 frame) {
            if (inLanes) {
                kernels.productInLanes(delta, input, gradient, rows, columns, frame.count);
            } else {
                kernels.product(delta, input, null, 0, gradient, rows, columns, frame.count);
            }
        }
    }

    /** ∂loss/∂b = Σ_s δ; [out] from [out, n]. */
    static final class BiasGradient extends Operation64 {
        private final Kernels64 kernels;
        private final Matrix64 delta;
        private final double[] gradients;
        private final int at;
        private final int rows;

        BiasGradient(Step.BiasGradient step, Kernels64 kernels, ParameterStore64 store, Workspace64 workspace, int from, int rows) {
            this.kernels = kernels;
            this.delta = workspace.matrix(step.delta()).fromRow(from);
            this.gradients = store.gradients();
            this.at = Math.toIntExact(step.bias().offset()) + from;
            this.rows = rows;
        }

        @Override
        void run(PassState64 frame) {
            kernels.rowSums(delta, rows, frame.count, gradients, at);
        }
    }
}
