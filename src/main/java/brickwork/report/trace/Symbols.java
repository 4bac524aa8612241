package brickwork.report.trace;

import brickwork.model.Layer;
import brickwork.verify.trace.TensorTrace;

/** What the numbers are called; all count from 1. */
final class Symbols {

    private static final int ONE_DIGIT = 9;

    private Symbols() {}

    /** {@code w12} is the weight from input 2 to unit 1, {@code w1,12} in a wider layer. */
    static String weight(Layer layer, int unit, int input) {
        var wide = layer.units() > ONE_DIGIT || layer.inputs() > ONE_DIGIT;
        return "w" + (unit + 1) + (wide ? "," : "") + (input + 1);
    }

    /** A weight, the bias {@code b1}, or {@code gamma1} and its like. */
    static String entry(TensorTrace tensor, int index) {
        var layer = tensor.place().layer();
        return switch (tensor.place().part()) {
            case WEIGHT -> weight(layer, index / layer.inputs(), index % layer.inputs());
            case BIAS -> "b" + (index + 1);
            case GAMMA -> "gamma" + (index + 1);
            case BETA -> "beta" + (index + 1);
            case RUNNING_MEAN -> "mean" + (index + 1);
            case RUNNING_VARIANCE -> "variance" + (index + 1);
        };
    }

    /** The derivative by W·i: {@code delta1} or, where the layer normalises, {@code dL/dh1}. */
    static String productGradient(Layer layer, int unit) {
        return productGradient(layer) + (unit + 1);
    }

    /** The same of any unit. */
    static String productGradient(Layer layer) {
        return layer.norm().isPresent() ? "dL/dh" : "delta";
    }

    /** What a layer hands on: {@code a} or, with dropout, {@code a'}. */
    static String output(Layer layer) {
        return layer.dropout() > 0 ? "a'" : "a";
    }
}
