package brickwork.kernel;

/** An activation computed element by element: the loops are here, the formula and its derivative in the subclass. */
abstract class ScalarElementwise64 implements ActivationKernel64 {

    abstract double value(double z);

    abstract double derivative(double z, double a);

    @Override
    public void forward(double[] z, double[] a, int at, int units, int columns, int stride) {
        for (var u = 0; u < units; u++) {
            var row = at + u * stride;
            for (var i = row; i < row + columns; i++) {
                a[i] = value(z[i]);
            }
        }
    }

    @Override
    public void backward(double[] z, double[] a, double[] delta, int at, int units, int columns, int stride) {
        for (var u = 0; u < units; u++) {
            var row = at + u * stride;
            for (var i = row; i < row + columns; i++) {
                delta[i] *= derivative(z[i], a[i]);
            }
        }
    }
}
