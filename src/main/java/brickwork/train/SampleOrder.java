package brickwork.train;

import brickwork.model.Training;

/**
 * The order in which an epoch takes the samples. A shuffled order depends on the seed and the number of the epoch alone, not on what went
 * before nor on the batch. Where one batch takes all samples they keep their order, for there shuffling would change nothing but rounding.
 */
public final class SampleOrder {

    private final int[] indices;
    private final boolean shuffled;
    private final ShuffleWindows windows;

    public SampleOrder(int samples, Training training, long seed) {
        indices = new int[samples];
        shuffled = isShuffled(samples, training);
        windows = new ShuffleWindows(samples, training.window().orElse(samples), seed);
        reset();
    }

    static boolean isShuffled(int samples, Training training) {
        return training.shuffle() && training.batch().size(samples) < samples;
    }

    /** Indices of all samples; the array is used again for the next epoch. */
    public int[] of(int epoch) {
        if (shuffled) {
            reset();
            windows.begin(epoch);
            while (windows.next()) {
                windows.shuffle(indices, windows.from());
            }
        }
        return indices;
    }

    private void reset() {
        for (var i = 0; i < indices.length; i++) {
            indices[i] = i;
        }
    }
}
