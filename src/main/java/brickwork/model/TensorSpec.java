package brickwork.model;

/**
 * A tensor that a layer holds: what parameters, files, checkpoints, fingerprint and gradient check need to know of it.
 *
 * @param name      {@code layer1.weight}
 * @param shape     [OUT, IN] for a matrix, [OUT] for a vector
 * @param role      what changes it
 * @param start     how it starts
 * @param penalized whether penalties count it
 */
public record TensorSpec(String name, Shape shape, Role role, Initialization start, boolean penalized) {

    /** What changes a tensor. */
    public enum Role {
        /** Steps of the optimizer. */
        TRAINED,
        /** Nothing: it keeps its first values. */
        FIXED,
        /** The forward pass of a training step, as running statistics are; it has no gradient. */
        STATE
    }

    public boolean trained() {
        return role == Role.TRAINED;
    }

    public boolean isVector() {
        return shape.extents().size() == 1;
    }

    /** OUT. */
    public int rows() {
        return shape.extents().getFirst();
    }

    /** IN for a matrix, 1 for a vector. */
    public int columns() {
        return isVector() ? 1 : shape.extents().get(1);
    }

    public long elements() {
        return shape.elements();
    }
}
