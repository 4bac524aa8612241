/**
 * The arithmetic. {@link brickwork.kernel.ScalarKernels64} is the definition of every operation and of the order of every sum;
 * {@code kernel.simd} gives the same bits faster. Which of them is used, and why, is a {@link brickwork.kernel.KernelChoice}.
 *
 * <p>Classes whose names end in 64 are written by hand; the build generates the twins that end in 32. Only {@code Bits},
 * {@code Polynomials} and what {@code kernel.simd} makes of them are written for both.
 */
package brickwork.kernel;
