package brickwork.train;

import brickwork.data.SamplePart;
import brickwork.data.Samples;
import brickwork.data.StreamedPart;
import brickwork.engine.Engine;
import brickwork.model.Specification;

/** The samples of an epoch in their order, brought before an engine batch by batch. */
sealed interface Batches permits HeldBatches, StreamedBatches {

    /** Of a part of the data, bound to {@code engine}. */
    static Batches of(SamplePart part, Specification network, Engine engine) {
        return switch (part) {
            case Samples samples -> new HeldBatches(samples, network, engine);
            case StreamedPart streamed -> new StreamedBatches(streamed, network, engine);
        };
    }

    /** What the engine takes samples from. */
    Engine.BoundSamples samples();

    /** Begins an epoch: which of {@link #samples} stand in its places, one after the other; null where they stand as they are. */
    int[] begin(int epoch);

    /**
     * Makes samples ready, counted from 0 in the order of the epoch; those before them are not asked for again.
     *
     * @return in which place the first of them stands
     */
    int ready(int from, int count);

    /** The epoch ends here, whether or not all samples were asked for. */
    void end();
}
