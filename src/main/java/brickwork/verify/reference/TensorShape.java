package brickwork.verify.reference;

/**
 * A tensor that a layer needs.
 *
 * @param name    {@code layer1.weight} and so on
 * @param rows    OUT
 * @param columns IN for a matrix, 1 for a vector
 * @param trained whether updates move it
 */
public record TensorShape(String name, int rows, int columns, boolean trained) {}
