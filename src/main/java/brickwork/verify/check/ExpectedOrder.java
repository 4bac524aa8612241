package brickwork.verify.check;

import brickwork.model.Specification;
import brickwork.random.RandomStream;
import brickwork.verify.NetworkState;
import java.util.Arrays;

/**
 * The order in which an epoch takes its samples, as the language defines it: as they are, or shuffled by the stream {@code shuffle} of the
 * seed from block epoch·2³² on, place by place from the last down (Fisher and Yates). Within windows, where there is more than one, a
 * number below their size is drawn first: that many samples are the first window, unless it is 0.
 */
record ExpectedOrder(Specification network, int samples) {

    /** The rows of a batch, epoch and batch counted from 0. */
    int[] batch(int epoch, int batch) {
        var size = network.learning().training().orElseThrow().batch().size(samples);
        return Arrays.copyOfRange(of(epoch), batch * size, Math.min(samples, (batch + 1) * size));
    }

    int[] of(int epoch) {
        var training = network.learning().training().orElseThrow();
        var order = NetworkState.ascending(samples);
        if (!training.shuffle() || training.batch().size(samples) == samples) {
            return order;
        }
        var random = new RandomStream(network.seed(), "shuffle");
        random.seek((long) epoch << 32);
        var window = training.window().orElse(samples);
        var first = window < samples ? random.nextInt(window) : 0;
        var end = first > 0 ? first : Math.min(window, samples);
        for (var begin = 0; begin < samples; begin = end, end = Math.min(samples - end, window) + end) {
            for (var place = end; place > begin + 1; place--) {
                var drawn = begin + random.nextInt(place - begin);
                var row = order[drawn];
                order[drawn] = order[place - 1];
                order[place - 1] = row;
            }
        }
        return order;
    }
}
