/**
 * The kernels over vectors, the only part that needs the module {@code jdk.incubator.vector}. Every result has the bits of
 * {@link brickwork.kernel.ScalarKernels64}: a lane holds an element of its own, or it is one of the fixed virtual lanes of a sum.
 *
 * <p>The code is written so that the compiler keeps vectors in registers: constant species, vectors in local variables only, no virtual
 * calls in loops, methods small enough to be inlined. Loops that must stand unrolled are templates ({@code .template}) that the build
 * expands.
 */
package brickwork.kernel.simd;
