package brickwork.kernel;

/**
 * a_k = e^(z_k - max z)/Σ_j e^(z_j - max z) over the units of each sample, the sum added in increasing j;
 * ∂loss/∂z_k = a_k·(δ_k - Σ_j δ_j·a_j), the sum a chain of fma in increasing j from 0.
 */
final class ScalarSoftmax64 implements ActivationKernel64 {

    @Override
    public void forward(double[] z, double[] a, int at, int units, int columns, int stride) {
        for (var s = at; s < at + columns; s++) {
            var end = s + units * stride;
            var top = top(z, s, end, stride);
            double sum = 0;
            for (var i = s; i < end; i += stride) {
                a[i] = Elementary64.exp(z[i] - top);
                sum += a[i];
            }
            for (var i = s; i < end; i += stride) {
                a[i] /= sum;
            }
        }
    }

    @Override
    public void backward(double[] z, double[] a, double[] delta, int at, int units, int columns, int stride) {
        for (var s = at; s < at + columns; s++) {
            var end = s + units * stride;
            double mean = 0;
            for (var i = s; i < end; i += stride) {
                mean = Math.fma(delta[i], a[i], mean);
            }
            for (var i = s; i < end; i += stride) {
                delta[i] = a[i] * (delta[i] - mean);
            }
        }
    }

    /** The largest z of a sample, by {@link Math#max}. */
    static double top(double[] z, int from, int end, int stride) {
        var top = z[from];
        for (var i = from + stride; i < end; i += stride) {
            top = Math.max(top, z[i]);
        }
        return top;
    }
}
