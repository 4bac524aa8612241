package brickwork.kernel;

/**
 * -Σ_k y_k·log a_k with a = softmax z, which is Σ_k y_k·(l - z_k) with l = max z + log Σ_k e^(z_k - max z): the first sum a chain of fma
 * from 0, the second a chain of additions, both in increasing k. By z_k: a_k·Σ_j y_j - y_k (for one-hot y it is a_k - y_k), the sum added
 * in increasing j, the difference one fma.
 */
final class ScalarCrossEntropy64 implements LossKernel64 {

    private final double[] lanes = new double[Lanes64.COUNT];

    @Override
    public double value(double[] z, double[] a, double[] y, int units, int from, int to, int stride) {
        Lanes64.clear(lanes);
        for (var s = from; s < to; s++) {
            var end = s + units * stride;
            var top = ScalarSoftmax64.top(z, s, end, stride);
            double sum = 0;
            for (var i = s; i < end; i += stride) {
                sum += Elementary64.exp(z[i] - top);
            }
            var l = top + Elementary64.log(sum);
            double loss = 0;
            for (var i = s; i < end; i += stride) {
                loss = Math.fma(y[i], l - z[i], loss);
            }
            lanes[(s - from) % Lanes64.COUNT] += loss;
        }
        return Lanes64.join(lanes);
    }

    @Override
    public void gradient(double[] z, double[] a, double[] y, double[] delta, int units, int columns, int stride, double scale,
            boolean add) {
        for (var s = 0; s < columns; s++) {
            var end = s + units * stride;
            double whole = 0;
            for (var i = s; i < end; i += stride) {
                whole += y[i];
            }
            for (var i = s; i < end; i += stride) {
                var slope = Math.fma(a[i], whole, -y[i]);
                delta[i] = add ? Math.fma(scale, slope, delta[i]) : scale * slope;
            }
        }
    }
}
