package brickwork.train;

/**
 * Is told how a training goes: for progress, metrics and logs, for statements about epochs, and to end training when the host wants it
 * ended. Every method is called on the training's thread, which waits for it. What one throws ends the training and reaches the caller as
 * it is: nothing more is trained, evaluated or kept, the checkpoints that are written stay whole, and the run folder is free, so that
 * resuming goes on from the newest of them.
 */
@FunctionalInterface
public interface Observer {

    /** Sees nothing. */
    Observer NONE = _ -> {};

    /** An epoch has ended; its checkpoint, where it has one, comes after. */
    void epochEnded(Epoch epoch);

    /** Whether {@link #stepMade} is wanted; asked once, when a training begins. */
    default boolean watchesSteps() {
        return false;
    }

    /** A step was made. {@code step} is filled anew for the next one. One that met a number that is not finite is not told here. */
    default void stepMade(TrainingStep step) {}

    /** Whether {@link Epoch#lastUpdate} is wanted, which takes a copy of the parameters an epoch. */
    default boolean watchesUpdates() {
        return false;
    }

    /** A checkpoint was kept: the training after so many epochs, or within the one after them where it was cancelled there. */
    default void checkpointWritten(int epochs) {}

    /** A checkpoint could not be kept, for that reason; the training goes on. */
    default void checkpointFailed(int epochs, Exception reason) {}
}
