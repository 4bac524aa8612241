package brickwork.verify.reference;

import brickwork.engine.Parameters;
import brickwork.engine.Tensor;
import java.util.List;
import java.util.stream.IntStream;

/** The entries of parameters in one number type. */
record TensorEntries<S extends Scalar<S>>(Parameters parameters, Lift<S> lift) {

    /** Makes a number of the type wanted from an entry of a tensor. */
    @FunctionalInterface
    interface Lift<S> {
        S lift(Tensor tensor, int index);
    }

    /** Those of one tensor, row after row. */
    List<S> of(String name) {
        var tensor = parameters.tensor(name);
        return IntStream.range(0, tensor.values().length).mapToObj(index -> lift.lift(tensor, index)).toList();
    }
}
