package brickwork.engine;

import brickwork.kernel.KernelChoice;
import brickwork.kernel.Kernels64;
import brickwork.plan.ExecutionPlan;

/**
 * A plan lowered to the operations of one kernel set.
 *
 * @param kernels of the caller's thread
 * @param loss    the data loss first, then penalties
 * @param move    the one of {@code update} that moves the parameters; null where nothing is trained
 */
record Operations64(Kernels64 kernels, Operation64[] forward, Operation64[] loss, Operation64[] backward,
        Operation64[] update, UpdateOperation64 move) {

    static Operations64 of(ExecutionPlan plan, ParameterStore64 store, Workspace64 workspace, KernelChoice choice, ThreadTeam team) {
        var kernels = choice.kernels64();
        var lowering = new Lowering64(plan, store, workspace, choice, kernels, team);
        var update = lowering.lower(plan.update());
        return new Operations64(kernels, lowering.lower(plan.forward()), lowering.lower(plan.loss().forward()),
                lowering.lower(plan.backward()), update, move(update));
    }

    private static UpdateOperation64 move(Operation64[] update) {
        for (var operation : update) {
            if (operation instanceof UpdateOperation64 move) {
                return move;
            }
        }
        return null;
    }

    /** To be called where parameters changed by other ways than {@code update}. */
    void forgetBounds() {
        if (move != null) {
            move.forgetBounds();
        }
    }
}
