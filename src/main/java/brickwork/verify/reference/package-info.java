/**
 * A second, plain interpreter of {@link brickwork.model.Specification}: every formula of the language written out once more as a reader
 * would check it, slow, sharing no kernel, no plan and no engine with training. It runs in any {@link brickwork.verify.reference.Scalar}:
 * doubles, dual numbers (derivatives without a step) and pairs of doubles (differences without rounding that would matter). The door is
 * {@link brickwork.verify.reference.ReferenceNetwork}.
 */
package brickwork.verify.reference;
