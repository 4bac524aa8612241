package brickwork.engine;

/** Computes gradients at the present parameters; nothing is updated. */
public interface Differentiator {

    /**
     * Forward and backward over the samples {@code order[from] … order[from + count - 1]}, dropout and clipping off: afterwards
     * {@link #gradients()} holds the gradients of data loss plus penalty.
     *
     * @return data loss over these samples
     */
    double computeGradients(Engine.BoundSamples samples, int[] order, int from, int count);

    /** The gradients {@link #computeGradients} left, tensor by tensor in the order of the parameters; zero for what is not trained. */
    Parameters gradients();
}
