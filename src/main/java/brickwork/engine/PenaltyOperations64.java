package brickwork.engine;

import brickwork.kernel.Kernels64;
import brickwork.model.Penalty;
import brickwork.plan.Step;
import brickwork.plan.TensorSlot;
import java.util.List;

/** The penalty and its derivative. */
final class PenaltyOperations64 {

    private PenaltyOperations64() {}

    /** Σ over terms of λ·(sum over all weight matrices). */
    static final class Value extends Operation64 {
        private final PenaltyTerm64[][] terms;
        private final double[] lambdas; // stays double

        Value(Step.PenaltyValue step, Kernels64 kernels, ParameterStore64 store) {
            this.terms = terms(step.penalties(), step.weights(), kernels, store);
            this.lambdas = step.penalties().stream().mapToDouble(Penalty::lambda).toArray(); // stays double
        }

        @Override
        void run(PassState64 frame) {
            var penalty = 0.0;
            for (var t = 0; t < lambdas.length; t++) {
                var sum = 0.0;
                for (var matrix : terms[t]) {
                    sum = matrix.addTo(sum);
                }
                penalty += lambdas[t] * sum;
            }
            frame.penalty = penalty;
            frame.broken |= !Double.isFinite(frame.dataLoss + penalty); // stays double
        }
    }

    /** g += ∂penalty/∂w, term after term, over the trained weight matrices. */
    static final class Gradient extends Operation64 {
        private final PenaltyTerm64[][] terms;

        Gradient(Step.PenaltyGradient step, Kernels64 kernels, ParameterStore64 store) {
            this.terms = terms(step.penalties(), step.weights(), kernels, store);
        }

        @Override
        void run(PassState64 frame) {
            for (var term : terms) {
                for (var matrix : term) {
                    matrix.addGradient();
                }
            }
        }
    }

    /** A row for each penalty, a term for each weight matrix. */
    private static PenaltyTerm64[][] terms(List<Penalty> penalties, List<TensorSlot> weights, Kernels64 kernels, ParameterStore64 store) {
        return penalties.stream()
                .map(penalty -> weights.stream().map(slot -> PenaltyTerm64.of(penalty, slot, kernels, store)).toArray(PenaltyTerm64[]::new))
                .toArray(PenaltyTerm64[][]::new);
    }
}
