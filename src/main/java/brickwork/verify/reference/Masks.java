package brickwork.verify.reference;

import java.util.ArrayList;
import java.util.List;

/** What dropout does to the outputs of one step: each is multiplied by 0, or by 1/(1 - P). */
@FunctionalInterface
public interface Masks {

    /** Dropout is off. */
    Masks NONE = (_, _, _) -> 1;

    /**
     * What an output is multiplied by.
     *
     * @param layer  counted from 0
     * @param unit   of that layer
     * @param sample of the batch
     */
    double factor(int layer, int unit, int sample);

    /** {@code outputs} of a layer, multiplied. */
    default <S extends Scalar<S>> List<S> applied(List<S> outputs, int layer, int sample) {
        if (this == NONE) {
            return outputs;
        }
        var masked = new ArrayList<S>(outputs.size());
        for (var unit = 0; unit < outputs.size(); unit++) {
            masked.add(outputs.get(unit).times(factor(layer, unit, sample)));
        }
        return masked;
    }
}
