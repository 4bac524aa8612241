package brickwork.report.trace;

import brickwork.model.Layer;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Layers through which each sample goes alone, all of them where no layer normalises. One that does stands at the end of a stretch with
 * its h, which all samples need before any goes on, and at the start of the next with its x, z and a.
 *
 * @param from     the place of the first layer, from 0
 * @param to       that of the last
 * @param resumes  whether it starts with x of its first layer
 * @param suspends whether it ends with h of its last layer
 */
record Stretch(int from, int to, boolean resumes, boolean suspends) {

    /** From the first layer to the last. */
    static List<Stretch> of(List<Layer> layers) {
        var normalizing = IntStream.range(0, layers.size()).filter(l -> layers.get(l).norm().isPresent()).toArray();
        var count = normalizing.length;
        return IntStream.rangeClosed(0, count).mapToObj(i -> new Stretch(i == 0 ? 0 : normalizing[i - 1],
                i == count ? layers.size() - 1 : normalizing[i], i > 0, i < count)).toList();
    }

    /** Whether W·i of the layer at this place belongs to it. */
    boolean hasProducts(int layer) {
        return !(resumes && layer == from);
    }

    /** Whether z and a of the layer at this place belong to it. */
    boolean hasOutputs(int layer) {
        return !(suspends && layer == to);
    }
}
