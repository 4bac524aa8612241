package brickwork.engine;

import brickwork.kernel.Kernels64;
import brickwork.kernel.LossKernel64;
import brickwork.kernel.Rounding64;
import brickwork.model.LossTerm;
import brickwork.plan.Step;

/** The data loss and its derivative. */
final class LossOperations64 {

    private LossOperations64() {}

    /** Σ over terms of factor·(sum of the term)/divisor. */
    static final class Value extends Operation64 {
        private final Term[] terms;
        private final double[] z;
        private final double[] a;
        private final double[] y;
        private final int units;
        private final int stride;

        Value(Step.LossValue step, Kernels64 kernels, Workspace64 workspace) {
            this.terms = step.terms().stream().map(t -> new Term(t, kernels)).toArray(Term[]::new);
            this.z = workspace.array(step.preActivations());
            this.a = workspace.array(step.outputs());
            this.y = workspace.array(step.targets());
            this.units = step.outputs().units();
            this.stride = workspace.stride;
        }

        @Override
        void run(PassState64 frame) {
            var loss = 0.0;
            for (var term : terms) {
                var sum = 0.0;
                for (var from = 0; from < frame.count; from += Step.BLOCK) {
                    sum += term.kernel.value(z, a, y, units, from, Math.min(from + Step.BLOCK, frame.count), stride);
                }
                loss += term.weight(frame.count, units) * sum;
            }
            frame.dataLoss = loss;
            frame.broken = !Double.isFinite(loss); // stays double
        }
    }

    /** delta = Σ over terms of factor/divisor·derivative. */
    static final class Gradient extends Operation64 {
        private final Term[] terms;
        private final boolean adds;
        private final double[] z;
        private final double[] a;
        private final double[] y;
        private final double[] delta;
        private final int units;
        private final int stride;

        Gradient(Step.LossGradient step, Kernels64 kernels, Workspace64 workspace) {
            this.terms = step.terms().stream().map(t -> new Term(t, kernels)).toArray(Term[]::new);
            this.adds = step.adds();
            this.z = workspace.array(step.preActivations());
            this.a = workspace.array(step.outputs());
            this.y = workspace.array(step.targets());
            this.delta = workspace.array(step.delta());
            this.units = step.outputs().units();
            this.stride = workspace.stride;
        }

        @Override
        void run(PassState64 frame) {
            var add = adds;
            for (var term : terms) {
                var scale = Rounding64.of(term.weight(frame.count, units));
                term.kernel.gradient(z, a, y, delta, units, term.ofHost ? frame.count : frame.columns, stride, scale, add);
                if (term.ofHost && !add) {
                    clearPadding(frame);
                }
                add = true;
            }
        }

        /** The host program is not asked about padding, to which later terms are added. */
        private void clearPadding(PassState64 frame) {
            for (var u = 0; u < units; u++) {
                for (var s = frame.count; s < frame.columns; s++) {
                    delta[u * stride + s] = 0;
                }
            }
        }
    }

    private static final class Term {
        final LossKernel64 kernel;
        private final double factor; // stays double
        private final boolean meanOverUnits;
        final boolean ofHost;

        Term(LossTerm term, Kernels64 kernels) {
            this.kernel = kernels.loss(term.kind());
            this.factor = term.factor();
            this.meanOverUnits = switch (term.kind()) {
                case LossTerm.MeanSquaredError _, LossTerm.MeanAbsoluteError _, LossTerm.Huber _, LossTerm.BinaryCrossEntropy _ -> true;
                case LossTerm.SumSquaredError _, LossTerm.CrossEntropy _, LossTerm.Host _ -> false;
            };
            this.ofHost = term.kind() instanceof LossTerm.Host;
        }

        /** factor/(B·K), or factor/B. */
        double weight(int samples, int units) { // stays double
            return factor / (meanOverUnits ? (long) samples * units : samples);
        }
    }
}
