/**
 * One training step with every number on its way, computed by the plain interpreter of {@link brickwork.verify.reference} and compared with
 * the engine's own step. The door is {@link brickwork.verify.trace.StepTracer}.
 */
package brickwork.verify.trace;
