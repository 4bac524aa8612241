package brickwork.engine;

import brickwork.data.SampleRows;
import brickwork.kernel.KernelChoice;
import brickwork.plan.ExecutionPlan;

/**
 * One network being run: its parameters, its optimizer's state and its workspace, in the number type of the plan. Steps allocate nothing.
 * Not for use by several threads at once; the engine itself may use several.
 *
 * <p>All numbers cross this seam as doubles; in f32 they are rounded on the way in and exact on the way out.
 */
public interface Engine extends AutoCloseable {

    ExecutionPlan plan();

    KernelChoice kernels();

    /** A copy of all parameters. */
    Parameters parameters();

    /** Replaces all parameters; names and shapes must fit. The optimizer's state stays. */
    void setParameters(Parameters parameters);

    /** Parameters and optimizer state together, to go on from later. */
    EngineState state();

    /** Goes back to {@code state}; the engine must be of the same network. */
    void restore(EngineState state);

    /** Converts samples once to the number type of the engine; the handle belongs to this engine. */
    BoundSamples bind(SampleRows rows);

    /**
     * One training step over the samples {@code order[from] … order[from + count - 1]}: forward with dropout, loss, backward, penalty,
     * clip, update. Where a loss, gradient or parameter is not finite the parameters and the optimizer's state stay as they were before
     * the step.
     *
     * @return whether all was finite; otherwise {@link #fault()} says where
     */
    boolean step(BoundSamples samples, int[] order, int from, int count, StepSettings settings);

    /** Where the last step met the first number that is not finite. */
    NonFinite fault();

    /** Data loss of the last step's batch, before its update. */
    double dataLoss();

    /** Penalty of the last step, before its update. */
    double penalty();

    /**
     * Rows of the last step's batch whose class was right, from the same forward pass. With one output class 1 is a > 0.5; with several
     * the class is the largest, the lowest index on a tie; likewise for targets.
     */
    int correct();

    /** L2 norm of all gradients together in the last step, before clipping. */
    double gradientNorm();

    /**
     * Backward at the present parameters over the samples in the order given, dropout and clipping off, no update: afterwards
     * {@link #gradients()} holds the gradients of data loss plus penalty.
     */
    void computeGradients(BoundSamples samples, int[] order, int from, int count);

    /** The gradients {@link #differentiate} left, tensor by tensor in the order of {@link #parameters()}; zero for what is not trained. */
    Parameters gradients();

    /**
     * Evaluates all samples in order with dropout off.
     *
     * @param outputs receives count × outputs numbers, row-major, or null where only losses are wanted
     * @return data loss over all samples
     */
    double evaluate(BoundSamples samples, double[] outputs);

    /** Penalty at the present parameters. */
    double evaluatePenalty();

    /** Outputs for one row of (scaled) inputs, dropout off; allocates nothing. */
    void predict(double[] inputs, double[] outputs);

    /** SHA-256, lower-case hex, over all parameters as section 8 of the language defines it. */
    String fingerprint();

    /** Ends the engine's threads; never fails. */
    @Override
    void close();

    /** Samples bound to an engine. */
    interface BoundSamples {
        int count();
    }
}
