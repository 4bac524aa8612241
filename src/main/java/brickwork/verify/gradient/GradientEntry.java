package brickwork.verify.gradient;

import brickwork.source.Origin;

/**
 * One parameter's two gradients.
 *
 * @param parameter whose they are
 * @param backward  by backpropagation
 * @param numeric   by differences, or by dual numbers where the report says so
 * @param diff      how far apart: abs(backward - numeric) / max(abs backward, abs numeric, 1e-5·max(1, abs loss))
 * @param origin    where the layer was written
 */
public record GradientEntry(Parameter parameter, double backward, double numeric, double diff, Origin origin) {

    /**
     * A parameter of a network.
     *
     * @param layer  counted from 1
     * @param tensor {@code layer1.weight} and so on
     * @param row    the unit, counted from 0
     * @param column the input, counted from 0; 0 where there is one number a unit
     */
    public record Parameter(int layer, String tensor, int row, int column) {}

    /** {@code layer1.weight[0][2]}, or {@code layer1.bias[3]} where there is one number a unit. */
    public String place() {
        return parameter.tensor() + "[" + parameter.row() + "]"
                + (parameter.tensor().endsWith(".weight") ? "[" + parameter.column() + "]" : "");
    }
}
