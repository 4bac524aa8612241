/**
 * Statements about a network, and whether they are true: the judgement of every {@code expect} and sweeps over seeds. The door is
 * {@link brickwork.verify.Verifier}.
 */
package brickwork.verify;
