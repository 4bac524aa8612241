package brickwork.report.trace;

import brickwork.engine.Tensor;
import brickwork.model.Layer;

/** What the numbers are called; all count from 1. */
final class Symbols {

    private static final int ONE_DIGIT = 9;

    private Symbols() {}

    /** {@code w12} is the weight from input 2 to unit 1, {@code w1,12} in a wider layer. */
    static String weight(Layer layer, int unit, int input) {
        return weight(layer.units(), layer.inputs(), unit, input);
    }

    /** A weight, or the bias {@code b1}. */
    static String entry(Tensor tensor, int index) {
        return tensor.bias()
                ? "b" + (index + 1)
                : weight(tensor.rows(), tensor.columns(), index / tensor.columns(), index % tensor.columns());
    }

    private static String weight(int units, int inputs, int unit, int input) {
        return "w" + (unit + 1) + (units > ONE_DIGIT || inputs > ONE_DIGIT ? "," : "") + (input + 1);
    }

    /** What a layer hands on: {@code a} or, with dropout, {@code a'}. */
    static String output(Layer layer) {
        return layer.dropout() > 0 ? "a'" : "a";
    }
}
