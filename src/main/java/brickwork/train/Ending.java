package brickwork.train;

import brickwork.model.Training.Stop;

/** Why a training that did not diverge ended. */
public sealed interface Ending {

    /** All epochs were trained. */
    record AllEpochs() implements Ending {}

    /** A {@code stop} statement held. */
    record Stopped(Stop stop) implements Ending {}

    /** The observer asked for it. */
    record Cancelled() implements Ending {}
}
