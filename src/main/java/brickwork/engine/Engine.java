package brickwork.engine;

import brickwork.data.SampleRows;
import brickwork.kernel.KernelChoice;
import brickwork.plan.ExecutionPlan;

/**
 * One network brought to life: its parameters, its optimizer's state and its workspace, in the number type of the plan. What it does
 * stands in its roles, which share all of these. Not for use by several threads at once; the engine itself may use several.
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

    /** SHA-256, lower-case hex, over all parameters as section 8 of the language defines it. */
    String fingerprint();

    /** Converts samples once to the number type of the engine; the handle belongs to this engine. */
    BoundSamples bind(SampleRows rows);

    /** Room for so many samples, to be filled anew as often as there are others to take; the handle belongs to this engine. */
    Room room(int samples);

    Predictor predictor();

    /**
     * A predictor of its own for another thread, over the parameters as they are now. Those must not change any more; predictors share
     * them, and each adds room for one sample only. It is usable after the engine is closed.
     */
    Predictor newPredictor();

    Evaluator evaluator();

    Differentiator differentiator();

    Stepper stepper();

    /** Shows the buffers of the last pass, whichever role made it; a prediction is no pass. */
    Probe probe();

    /** This engine, its steps made by {@code other}, which may watch or disturb those of {@link #stepper()}. Closing either closes both. */
    default Engine withStepper(Stepper other) {
        return new EngineWithRoles(this, other, evaluator(), differentiator());
    }

    /** This engine, its evaluations made by {@code other}. */
    default Engine withEvaluator(Evaluator other) {
        return new EngineWithRoles(this, stepper(), other, differentiator());
    }

    /** Ends the engine's threads; never fails. */
    @Override
    void close();

    /** Samples bound to an engine. */
    interface BoundSamples {
        int count();
    }

    /** Samples bound to an engine, each of which may be replaced between two steps. */
    interface Room extends BoundSamples {

        /** Puts scaled inputs and encoded targets in the place of a sample. */
        void put(int place, double[] inputs, double[] targets);

        /** Moves {@code count} samples, from {@code place} on, to the front. */
        void moveToFront(int place, int count);
    }
}
