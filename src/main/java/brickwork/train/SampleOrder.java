package brickwork.train;

import brickwork.model.Training;

/**
 * The order in which an epoch takes samples that are held in memory. A drawn order depends on the seed and the number of the epoch alone.
 */
public final class SampleOrder {

    private final int[] indices;
    private final ShuffleWindows windows;

    public SampleOrder(int samples, Training training, long seed) {
        indices = new int[samples];
        windows = new ShuffleWindows(samples, training, seed);
        reset();
    }

    /** How many samples of a part of so many are held at a time where they are streamed: a window, and what a batch reaches beyond it. */
    public static long held(int samples, Training training) {
        var windows = new ShuffleWindows(samples, training, 0);
        return Math.min(samples, windows.size() + (training.batch().size(samples) - 1L));
    }

    /** Indices of all samples; the array is used again for the next epoch. */
    public int[] of(int epoch) {
        if (windows.shuffled()) {
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
