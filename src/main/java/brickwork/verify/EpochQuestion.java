package brickwork.verify;

import java.util.Optional;

/**
 * What is asked at the end of every epoch until there is an answer. It is a value: a trial remembers the answer by the question.
 *
 * @param <A> the answer
 */
public interface EpochQuestion<A> {

    /** The answer after {@code epoch}, if that has one. */
    Optional<A> answer(EpochView epoch);

    /** The last epoch it is asked after, counted from 1. */
    int last();

    /** Whether {@link EpochView#lastUpdate} is needed. */
    default boolean watchesUpdates() {
        return false;
    }

    /** The first answer, and the number of epochs it took. */
    record Answer<A>(int epochs, A value) {}
}
