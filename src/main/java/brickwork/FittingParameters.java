package brickwork;

import brickwork.engine.Parameters;
import brickwork.engine.Tensor;
import brickwork.model.Precision;
import brickwork.model.Specification;
import brickwork.model.TensorSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.function.Predicate;

/** Holds parameters of a host program against the network they are for. */
final class FittingParameters {

    private FittingParameters() {}

    /**
     * A copy in the order and the precision of the network.
     *
     * @throws IllegalArgumentException where a tensor is missing, is not the network's or has another shape, or a value is not finite in
     *                                  the precision of the network
     */
    static Parameters of(Specification network, Parameters parameters) {
        var needed = network.feedForward().layers().stream().flatMap(layer -> layer.tensors().stream()).toList();
        var names = needed.stream().map(TensorSpec::name).toList();
        var given = new HashMap<String, Tensor>();
        for (var tensor : parameters.tensors()) {
            if (given.put(tensor.name(), tensor) != null) {
                throw new IllegalArgumentException("there are two tensors " + tensor.name());
            }
        }
        given.keySet().stream().filter(Predicate.not(new HashSet<>(names)::contains)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("the network has no tensor " + name + " among " + names);
        });
        var tensors = new ArrayList<Tensor>();
        for (var tensor : needed) {
            if (!given.containsKey(tensor.name())) {
                throw new IllegalArgumentException("no tensor " + tensor.name() + " among " + given.keySet());
            }
            tensors.add(fitting(tensor, ofShape(tensor, given.get(tensor.name())), network.precision()));
        }
        return new Parameters(network.precision(), tensors);
    }

    /** @throws IllegalArgumentException where it is missing or has another shape */
    static Tensor tensor(TensorSpec needed, Parameters parameters) {
        return ofShape(needed, parameters.tensor(needed.name()));
    }

    private static Tensor ofShape(TensorSpec needed, Tensor tensor) {
        if (tensor.rows() != needed.rows() || tensor.columns() != needed.columns()) {
            throw new IllegalArgumentException(tensor.name() + " has shape " + tensor.rows() + " x " + tensor.columns()
                    + ", the network needs " + needed.rows() + " x " + needed.columns());
        }
        return tensor;
    }

    private static Tensor fitting(TensorSpec needed, Tensor tensor, Precision precision) {
        var given = tensor.values();
        var values = new double[given.length];
        for (var i = 0; i < values.length; i++) {
            values[i] = precision == Precision.F32 ? (float) given[i] : given[i];
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException(needed.name() + "[" + i / needed.columns() + ", " + i % needed.columns() + "] is "
                        + given[i] + ", and " + precision.word() + " needs a finite number it can hold");
            }
        }
        return new Tensor(needed.name(), needed.rows(), needed.columns(), needed.isVector(), values);
    }
}
