package brickwork.train;

import brickwork.data.TrainingData;
import brickwork.model.Specification;
import java.util.function.Consumer;

/**
 * Keeps states of a training, so that it can go on after an interruption. The trainer says when a state is due: every so many epochs where
 * the network asks for it, and at the end.
 *
 * @param <E> thrown where states cannot be read or written
 */
public interface Checkpoints<E extends Exception> {

    /** Keeps nothing. */
    Checkpoints<RuntimeException> NONE = _ -> _ -> {};

    /** A training begins; where it is to go on from a state that is kept, that is given to {@link Beginning#restore}. */
    Writer<E> begin(Beginning training) throws E;

    /** Keeps the states of one training, until it is closed at the end of the training, whatever that is. */
    @FunctionalInterface
    interface Writer<E extends Exception> extends AutoCloseable {

        /** Keeps a state; what it throws ends the training. */
        void write(TrainingState state) throws E;

        @Override
        default void close() {
            // Most hold nothing.
        }
    }

    /**
     * A training that is about to begin.
     *
     * @param network      what is trained
     * @param dataset      on what
     * @param initial      fingerprint of the parameters it begins with
     * @param initialGiven whether the caller named them; where not, those of a kept state count
     * @param restore      goes back to a state; throws IllegalArgumentException where it is none that training can go on from
     * @param notes        hears what the author should know
     * @param failures     hears, within {@link Writer#write}, why a state is not kept though the training is to go on
     */
    record Beginning(Specification network, TrainingData dataset, String initial, boolean initialGiven, Consumer<TrainingState> restore,
            Consumer<String> notes, Consumer<Exception> failures) {

        /** The epochs there are to be. */
        public int epochs() {
            return network.learning().training().orElseThrow().epochs();
        }
    }
}
