package brickwork.train;

import brickwork.engine.Parameters;
import brickwork.model.Layer;
import brickwork.model.Specification;
import java.util.List;

/**
 * What one update did to the weights of a layer. Biases do not count: they start at 0, and their share says little.
 *
 * @param layer   counted from 1
 * @param change  L2 norm of the difference that the update made to the weights
 * @param weights L2 norm of the weights before it
 */
public record LayerUpdate(int layer, double change, double weights) {

    /** The change as a share of the weights: infinite where they were all 0 and changed, 0 where they stayed as they were. */
    public double ratio() {
        return change == 0 ? 0 : change / weights;
    }

    /** The layers whose weights are trained, in order. */
    static List<LayerUpdate> between(Specification network, Parameters before, Parameters after) {
        return network.feedForward().layers().stream().filter(Layer::weightsTrained)
                .map(layer -> of(layer.number(), before.tensor(layer.weightName()).values(), after.tensor(layer.weightName()).values()))
                .toList();
    }

    private static LayerUpdate of(int layer, double[] before, double[] after) {
        var change = 0.0;
        var weights = 0.0;
        for (var i = 0; i < before.length; i++) {
            change += (after[i] - before[i]) * (after[i] - before[i]);
            weights += before[i] * before[i];
        }
        return new LayerUpdate(layer, Math.sqrt(change), Math.sqrt(weights));
    }
}
