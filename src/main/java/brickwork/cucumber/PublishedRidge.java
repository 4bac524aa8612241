package brickwork.cucumber;

import brickwork.model.CustomPenalty;

/**
 * The ridge penalty of a published tutorial on exclusive or, with the gradient that its code has: Σw² over a matrix, to every entry of
 * whose gradient the whole sum 2·Σw² is added, where the derivative is 2·w. Here to be found, not to be used.
 */
final class PublishedRidge implements CustomPenalty {

    @Override
    public double value(double[] weights, int rows, int columns) {
        return squares(weights, rows * columns);
    }

    @Override
    public void gradient(double[] weights, int rows, int columns, double[] into) {
        var sum = 2 * squares(weights, rows * columns);
        for (var i = 0; i < rows * columns; i++) {
            into[i] = sum;
        }
    }

    private static double squares(double[] weights, int count) {
        var sum = 0.0;
        for (var i = 0; i < count; i++) {
            sum += weights[i] * weights[i];
        }
        return sum;
    }
}
