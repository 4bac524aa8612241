/**
 * A second, plain interpreter of {@link brickwork.model.Specification}: every formula of the language written out once more as a reader
 * would check it, slow, sharing no kernel, no plan and no engine with training.
 *
 * <p>A pass takes a whole batch through {@link brickwork.verify.reference.ReferenceLayer}s, each of which holds its forward and its
 * backward formula side by side and may couple the samples of the batch. It runs in any {@link brickwork.verify.reference.Scalar}: doubles,
 * dual numbers (derivatives without a step), pairs of doubles (differences without rounding that would matter) and doubles with an error
 * bound. The door is {@link brickwork.verify.reference.ReferenceNetwork}.
 */
package brickwork.verify.reference;
