package brickwork.verify.gradient;

import brickwork.source.Origin;

/**
 * One parameter's two gradients.
 *
 * @param layer    counted from 1
 * @param tensor   {@code layer1.weight} and so on
 * @param row      the unit, counted from 0
 * @param column   the input, counted from 0; 0 for a bias
 * @param backward by backpropagation
 * @param numeric  by differences, or by dual numbers where the report says so
 * @param diff     how far apart: abs(backward - numeric) / max(abs backward, abs numeric, 1e-5·max(1, abs loss))
 * @param origin   where the layer was written
 */
public record GradientEntry(int layer, String tensor, int row, int column, double backward, double numeric, double diff, Origin origin) {

    /** {@code layer1.weight[0][2]}, or {@code layer1.bias[3]}. */
    public String place() {
        return tensor.endsWith(".bias") ? tensor + "[" + row + "]" : tensor + "[" + row + "][" + column + "]";
    }
}
