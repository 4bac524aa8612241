package brickwork.engine;

import brickwork.data.SampleRows;

/**
 * The roles of an engine, each of which looks first whether it was cancelled: before a step, a batch of an evaluation, a differentiation.
 */
record CancellableRoles(Engine engine, Stepper steps, Evaluator evaluates, Differentiator differentiates, Cancellation cancellation)
        implements
            Stepper,
            Evaluator,
            Differentiator {

    static Engine of(Engine engine, Cancellation cancellation) {
        var roles = new CancellableRoles(engine, engine.stepper(), engine.evaluator(), engine.differentiator(), cancellation);
        return new EngineWithRoles(engine, roles, roles, roles);
    }

    @Override
    public StepResult step(Engine.BoundSamples samples, int[] order, int from, int count, StepSettings settings) {
        cancellation.checkStep();
        return steps.step(samples, order, from, count, settings);
    }

    @Override
    public double evaluate(Engine.BoundSamples samples, Outputs outputs) {
        cancellation.check();
        return evaluates.evaluate(samples, checking(outputs));
    }

    @Override
    public double evaluate(SampleRows samples, Outputs outputs) {
        cancellation.check();
        return evaluates.evaluate(samples, checking(outputs));
    }

    private Outputs checking(Outputs outputs) {
        return new Outputs() {
            @Override
            public void rows(int first, int count, double[] block) {
                cancellation.check();
                outputs.rows(first, count, block);
            }

            @Override
            public boolean looks() {
                return outputs.looks();
            }
        };
    }

    @Override
    public double penalty() {
        return evaluates.penalty();
    }

    @Override
    public double computeGradients(Engine.BoundSamples samples, int[] order, int from, int count) {
        cancellation.check();
        return differentiates.computeGradients(samples, order, from, count);
    }

    @Override
    public Parameters gradients() {
        return differentiates.gradients();
    }
}
