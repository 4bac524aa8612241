package brickwork.engine;

import brickwork.data.SampleRows;
import brickwork.kernel.KernelChoice;
import brickwork.plan.ExecutionPlan;

/** An engine some of whose roles another plays; all else is the engine's own. */
record EngineWithRoles(Engine engine, Stepper stepper, Evaluator evaluator, Differentiator differentiator) implements Engine {

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
    public String fingerprint() {
        return engine.fingerprint();
    }

    @Override
    public BoundSamples bind(SampleRows rows) {
        return engine.bind(rows);
    }

    @Override
    public Room room(int samples) {
        return engine.room(samples);
    }

    @Override
    public Predictor predictor() {
        return engine.predictor();
    }

    @Override
    public Predictor newPredictor() {
        return engine.newPredictor();
    }

    @Override
    public Probe probe() {
        return engine.probe();
    }

    @Override
    public void close() {
        engine.close();
    }
}
