package brickwork.engine;

import brickwork.model.Precision;
import java.util.List;

/**
 * All weights and biases of a network at one moment, in the order layer1.weight, layer1.bias, layer2.weight, …, absent biases skipped,
 * frozen ones included. Values are exact in {@code precision}.
 */
public record Parameters(Precision precision, List<Tensor> tensors) {

    public Parameters {
        tensors = List.copyOf(tensors);
    }

    /** The same numbers in arrays of their own. */
    public Parameters copy() {
        return new Parameters(precision, tensors.stream()
                .map(t -> new Tensor(t.name(), t.rows(), t.columns(), t.bias(), t.values().clone())).toList());
    }

    /** The tensor of that name. */
    public Tensor tensor(String name) {
        return tensors.stream().filter(t -> t.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no tensor " + name + " among "
                        + tensors.stream().map(Tensor::name).toList()));
    }
}
