package brickwork.engine;

/**
 * Shows what the last pass left in the buffers of an engine: the last step or differentiation, or the last batch of an evaluation. Every
 * answer is a copy, sample after sample.
 */
public interface Probe {

    /** Samples of the last pass; 0 before the first. */
    int samples();

    /**
     * Whether the engine's plan keeps that quantity to the end of a pass. Where it does not, another took its place: a plan of
     * {@link brickwork.plan.Planner#planKeepingAll} keeps all there are. Gradients are computed only of layers with something trained at
     * them or below.
     *
     * @param layer counted from 1
     */
    boolean keeps(Quantity quantity, int layer);

    /**
     * The numbers of a layer, [samples x units].
     *
     * @param layer counted from 1
     * @throws IllegalArgumentException where the plan does not keep them
     */
    double[] values(Quantity quantity, int layer);

    /** What a layer computes for every sample and unit. */
    enum Quantity {
        /** z = W·x + b. */
        PRE_ACTIVATIONS,
        /** a = f(z). */
        ACTIVATIONS,
        /** a after dropout; a itself where there is none. */
        OUTPUTS,
        /** δ = ∂loss/∂z of the last backward pass, penalties not included. */
        GRADIENTS
    }
}
