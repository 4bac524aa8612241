package brickwork.plan;

import brickwork.model.Layer;

/**
 * Where a weight matrix or a bias lies in the one array of all parameters. Trained tensors come first, so that gradients and the
 * optimizer's memory have the same offsets.
 *
 * @param layer   whose it is
 * @param bias    whether it is the bias
 * @param offset  index of its first value
 * @param trained whether steps change it
 */
public record TensorSlot(Layer layer, boolean bias, long offset, boolean trained) {

    /** {@code layer1.weight}. */
    public String name() {
        return bias ? layer.biasName() : layer.weightName();
    }

    /** OUT. */
    public int rows() {
        return layer.units();
    }

    /** IN for a weight matrix, 1 for a bias. */
    public int columns() {
        return bias ? 1 : layer.inputs();
    }

    public long elements() {
        return (long) rows() * columns();
    }

    /** {@code layer1.weight [25 x 2]}. */
    @Override
    public String toString() {
        return name() + " [" + rows() + (bias ? "" : " x " + columns()) + "]";
    }
}
