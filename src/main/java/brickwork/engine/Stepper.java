package brickwork.engine;

/** Makes training steps. */
@FunctionalInterface
public interface Stepper {

    /**
     * One training step over the samples {@code order[from] … order[from + count - 1]}: forward with dropout, loss, backward, penalty,
     * clip, update. Where a loss, gradient or parameter is not finite the parameters and the optimizer's state stay as they were before
     * the step. Allocates nothing where all is finite.
     *
     * @return what the step met; good until the next step
     */
    StepResult step(Engine.BoundSamples samples, int[] order, int from, int count, StepSettings settings);
}
