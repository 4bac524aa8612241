package brickwork.verify.check;

import brickwork.data.SampleRows;
import brickwork.engine.Engine;
import brickwork.engine.EngineState;
import brickwork.engine.NonFinite;
import brickwork.engine.Parameters;
import brickwork.engine.StepSettings;
import brickwork.kernel.KernelChoice;
import brickwork.plan.ExecutionPlan;
import java.util.Arrays;

/** An engine whose training steps are watched; all else is the engine's own. */
final class WatchedEngine implements Engine {

    private final Engine engine;
    private final Watch watch;

    WatchedEngine(Engine engine, Watch watch) {
        this.engine = engine;
        this.watch = watch;
    }

    /** Is told of every step that was made. */
    interface Watch {

        /** A step is about to be made over {@code places}, the rows of the training part in the order of the batch. */
        void before(Engine engine, int[] places, StepSettings settings);

        /** It was made, and all was finite. */
        void after(Engine engine, int[] places, StepSettings settings);
    }

    @Override
    public boolean step(BoundSamples samples, int[] order, int from, int count, StepSettings settings) {
        var places = Arrays.copyOfRange(order, from, from + count);
        watch.before(engine, places, settings);
        var finite = engine.step(samples, order, from, count, settings);
        if (finite) {
            watch.after(engine, places, settings);
        }
        return finite;
    }

    @Override
    public ExecutionPlan plan() {
        return engine.plan();
    }

    @Override
    public KernelChoice kernels() {
        return engine.kernels();
    }

    @Override
    public Parameters parameters() {
        return engine.parameters();
    }

    @Override
    public void setParameters(Parameters parameters) {
        engine.setParameters(parameters);
    }

    @Override
    public EngineState state() {
        return engine.state();
    }

    @Override
    public void restore(EngineState state) {
        engine.restore(state);
    }

    @Override
    public BoundSamples bind(SampleRows rows) {
        return engine.bind(rows);
    }

    @Override
    public NonFinite fault() {
        return engine.fault();
    }

    @Override
    public double dataLoss() {
        return engine.dataLoss();
    }

    @Override
    public double penalty() {
        return engine.penalty();
    }

    @Override
    public int correct() {
        return engine.correct();
    }

    @Override
    public double gradientNorm() {
        return engine.gradientNorm();
    }

    @Override
    public void computeGradients(BoundSamples samples, int[] order, int from, int count) {
        engine.computeGradients(samples, order, from, count);
    }

    @Override
    public Parameters gradients() {
        return engine.gradients();
    }

    @Override
    public double evaluate(BoundSamples samples, double[] outputs) {
        return engine.evaluate(samples, outputs);
    }

    @Override
    public double evaluatePenalty() {
        return engine.evaluatePenalty();
    }

    @Override
    public void predict(double[] inputs, double[] outputs) {
        engine.predict(inputs, outputs);
    }

    @Override
    public String fingerprint() {
        return engine.fingerprint();
    }

    @Override
    public void close() {
        engine.close();
    }
}
