package brickwork.kernel;

/**
 * One activation, forward and backward, over a block of a layer's workspace. All arrays are unit-major with the same shape: unit u of
 * sample s is at {@code at + u·stride + s}, and {@code columns} ≤ {@code stride} samples are computed.
 */
public interface ActivationKernel64 {

    /** a = f(z). {@code z} and {@code a} may be one array. */
    void forward(double[] z, double[] a, int at, int units, int columns, int stride);

    /**
     * delta = delta·f'(z), for softmax the product with the Jacobian.
     *
     * @param z     what {@code forward} read; it may be the same array as {@code a} if f' can be computed from f alone
     * @param a     what {@code forward} wrote
     * @param delta on entry ∂loss/∂a, on return ∂loss/∂z
     */
    void backward(double[] z, double[] a, double[] delta, int at, int units, int columns, int stride);
}
