package brickwork.verify.reference;

import brickwork.engine.Parameters;
import brickwork.engine.Tensor;
import brickwork.model.Layer;
import brickwork.model.Specification;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The numbers of one layer.
 *
 * @param layer   whose they are
 * @param weights W, a row for each unit
 * @param bias    b, empty where there is none
 */
record LayerValues<S extends Scalar<S>>(Layer layer, List<List<S>> weights, List<S> bias) {

    /** Makes a number of the type wanted from an entry of a tensor. */
    interface Lift<S> {
        S lift(Tensor tensor, int index);
    }

    static <S extends Scalar<S>> List<LayerValues<S>> of(Specification network, Parameters parameters, Lift<S> lift) {
        requireFit(network, parameters);
        return network.feedForward().layers().stream().map(layer -> {
            var weights = parameters.tensor(layer.weightName());
            var rows = new ArrayList<List<S>>();
            for (var row = 0; row < layer.units(); row++) {
                rows.add(entries(weights, row * layer.inputs(), layer.inputs(), lift));
            }
            var bias = layer.hasBias() ? entries(parameters.tensor(layer.biasName()), 0, layer.units(), lift) : List.<S>of();
            return new LayerValues<>(layer, rows, bias);
        }).toList();
    }

    private static <S> List<S> entries(Tensor tensor, int from, int count, Lift<S> lift) {
        var entries = new ArrayList<S>(count);
        for (var i = from; i < from + count; i++) {
            entries.add(lift.lift(tensor, i));
        }
        return entries;
    }

    /** z = W·a + b. */
    List<S> sums(List<S> inputs) {
        var sums = new ArrayList<S>(weights.size());
        for (var unit = 0; unit < weights.size(); unit++) {
            var row = weights.get(unit);
            var sum = row.getFirst().times(inputs.getFirst());
            for (var i = 1; i < row.size(); i++) {
                sum = sum.plus(row.get(i).times(inputs.get(i)));
            }
            sums.add(bias.isEmpty() ? sum : sum.plus(bias.get(unit)));
        }
        return sums;
    }

    private static void requireFit(Specification network, Parameters parameters) {
        var expected = network.feedForward().layers().stream().mapMulti((Layer layer, Consumer<String> names) -> {
            names.accept(layer.weightName() + " " + layer.units() + " x " + layer.inputs());
            if (layer.hasBias()) {
                names.accept(layer.biasName() + " " + layer.units() + " x 1");
            }
        }).toList();
        var given = parameters.tensors().stream().map(t -> t.name() + " " + t.rows() + " x " + t.columns()).toList();
        if (!expected.equals(given)) {
            throw new IllegalArgumentException("the network's parameters are " + expected + ", got " + given);
        }
    }
}
