package brickwork.engine;

import brickwork.kernel.Kernels64;
import brickwork.kernel.Matrix64;
import brickwork.kernel.Rounding64;
import brickwork.plan.Step;

/** Batch normalisation, each for the units {@code from … from + units - 1}. */
final class NormalizationOperations64 {

    private NormalizationOperations64() {}

    /** What a pass finds of each unit: mean and biased variance over the batch, and the root of variance + epsilon. */
    static final class Statistics {
        final double[] mean;
        final double[] variance;
        final double[] root;

        Statistics(int units) {
            this.mean = new double[units];
            this.variance = new double[units];
            this.root = new double[units];
        }
    }

    /** x = (h - mean)/root in place of h, z = gamma·x + beta. */
    static final class Forward extends Operation64 {
        private final Kernels64 kernels;
        private final Statistics statistics;
        private final double[] parameters;
        private final int gamma;
        private final int beta;
        private final int mean;
        private final int variance;
        private final double epsilon;
        private final double[] h;
        private final Matrix64 products;
        private final double[] z;
        private final int from;
        private final int units;
        private final int stride;

        Forward(Step.Normalize step, Statistics statistics, Kernels64 kernels, ParameterStore64 store, Workspace64 workspace, int from,
                int units) {
            this.kernels = kernels;
            this.statistics = statistics;
            this.parameters = store.values;
            this.gamma = Math.toIntExact(step.by().gamma().offset());
            this.beta = Math.toIntExact(step.by().beta().offset());
            this.mean = Math.toIntExact(step.by().mean().offset());
            this.variance = Math.toIntExact(step.by().variance().offset());
            this.epsilon = Rounding64.of(step.by().norm().epsilon());
            this.h = workspace.array(step.products());
            this.products = workspace.matrix(step.products()).fromRow(from);
            this.z = workspace.array(step.output());
            this.from = from;
            this.units = units;
            this.stride = workspace.stride;
        }

        @Override
        void run(PassState64 frame) {
            if (frame.fitting) {
                kernels.rowSums(products, units, frame.count, statistics.mean, from);
            }
            for (var unit = from; unit < from + units; unit++) {
                var at = unit * stride;
                if (frame.fitting) {
                    centre(at, frame.count, statistics.mean[unit] /= frame.count);
                    statistics.variance[unit] = kernels.sumOfSquares(h, at, frame.count) / frame.count;
                    statistics.root[unit] = root(statistics.variance[unit]);
                } else {
                    centre(at, frame.count, parameters[mean + unit]);
                    statistics.root[unit] = root(parameters[variance + unit]);
                }
                scale(at, frame.count, statistics.root[unit], parameters[gamma + unit], parameters[beta + unit]);
            }
        }

        /** NaN for a variance so large that its unbiased form may be infinite: what is divided by it stops the pass. */
        private double root(double square) {
            return square <= Double.MAX_VALUE / 2 ? Rounding64.of(Math.sqrt(square + epsilon)) : Double.NaN;
        }

        private void centre(int at, int count, double middle) {
            for (var i = at; i < at + count; i++) {
                h[i] -= middle;
            }
        }

        private void scale(int at, int count, double root, double factor, double shift) {
            for (var i = at; i < at + count; i++) {
                h[i] /= root;
                z[i] = factor * h[i] + shift;
            }
        }
    }

    /** ∂loss/∂gamma, ∂loss/∂beta and ∂loss/∂h. */
    static final class Gradient extends Operation64 {
        private final Kernels64 kernels;
        private final Statistics statistics;
        private final double[] parameters;
        private final int gamma;
        private final boolean trained;
        private final double[] gradients;
        private final int beta;
        private final double[] delta;
        private final Matrix64 deltas;
        private final double[] x;
        private final double[] below;
        private final Matrix64 belows;
        private final double[] byGamma;
        private final double[] byBeta;
        private final int from;
        private final int units;
        private final int stride;

        Gradient(Step.NormalizeGradient step, Statistics statistics, Kernels64 kernels, ParameterStore64 store, Workspace64 workspace,
                int from, int units) {
            this.kernels = kernels;
            this.statistics = statistics;
            this.parameters = store.values;
            this.gamma = Math.toIntExact(step.by().gamma().offset());
            this.beta = Math.toIntExact(step.by().beta().offset());
            this.trained = step.by().gamma().trained();
            this.gradients = store.gradients();
            this.delta = workspace.array(step.delta());
            this.deltas = workspace.matrix(step.delta()).fromRow(from);
            this.x = workspace.array(step.normalized());
            this.below = workspace.array(step.below());
            this.belows = workspace.matrix(step.below()).fromRow(from);
            this.byGamma = new double[units];
            this.byBeta = new double[units];
            this.from = from;
            this.units = units;
            this.stride = workspace.stride;
        }

        @Override
        void run(PassState64 frame) {
            kernels.multiply(delta, x, below, from * stride, units * stride);
            kernels.rowSums(belows, units, frame.count, byGamma, 0);
            kernels.rowSums(deltas, units, frame.count, byBeta, 0);
            if (trained) {
                System.arraycopy(byGamma, 0, gradients, gamma + from, units);
                System.arraycopy(byBeta, 0, gradients, beta + from, units);
            }
            for (var i = 0; i < units; i++) {
                var factor = parameters[gamma + from + i] / statistics.root[from + i];
                through((from + i) * stride, frame.count, factor, byBeta[i] / frame.count, byGamma[i] / frame.count);
            }
        }

        private void through(int at, int count, double factor, double mean, double meanWithX) {
            for (var i = at; i < at + count; i++) {
                below[i] = factor * (delta[i] - mean - x[i] * meanWithX);
            }
        }
    }

    /** running = (1 - momentum)·running + momentum·seen. */
    static final class Follow extends Operation64 {
        private final Statistics statistics;
        private final double[] parameters;
        private final int mean;
        private final int variance;
        private final double kept;
        private final double momentum;

        Follow(Step.FollowBatch step, Statistics statistics, ParameterStore64 store) {
            this.statistics = statistics;
            this.parameters = store.values;
            this.mean = Math.toIntExact(step.by().mean().offset());
            this.variance = Math.toIntExact(step.by().variance().offset());
            this.kept = Rounding64.of(1 - step.by().norm().momentum());
            this.momentum = Rounding64.of(step.by().norm().momentum());
        }

        @Override
        void run(PassState64 frame) {
            for (var unit = 0; unit < statistics.mean.length; unit++) {
                var unbiased = statistics.variance[unit] * frame.count / (frame.count - 1);
                parameters[mean + unit] = kept * parameters[mean + unit] + momentum * statistics.mean[unit];
                parameters[variance + unit] = kept * parameters[variance + unit] + momentum * unbiased;
            }
        }
    }
}
