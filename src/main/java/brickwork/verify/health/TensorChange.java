package brickwork.verify.health;

import brickwork.engine.Parameters;
import brickwork.engine.Tensor;
import brickwork.model.Layer;
import brickwork.model.Specification;
import java.util.ArrayList;
import java.util.List;

/**
 * What training made of a tensor, compared bit by bit with how it started.
 *
 * @param layer    counted from 1
 * @param tensor   {@code layer1.weight} or {@code layer1.bias}
 * @param trained  whether updates move it
 * @param elements how many numbers it holds
 * @param kept     places of those that are as they started, row-major, counted from 0
 * @param columns  of the tensor
 */
public record TensorChange(int layer, String tensor, boolean trained, int elements, List<Integer> kept, int columns) {

    public TensorChange {
        kept = List.copyOf(kept);
    }

    /** Whether all of it is as it started. */
    public boolean keptAll() {
        return kept.size() == elements;
    }

    /** {@code layer1.weight[2, 3]}, given a place counted row-major from 0. */
    public String place(int at) {
        return tensor + (tensor.endsWith(".bias") ? "[" + at + "]" : "[" + at / columns + ", " + at % columns + "]");
    }

    static List<TensorChange> between(Specification network, Parameters start, Parameters end) {
        var changes = new ArrayList<TensorChange>();
        for (var layer : network.feedForward().layers()) {
            changes.add(of(layer, layer.weightsTrained(), start.tensor(layer.weightName()), end));
            if (layer.hasBias()) {
                changes.add(of(layer, layer.biasTrained(), start.tensor(layer.biasName()), end));
            }
        }
        return changes;
    }

    private static TensorChange of(Layer layer, boolean trained, Tensor start, Parameters end) {
        var after = end.tensor(start.name()).values();
        var kept = new ArrayList<Integer>();
        for (var i = 0; i < after.length; i++) {
            if (Double.doubleToRawLongBits(start.values()[i]) == Double.doubleToRawLongBits(after[i])) {
                kept.add(i);
            }
        }
        return new TensorChange(layer.number(), start.name(), trained, after.length, kept, start.columns());
    }
}
