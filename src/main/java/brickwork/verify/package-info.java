/**
 * Statements about a network, and whether they are true: the gradient check, the judgement of every {@code expect}, sweeps over seeds. The
 * doors are {@link brickwork.verify.Verifier} and {@link brickwork.verify.GradientCheck}.
 */
package brickwork.verify;
