package brickwork.engine;

/** Evaluates samples at the present parameters, dropout off. */
public interface Evaluator {

    /**
     * Evaluates all samples in order.
     *
     * @param outputs receives count × outputs numbers, row-major, or null where only the loss is wanted
     * @return data loss over all samples
     */
    double evaluate(Engine.BoundSamples samples, double[] outputs);

    /** Penalty at the present parameters. */
    double penalty();
}
