package brickwork.train;

/**
 * A training between two epochs, with all that it takes to go on as if it had never stopped.
 *
 * @param epochs   epochs trained
 * @param seconds  spent on them
 * @param learner  what was learned, and what learning remembers
 * @param stopping what the stop rules remember
 * @param history  all epochs so far
 */
public record TrainingState(int epochs, double seconds, LearnerState learner, StoppingState stopping, History history) {}
