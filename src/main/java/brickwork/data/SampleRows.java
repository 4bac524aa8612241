package brickwork.data;

import brickwork.model.Specification;

/** Samples as the engine takes them: scaled inputs and encoded targets, row by row. */
public interface SampleRows {

    /** Number of samples, at least 1. */
    int count();

    /** Width of an input row. */
    int inputs();

    /** Width of a target row. */
    int targets();

    /** Writes the inputs of {@code row} to {@code into[at…]}. */
    void input(int row, double[] into, int at);

    /** Writes the targets of {@code row} to {@code into[at…]}. */
    void target(int row, double[] into, int at);

    /** @throws IllegalArgumentException where they have other widths than the network */
    default void requireFit(Specification network) {
        requireFit(network, inputs(), targets());
    }

    /** @throws IllegalArgumentException where samples of these widths are none of the network */
    static void requireFit(Specification network, int inputs, int targets) {
        if (inputs != network.inputs() || targets != network.outputs()) {
            throw new IllegalArgumentException("the network takes " + network.inputs() + " inputs and gives " + network.outputs()
                    + " outputs a row, got samples of " + inputs + " inputs and " + targets + " targets");
        }
    }
}
