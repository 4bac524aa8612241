package brickwork.engine;

import brickwork.data.SampleRows;
import brickwork.kernel.KernelChoice;
import brickwork.plan.ExecutionPlan;

/** An engine whose steps another makes; all else is the engine's own. */
record EngineWithStepper(Engine engine, Stepper stepper) implements Engine {

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
    public Predictor predictor() {
        return engine.predictor();
    }

    @Override
    public Predictor newPredictor() {
        return engine.newPredictor();
    }

    @Override
    public Evaluator evaluator() {
        return engine.evaluator();
    }

    @Override
    public Differentiator differentiator() {
        return engine.differentiator();
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
