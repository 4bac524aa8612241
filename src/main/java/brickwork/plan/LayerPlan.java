package brickwork.plan;

import brickwork.model.Activation;
import brickwork.model.Layer;
import java.util.List;
import java.util.Optional;

/**
 * What a layer does on the way up and on the way down.
 *
 * @param layer    the layer
 * @param buffers  where it leaves its numbers
 * @param forward  from its input to its output
 * @param backward from the derivative by its output to the gradients of its parameters and the derivative by its input; empty below the
 *                 lowest layer that is trained
 * @param after    what follows an update that kept all parameters finite
 */
public record LayerPlan(Layer layer, Buffers buffers, List<Step> forward, List<Step> backward, List<Step> after) {

    /**
     * Where a pass leaves the numbers of a layer.
     *
     * @param preActivations z; the buffer of the activations where z does not outlive the pass
     * @param activations    f(z)
     * @param outputs        after dropout
     * @param delta          ∂loss/∂z; empty below the lowest layer that is trained
     */
    public record Buffers(Buffer preActivations, Buffer activations, Buffer outputs, Optional<Buffer> delta) {

        /** Whether z is there when the pass has ended. */
        public boolean keepsPreActivations(Layer layer) {
            return preActivations.index() != activations.index() || layer.activation() instanceof Activation.Linear;
        }
    }

    public LayerPlan {
        after = List.copyOf(after);
        forward = List.copyOf(forward);
        backward = List.copyOf(backward);
    }
}
