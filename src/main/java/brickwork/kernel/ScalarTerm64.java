package brickwork.kernel;

/** A data term that is a sum over elements: the loops are here, the formula and its derivative in the subclass. */
abstract class ScalarTerm64 implements LossKernel64 {

    private final double[] lanes = new double[Lanes64.COUNT];

    abstract double value(double z, double a, double y);

    abstract double derivative(double z, double a, double y);

    @Override
    public double value(double[] z, double[] a, double[] y, int units, int from, int to, int stride) {
        Lanes64.clear(lanes);
        for (var u = 0; u < units; u++) {
            for (var s = from; s < to; s++) {
                var i = u * stride + s;
                lanes[(s - from) % Lanes64.COUNT] += value(z[i], a[i], y[i]);
            }
        }
        return Lanes64.join(lanes);
    }

    @Override
    public void gradient(double[] z, double[] a, double[] y, double[] delta, int units, int columns, int stride, double scale,
            boolean add) {
        for (var u = 0; u < units; u++) {
            for (var i = u * stride; i < u * stride + columns; i++) {
                var slope = derivative(z[i], a[i], y[i]);
                delta[i] = add ? Math.fma(scale, slope, delta[i]) : scale * slope;
            }
        }
    }
}
