package brickwork.verify;

/** A check whose finding {@code nn train} shows again. */
public interface TrainingCheck extends Check {

    @Override
    default Replay.Command replay() {
        return Replay.Command.TRAIN;
    }
}
