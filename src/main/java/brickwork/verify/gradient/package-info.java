/**
 * The gradient check: derivatives of the loss found without any backward pass, by central differences in 30 digits and by dual numbers,
 * held against those of the backward pass that training uses. The door is {@link brickwork.verify.gradient.GradientCheck}, the result a
 * {@link brickwork.verify.gradient.GradientReport}.
 */
package brickwork.verify.gradient;
