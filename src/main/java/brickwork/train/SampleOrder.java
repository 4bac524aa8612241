package brickwork.train;

import brickwork.model.Training;
import brickwork.random.RandomStream;

/**
 * The order in which an epoch takes the samples. A shuffled order depends on the seed and the number of the epoch alone, not on what went
 * before nor on the batch. Where one batch takes all samples they keep their order, for there shuffling would change nothing but rounding.
 */
public final class SampleOrder {

    private final int[] indices;
    private final boolean shuffled;
    private final RandomStream random;

    public SampleOrder(int samples, Training training, long seed) {
        indices = new int[samples];
        shuffled = training.shuffle() && training.batch().size(samples) < samples;
        random = new RandomStream(seed, "shuffle");
        reset();
    }

    /** Indices of all samples; the array is used again for the next epoch. */
    public int[] of(int epoch) {
        if (shuffled) {
            reset();
            random.seek((long) epoch << Integer.SIZE);
            random.shuffle(indices);
        }
        return indices;
    }

    private void reset() {
        for (var i = 0; i < indices.length; i++) {
            indices[i] = i;
        }
    }
}
