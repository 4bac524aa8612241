/**
 * The kernels over vectors, the only part that needs the module {@code jdk.incubator.vector}. Every result has the bits of
 * {@link brickwork.kernel.ScalarKernels64}: a lane holds an element of its own, or it is one of the fixed virtual lanes of a sum.
 *
 * <p>What the compiler needs to keep vectors in registers shapes the code: constant species, vectors in local variables only, loops that
 * call nothing virtual, methods small enough to be compiled whole.
 */
package brickwork.kernel.simd;
