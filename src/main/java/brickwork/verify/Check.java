package brickwork.verify;

/**
 * A statement about a network and its training that can be judged: what {@code expect} says, a sentence of a feature, a line of a test. It
 * is a value and remembers nothing; what many checks need in common, the {@link Trial} remembers.
 */
public interface Check {

    /** What it states, in one line: {@code accuracy on test >= 0.95}. */
    String sentence();

    /**
     * Judges {@code trial}. What cannot be decided is {@link Verdict.Inconclusive}; a training that diverged fails what is stated of a
     * trained network.
     */
    Verdict judge(Trial trial);

    /** How much of a training it needs at most, so that one training serves many checks. */
    default TrainingNeed needs() {
        return TrainingNeed.ALL;
    }

    /** The command that shows again what it found. */
    default Replay.Command replay() {
        return Replay.Command.CHECK;
    }
}
