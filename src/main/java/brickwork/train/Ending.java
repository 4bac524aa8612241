package brickwork.train;

import brickwork.engine.Cancellation;
import brickwork.model.Training.Stop;

/** Why a training that did not diverge ended. */
public sealed interface Ending {

    /** All epochs were trained. */
    record AllEpochs() implements Ending {}

    /** A {@code stop} statement held. */
    record Stopped(Stop stop) implements Ending {}

    /** The time that the network has for training was over; where it ends so depends on the machine. */
    record TimeOver(double seconds) implements Ending {}

    /** It was cancelled before its end; unless an observer asked for it at the end of an epoch, nothing was evaluated then. */
    record Cancelled(Cancellation.Reason reason) implements Ending {}
}
