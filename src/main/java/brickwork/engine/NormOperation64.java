package brickwork.engine;

import brickwork.kernel.Kernels64;
import brickwork.plan.Step;

/** ‖g‖ = √Σ g² over all gradients; finite exactly when every gradient is. Blocks are summed on their own, so threads may share them. */
final class NormOperation64 extends Operation64 {

    /** Below this a sum of squares may have lost terms too small for the number type. */
    private static final double SMALLEST = Double.MIN_NORMAL * 1e8d;

    private final double[] gradients;
    private final double[] sums;

    NormOperation64(ParameterStore64 store, double[] sums) {
        this.gradients = store.gradients();
        this.sums = sums;
    }

    /** Blocks of all gradients. */
    static int blocks(ParameterStore64 store) {
        return Math.ceilDiv(store.trained, Step.BLOCK);
    }

    @Override
    void run(PassState64 frame) {
        var squares = 0.0;
        for (var sum : sums) {
            squares += sum;
        }
        frame.norm = squares >= SMALLEST && squares <= Double.MAX_VALUE ? Math.sqrt(squares) : scaledNorm(); // stays double
        frame.bound = frame.norm * (1 + 1e-3);
        frame.broken = Double.isNaN(frame.norm); // stays double
    }

    /** ‖g‖ = top·√Σ (g/top)² with top the largest |g|, where squares themselves are too large or too small; NaN where g is not finite. */
    private double scaledNorm() { // stays double
        var top = 0.0;
        for (var g : gradients) {
            if (!Double.isFinite(g)) {
                return Double.NaN; // stays double
            }
            top = Math.max(top, Math.abs(g));
        }
        var squares = 0.0;
        for (var g : gradients) {
            squares = top == 0 ? 0 : Math.fma(g / top, g / top, squares);
        }
        return top * Math.sqrt(squares);
    }

    /** Σ g² of the blocks {@code from … to - 1}. */
    static final class Blocks extends Operation64 {
        private final Kernels64 kernels;
        private final double[] gradients;
        private final double[] sums;
        private final int from;
        private final int to;

        Blocks(Kernels64 kernels, ParameterStore64 store, double[] sums, int from, int to) {
            this.kernels = kernels;
            this.gradients = store.gradients();
            this.sums = sums;
            this.from = from;
            this.to = to;
        }

        @Override
        void run(PassState64 frame) {
            for (var block = from; block < to; block++) {
                var at = block * Step.BLOCK;
                sums[block] = kernels.sumOfSquares(gradients, at, Math.min(Step.BLOCK, gradients.length - at));
            }
        }
    }
}
