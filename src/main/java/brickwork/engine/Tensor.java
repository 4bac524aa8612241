package brickwork.engine;

/**
 * A weight matrix or a bias, as it stood at one moment.
 *
 * @param name    {@code layer1.weight} or {@code layer1.bias}
 * @param rows    OUT
 * @param columns IN for a weight matrix, 1 for a bias
 * @param bias    whether it is a bias (shape [rows] in files)
 * @param values  row-major, rows × columns; owned by this record
 */
public record Tensor(String name, int rows, int columns, boolean bias, double[] values) {

    public Tensor {
        if (values.length != rows * columns) {
            throw new IllegalArgumentException(
                    name + " needs " + rows + " x " + columns + " values, got " + values.length);
        }
    }

    public double at(int row, int column) {
        return values[row * columns + column];
    }
}
