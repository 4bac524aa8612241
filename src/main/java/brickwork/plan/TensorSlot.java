package brickwork.plan;

import brickwork.model.Layer;
import brickwork.model.TensorSpec;

/**
 * Where a tensor lies in the one array of all parameters. Trained tensors come first, so that gradients and the optimizer's state have the
 * same offsets.
 *
 * @param layer  whose it is
 * @param tensor which one
 * @param offset index of its first value
 */
public record TensorSlot(Layer layer, TensorSpec tensor, long offset) {

    /** {@code layer1.weight}. */
    public String name() {
        return tensor.name();
    }

    /** Whether steps change it. */
    public boolean trained() {
        return tensor.trained();
    }

    /** OUT. */
    public int rows() {
        return tensor.rows();
    }

    /** IN for a matrix, 1 for a vector. */
    public int columns() {
        return tensor.columns();
    }

    public long elements() {
        return tensor.elements();
    }

    /** {@code layer1.weight [25 x 2]}. */
    @Override
    public String toString() {
        return name() + " [" + tensor.shape() + "]";
    }
}
