package brickwork.verify.trace;

import brickwork.data.SampleRows;
import brickwork.model.Specification;
import brickwork.train.SampleOrder;
import brickwork.verify.gradient.SyntheticRows;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The samples of the step to be traced.
 *
 * @param rows   scaled inputs and encoded targets
 * @param places which of the rows, in the order of the batch; at least one
 * @param drawn  whether the rows were drawn from the seed because the spec names no data
 */
public record TraceBatch(SampleRows rows, int[] places, boolean drawn) {

    public TraceBatch {
        if (places.length == 0) {
            throw new IllegalArgumentException("a batch needs at least 1 sample");
        }
    }

    /**
     * The first batch that training takes from {@code train}; where the spec says nothing of training, the first
     * {@code samples} rows, or more if a layer needs more.
     */
    public static TraceBatch first(Specification network, SampleRows train, int samples) {
        var count = train.count();
        var places = network.learning().training()
                .map(training -> Arrays.copyOf(new SampleOrder(count, training, network.seed()).of(0), training.batch().size(count)))
                .orElseGet(() -> IntStream.range(0, Math.min(Math.max(samples, network.feedForward().smallestBatch()), count)).toArray());
        return new TraceBatch(train, places, false);
    }

    /** So many samples drawn from the seed, or fewer where the spec says that a batch has fewer, or more if a layer needs more. */
    public static TraceBatch drawn(Specification network, int samples) {
        var wanted = Math.max(samples, network.feedForward().smallestBatch());
        var count = network.learning().training().map(training -> training.batch().size(wanted)).orElse(wanted);
        return new TraceBatch(SyntheticRows.of(network, count), IntStream.range(0, count).toArray(), true);
    }

    /** Number of samples. */
    public int count() {
        return places.length;
    }
}
