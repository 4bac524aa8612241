package brickwork.engine;

import brickwork.plan.Buffer;
import brickwork.plan.LayerPlan;
import java.util.Optional;

/** Where a pass leaves the numbers of a layer. */
final class LayerBuffers {

    private LayerBuffers() {}

    /** The buffer that holds {@code quantity} at the end of a pass, if there is one. */
    static Optional<Buffer> of(LayerPlan layer, Probe.Quantity quantity) {
        var buffers = layer.buffers();
        return switch (quantity) {
            case PRE_ACTIVATIONS -> Optional.of(buffers.preActivations()).filter(_ -> buffers.keepsPreActivations(layer.layer()));
            case ACTIVATIONS -> Optional.of(buffers.activations());
            case OUTPUTS -> Optional.of(buffers.outputs());
            case GRADIENTS -> buffers.delta();
        };
    }
}
