package brickwork.train;

import brickwork.data.Samples;
import brickwork.engine.Engine;
import brickwork.model.Specification;

/** Batches of samples all of which the engine holds. */
final class HeldBatches implements Batches {

    private final Engine.BoundSamples samples;
    private final SampleOrder order;

    HeldBatches(Samples rows, Specification network, Engine engine) {
        samples = engine.bind(rows);
        order = new SampleOrder(rows.count(), network.learning().training().orElseThrow(), network.seed());
    }

    @Override
    public Engine.BoundSamples samples() {
        return samples;
    }

    @Override
    public int[] begin(int epoch) {
        return order.of(epoch);
    }

    @Override
    public int ready(int from, int count) {
        return from;
    }

    @Override
    public void end() {
        // The samples stay.
    }
}
