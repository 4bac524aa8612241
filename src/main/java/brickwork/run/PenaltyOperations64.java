package brickwork.run;

import brickwork.kernel.Kernels64;
import brickwork.kernel.Rounding64;
import brickwork.model.Penalty;
import brickwork.plan.Step;
import java.util.List;

/** The penalty and its derivative. */
final class PenaltyOperations64 {

    private PenaltyOperations64() {}

    /** Σ over terms of λ·(sum over all weight matrices). */
    static final class Value extends Operation64 {
        private final Kernels64 kernels;
        private final double[] values;
        private final boolean[] squares;
        private final double[] lambdas; // stays double
        private final int[] at;
        private final int[] length;

        Value(Step.PenaltyValue step, Kernels64 kernels, Store64 store) {
            this.kernels = kernels;
            this.values = store.values;
            this.squares = squares(step.penalties());
            this.lambdas = lambdas(step.penalties());
            this.at = step.weights().stream().mapToInt(s -> (int) s.offset()).toArray();
            this.length = step.weights().stream().mapToInt(s -> (int) s.elements()).toArray();
        }

        @Override
        void run(Frame64 frame) {
            var penalty = 0.0;
            for (var t = 0; t < lambdas.length; t++) {
                var sum = 0.0;
                for (var w = 0; w < at.length; w++) {
                    for (int done = 0, block; done < length[w]; done += block) {
                        block = Math.min(Step.BLOCK, length[w] - done);
                        sum += squares[t]
                                ? kernels.sumOfSquares(values, at[w] + done, block)
                                : kernels.sumOfMagnitudes(values, at[w] + done, block);
                    }
                }
                penalty += lambdas[t] * sum;
            }
            frame.penalty = penalty;
            frame.broken |= !Double.isFinite(frame.dataLoss + penalty); // stays double
        }
    }

    /** g += λ·sign w for l1, g += 2·λ·w for l2, over the trained weight matrices. */
    static final class Gradient extends Operation64 {
        private final Kernels64 kernels;
        private final double[] values;
        private final double[] gradients;
        private final boolean[] squares;
        private final double[] lambdas; // stays double
        private final int[] at;
        private final int[] length;

        Gradient(Step.PenaltyGradient step, Kernels64 kernels, Store64 store) {
            this.kernels = kernels;
            this.values = store.values;
            this.gradients = store.gradients;
            this.squares = squares(step.penalties());
            this.lambdas = lambdas(step.penalties());
            this.at = step.weights().stream().mapToInt(s -> (int) s.offset()).toArray();
            this.length = step.weights().stream().mapToInt(s -> (int) s.elements()).toArray();
        }

        @Override
        void run(Frame64 frame) {
            for (var t = 0; t < lambdas.length; t++) {
                for (var w = 0; w < at.length; w++) {
                    if (squares[t]) {
                        kernels.addScaled(values, at[w], Rounding64.of(2 * lambdas[t]), gradients, at[w], length[w]);
                    } else {
                        kernels.addSigns(values, at[w], Rounding64.of(lambdas[t]), gradients, at[w], length[w]);
                    }
                }
            }
        }
    }

    private static boolean[] squares(List<Penalty> penalties) {
        var squares = new boolean[penalties.size()];
        for (var t = 0; t < squares.length; t++) {
            squares[t] = switch (penalties.get(t)) {
                case Penalty.L1 _ -> false;
                case Penalty.L2 _ -> true;
            };
        }
        return squares;
    }

    private static double[] lambdas(List<Penalty> penalties) { // stays double
        return penalties.stream().mapToDouble(Penalty::lambda).toArray(); // stays double
    }
}
