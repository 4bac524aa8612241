/**
 * The loop over the epochs of something that learns: schedules, stops, history, and divergence as a result. The door is
 * {@link brickwork.train.Trainer}; what learns stands behind one interface, and what keeps states behind
 * {@link brickwork.train.Checkpoints}.
 */
package brickwork.train;
