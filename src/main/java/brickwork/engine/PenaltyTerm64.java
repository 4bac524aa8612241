package brickwork.engine;

import brickwork.kernel.Kernels64;
import brickwork.kernel.Rounding64;
import brickwork.model.Penalty;
import brickwork.plan.Step;
import brickwork.plan.TensorSlot;
import java.util.Arrays;

/** One penalty over one weight matrix. */
abstract class PenaltyTerm64 {

    final Kernels64 kernels;
    final ParameterStore64 store;
    final int at;
    final int length;

    private PenaltyTerm64(TensorSlot slot, Kernels64 kernels, ParameterStore64 store) {
        this.kernels = kernels;
        this.store = store;
        this.at = (int) slot.offset();
        this.length = (int) slot.elements();
    }

    static PenaltyTerm64 of(Penalty penalty, TensorSlot slot, Kernels64 kernels, ParameterStore64 store) {
        return switch (penalty) {
            case Penalty.L1(var lambda, _) -> new Magnitudes(slot, kernels, store, Rounding64.of(lambda));
            case Penalty.L2(var lambda, _) -> new Squares(slot, kernels, store, Rounding64.of(2 * lambda));
            case Penalty.Host host -> new OfHost(host, slot, kernels, store);
        };
    }

    /** Adds the matrix's sum, without λ, to {@code sum}. */
    abstract double addTo(double sum); // stays double

    /** Adds the derivative to the matrix's gradient. */
    abstract void addGradient();

    /** A sum that kernels take in blocks. */
    private abstract static class InBlocks extends PenaltyTerm64 {

        private InBlocks(TensorSlot slot, Kernels64 kernels, ParameterStore64 store) {
            super(slot, kernels, store);
        }

        @Override
        double addTo(double sum) { // stays double
            var whole = sum;
            for (int done = 0, block; done < length; done += block) {
                block = Math.min(Step.BLOCK, length - done);
                whole += ofBlock(at + done, block);
            }
            return whole;
        }

        abstract double ofBlock(int from, int count);
    }

    /** λ·Σ|w|; g += λ·sign w. */
    private static final class Magnitudes extends InBlocks {
        private final double lambda;

        Magnitudes(TensorSlot slot, Kernels64 kernels, ParameterStore64 store, double lambda) {
            super(slot, kernels, store);
            this.lambda = lambda;
        }

        @Override
        double ofBlock(int from, int count) {
            return kernels.sumOfMagnitudes(store.values, from, count);
        }

        @Override
        void addGradient() {
            kernels.addSigns(store.values, at, lambda, store.gradients(), at, length);
        }
    }

    /** λ·Σw²; g += 2·λ·w. */
    private static final class Squares extends InBlocks {
        private final double twice;

        Squares(TensorSlot slot, Kernels64 kernels, ParameterStore64 store, double twice) {
            super(slot, kernels, store);
            this.twice = twice;
        }

        @Override
        double ofBlock(int from, int count) {
            return kernels.sumOfSquares(store.values, from, count);
        }

        @Override
        void addGradient() {
            kernels.addScaled(store.values, at, twice, store.gradients(), at, length);
        }
    }

    /** A function of the host program, in doubles; its derivatives are rounded once and times λ added by one fma. */
    private static final class OfHost extends PenaltyTerm64 {
        private final Penalty.Host host;
        private final int rows;
        private final int columns;
        private final double lambda;
        private final double[] weights; // stays double
        private final double[] derivatives; // stays double

        OfHost(Penalty.Host host, TensorSlot slot, Kernels64 kernels, ParameterStore64 store) {
            super(slot, kernels, store);
            this.host = host;
            this.rows = slot.rows();
            this.columns = slot.columns();
            this.lambda = Rounding64.of(host.lambda());
            this.weights = new double[length]; // stays double
            this.derivatives = new double[length]; // stays double
        }

        @Override
        double addTo(double sum) { // stays double
            take();
            return sum + host.value(weights, rows, columns);
        }

        @Override
        void addGradient() {
            take();
            Arrays.fill(derivatives, 0);
            host.gradient(weights, rows, columns, derivatives);
            for (var i = 0; i < length; i++) {
                store.gradients()[at + i] = Math.fma(lambda, Rounding64.of(derivatives[i]), store.gradients()[at + i]);
            }
        }

        private void take() {
            for (var i = 0; i < length; i++) {
                weights[i] = store.values[at + i];
            }
        }
    }
}
