package brickwork.verify.reference;

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
}
