package brickwork.train;

import brickwork.model.Training;
import brickwork.random.RandomStream;

/**
 * The windows of an epoch, one after the other: runs of samples that are shuffled among themselves, by the stream {@code shuffle} of the
 * seed from block epoch·2³² on. Where one window does not hold all samples, a number below its size is drawn first, and unless that is 0
 * the first window has that many samples: so the windows begin elsewhere in every epoch. The last one has what is left. Nothing depends on
 * what went before the epoch, nor on the batch. Where samples keep their order, a window is a batch, and nothing is drawn.
 */
final class ShuffleWindows {

    private final int samples;
    private final boolean shuffled;
    private final int size;
    private final RandomStream random;
    private int first;
    private int from;
    private int to;

    ShuffleWindows(int samples, Training training, long seed) {
        var batch = training.batch().size(samples);
        this.samples = samples;
        this.shuffled = training.shuffle() && batch < samples;
        this.size = shuffled ? Math.min(training.window().orElse(samples), samples) : batch;
        this.random = new RandomStream(seed, "shuffle");
    }

    /** Whether the order is drawn: where one batch takes all samples it is not, for that would change nothing but rounding. */
    boolean shuffled() {
        return shuffled;
    }

    /** The most samples of a window. */
    int size() {
        return size;
    }

    /** Goes to where {@link #next} gives the first window of {@code epoch}. */
    void begin(int epoch) {
        random.seek((long) epoch << Integer.SIZE);
        first = shuffled && size < samples ? random.nextInt(size) : 0;
        from = 0;
        to = 0;
    }

    /** Goes to the next window, once the one before was shuffled; false where there is none. */
    boolean next() {
        from = to;
        to += Math.min(samples - from, from == 0 && first > 0 ? first : size);
        return from < to;
    }

    /** The sample this window begins with, from 0. */
    int from() {
        return from;
    }

    /** How many samples this window holds. */
    int count() {
        return to - from;
    }

    /** Brings the entries of this window, which begin at {@code entries[at]}, into their order; once a window. */
    void shuffle(int[] entries, int at) {
        if (shuffled) {
            random.shuffle(entries, at, at + count());
        }
    }
}
