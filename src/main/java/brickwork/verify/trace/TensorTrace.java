package brickwork.verify.trace;

import brickwork.engine.Tensor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A tensor of a layer, its gradient and its update, entry by entry, row-major. Of what is not trained, all gradients are 0.
 *
 * @param place     which tensor it is
 * @param tensor    before the step
 * @param unshown   the data loss's gradient by the samples that are not written out
 * @param data      the data loss's gradient by all samples
 * @param penalties the gradient of each penalty
 * @param gradient  data plus penalties
 * @param clipped   the gradient the update takes
 * @param workings  the update's other numbers, by the names of {@link Workings}; of a running value {@code seen}, what the batch has
 * @param after     after the step
 */
public record TensorTrace(LayerTensor place, Tensor tensor, double[] unshown, double[] data, List<double[]> penalties, double[] gradient,
        double[] clipped, Map<String, double[]> workings, double[] after) {

    public TensorTrace {
        penalties = List.copyOf(penalties);
        workings = Collections.unmodifiableMap(new LinkedHashMap<>(workings));
    }

    /** Whether the update moves it. */
    public boolean trained() {
        return place.spec().trained();
    }
}
