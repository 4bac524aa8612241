package brickwork.kernel;

/**
 * One data term of the loss, its sum and its derivative. Arrays are unit-major with the same shape: unit u of sample s is at
 * {@code u·stride + s}.
 */
public interface LossKernel64 {

    /**
     * The sum over all units and the samples {@code from … to - 1}, without factor and without division. Sample s goes to lane
     * (s - {@code from}) mod lanes; a lane meets unit after unit, and within a unit sample after sample. (cross_entropy first makes one
     * number a sample, in increasing k.) {@code z} is what the last activation read, {@code a} what it wrote, {@code y} the targets.
     */
    double value(double[] z, double[] a, double[] y, int units, int from, int to, int stride);

    /**
     * delta = scale·∂/∂a, or scale·∂/∂z for bce and cross_entropy, over {@code columns} samples.
     *
     * @param add whether the derivative is added to what {@code delta} holds, by one fma with {@code scale} as its factor
     */
    void gradient(double[] z, double[] a, double[] y, double[] delta, int units, int columns, int stride, double scale, boolean add);
}
