package brickwork.engine;

import brickwork.plan.Buffer;
import brickwork.plan.ExecutionPlan;
import java.util.Optional;

/** Reads the workspace of an engine. */
record Probe64(ExecutionPlan plan, Workspace64 workspace, PassState64 frame) implements Probe {

    @Override
    public int samples() {
        return frame.count;
    }

    @Override
    public boolean keeps(Quantity quantity, int layer) {
        return buffer(quantity, layer).isPresent();
    }

    private Optional<Buffer> buffer(Quantity quantity, int layer) {
        if (layer < 1 || layer > plan.layers().size()) {
            throw new IllegalArgumentException("the network has layers 1 to " + plan.layers().size() + ", got " + layer);
        }
        return LayerBuffers.of(plan.layers().get(layer - 1), quantity);
    }

    @Override
    public double[] values(Quantity quantity, int layer) { // stays double
        var buffer = buffer(quantity, layer)
                .orElseThrow(() -> new IllegalArgumentException("the plan does not keep the " + quantity + " of layer " + layer));
        var values = new double[Sizes.of("the " + quantity + " of layer " + layer, (long) frame.count * buffer.units())]; // stays double
        workspace.copy(buffer, 0, frame.count, values, 0);
        return values;
    }
}
