/**
 * The loop: schedules, stops, history, divergence as a result, checkpoints, weights files and where a result came from. The door is
 * {@link brickwork.train.Trainer}.
 */
package brickwork.train;
