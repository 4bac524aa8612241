package brickwork.data;

import brickwork.model.Specification;

/** Samples of any kind, by the widths of their rows. */
public interface SampleWidths {

    /** Width of an input row. */
    int inputs();

    /** Width of a target row. */
    int targets();

    /** @throws IllegalArgumentException where they have other widths than the network */
    default void requireFit(Specification network) {
        if (inputs() != network.inputs() || targets() != network.outputs()) {
            throw new IllegalArgumentException("the network takes " + network.inputs() + " inputs and gives " + network.outputs()
                    + " outputs a row, got samples of " + inputs() + " inputs and " + targets() + " targets");
        }
    }
}
