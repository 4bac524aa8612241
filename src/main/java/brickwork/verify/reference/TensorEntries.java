package brickwork.verify.reference;

import brickwork.engine.Parameters;
import brickwork.engine.Tensor;
import java.util.ArrayList;
import java.util.List;

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
        var entries = new ArrayList<S>(tensor.values().length);
        for (var index = 0; index < tensor.values().length; index++) {
            entries.add(lift.lift(tensor, index));
        }
        return entries;
    }
}
