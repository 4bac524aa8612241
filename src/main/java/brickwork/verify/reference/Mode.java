package brickwork.verify.reference;

/** What a network is run for: layers may do something else in training than in prediction. */
public sealed interface Mode {

    /** Training with dropout off, as gradients are checked. */
    Mode WITHOUT_DROPOUT = new Training(Masks.NONE);

    /** A training step: layers that normalise use the batch's own statistics. */
    record Training(Masks masks) implements Mode {}

    /** Prediction: no dropout, and layers that normalise use their running statistics. */
    record Prediction() implements Mode {}
}
