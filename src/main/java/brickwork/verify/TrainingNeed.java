package brickwork.verify;

/** How much of a training a check needs. */
public sealed interface TrainingNeed {

    /** Nothing is trained for it. */
    TrainingNeed NONE = new None();

    /** A training to its end. */
    TrainingNeed ALL = new All();

    record None() implements TrainingNeed {}

    record All() implements TrainingNeed {}

    /** Its epochs until {@code question} is answered. */
    record Epochs(EpochQuestion<?> question) implements TrainingNeed {}
}
