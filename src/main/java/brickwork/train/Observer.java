package brickwork.train;

/** Is told of every epoch that ends: for progress, for statements about epochs, and to end training when the host wants it ended. */
@FunctionalInterface
public interface Observer {

    /** Sees nothing. */
    Observer NONE = _ -> {};

    /** An epoch has ended. {@code epoch} speaks of this moment only and must not be kept. */
    void epochEnded(Epoch epoch);

    /** Whether {@link Epoch#lastUpdate} is wanted, which takes a copy of the parameters an epoch. */
    default boolean watchesUpdates() {
        return false;
    }
}
