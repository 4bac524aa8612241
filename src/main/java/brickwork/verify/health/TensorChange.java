package brickwork.verify.health;

import brickwork.engine.Parameters;
import brickwork.model.Layer;
import brickwork.model.Specification;
import brickwork.model.TensorSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * What training made of a tensor, compared bit by bit with how it started.
 *
 * @param layer counted from 1
 * @param spec  what the layer says of the tensor
 * @param kept  places of the numbers that are as they started, row-major, counted from 0
 */
public record TensorChange(int layer, TensorSpec spec, List<Integer> kept) {

    public TensorChange {
        kept = List.copyOf(kept);
    }

    /** {@code layer1.weight}. */
    public String tensor() {
        return spec.name();
    }

    /** Whether updates move it. */
    public boolean trained() {
        return spec.trained();
    }

    /** How many numbers it holds. */
    public long elements() {
        return spec.elements();
    }

    /** Whether all of it is as it started. */
    public boolean keptAll() {
        return kept.size() == elements();
    }

    /** {@code layer1.weight[2, 3]} or {@code layer1.bias[2]}, given a place counted row-major from 0. */
    public String place(int at) {
        return tensor() + (spec.isVector() ? "[" + at + "]" : "[" + at / spec.columns() + ", " + at % spec.columns() + "]");
    }

    /** Of every tensor, in the order of the layers. */
    static List<TensorChange> between(Specification network, Parameters start, Parameters end) {
        return network.feedForward().layers().stream()
                .flatMap(layer -> layer.tensors().stream().map(spec -> of(layer, spec, start, end))).toList();
    }

    private static TensorChange of(Layer layer, TensorSpec spec, Parameters start, Parameters end) {
        var before = start.tensor(spec.name()).values();
        var after = end.tensor(spec.name()).values();
        var kept = new ArrayList<Integer>();
        for (var i = 0; i < after.length; i++) {
            if (Double.doubleToRawLongBits(before[i]) == Double.doubleToRawLongBits(after[i])) {
                kept.add(i);
            }
        }
        return new TensorChange(layer.number(), spec, kept);
    }
}
