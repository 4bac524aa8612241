package brickwork.plan;

import brickwork.model.Layer;
import java.util.List;

/**
 * What a layer does on the way up and on the way down.
 *
 * @param layer    the layer
 * @param forward  from its input to its output
 * @param backward from the derivative by its output to the gradients of its parameters and the derivative by its input; empty below the
 *                 lowest layer that is trained
 */
public record LayerPlan(Layer layer, List<Step> forward, List<Step> backward) {

    public LayerPlan {
        forward = List.copyOf(forward);
        backward = List.copyOf(backward);
    }
}
