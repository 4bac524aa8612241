package brickwork.engine;

import brickwork.source.Origin;

/**
 * The first number that was not finite.
 *
 * @param what   what it belongs to
 * @param layer  number of the layer, or 0 for the loss as a whole
 * @param tensor {@code layer1.weight}, {@code layer2.bias}, {@code layer2.output}, {@code loss}, or {@code layer1.weight.v}
 *               of the optimizer's memory
 * @param row    row in the tensor (output unit; for an output: sample of the batch), or -1 for a scalar
 * @param column column in the tensor, or -1
 * @param value  the number
 * @param origin the line of the spec that names the layer or the loss
 */
public record NonFinite(What what, int layer, String tensor, int row, int column, double value, Origin origin) {

    /** Kinds of numbers that are watched. */
    public enum What {
        OUTPUT,
        LOSS,
        GRADIENT,
        PARAMETER,
        /** What the optimizer remembers of a parameter. */
        MEMORY
    }
}
