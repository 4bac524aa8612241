package brickwork.kernel.simd;

import static brickwork.kernel.simd.Vectors64.LENGTH;

import brickwork.kernel.ActivationKernel64;

/**
 * An activation computed element by element. Each subclass has its own loops over whole vectors, so that the compiler can inline the
 * formula; elements beyond the last whole vector are copied to arrays of a vector's length and computed by the same loops.
 */
abstract class VectorActivation64 implements ActivationKernel64 {

    private final double[] zRest = new double[LENGTH];
    private final double[] aRest = new double[LENGTH];
    private final double[] deltaRest = new double[LENGTH];

    /** a = f(z) for the elements {@code from … to - 1}, which fill whole vectors. */
    abstract void forward(double[] z, double[] a, int from, int to);

    /** delta = delta·f'(z) for the elements {@code from … to - 1}, which fill whole vectors. */
    abstract void backward(double[] z, double[] a, double[] delta, int from, int to);

    @Override
    public final void forward(double[] z, double[] a, int at, int units, int columns, int stride) {
        if (columns == stride) {
            forwardLine(z, a, at, units * columns);
        } else {
            for (var u = 0; u < units; u++) {
                forwardLine(z, a, at + u * stride, columns);
            }
        }
    }

    private void forwardLine(double[] z, double[] a, int at, int length) {
        var rest = length & LENGTH - 1;
        var end = at + length - rest;
        forward(z, a, at, end);
        if (rest > 0) {
            System.arraycopy(z, end, zRest, 0, rest);
            forward(zRest, aRest, 0, LENGTH);
            System.arraycopy(aRest, 0, a, end, rest);
        }
    }

    @Override
    public final void backward(double[] z, double[] a, double[] delta, int at, int units, int columns, int stride) {
        if (columns == stride) {
            backwardLine(z, a, delta, at, units * columns);
        } else {
            for (var u = 0; u < units; u++) {
                backwardLine(z, a, delta, at + u * stride, columns);
            }
        }
    }

    private void backwardLine(double[] z, double[] a, double[] delta, int at, int length) {
        var rest = length & LENGTH - 1;
        var end = at + length - rest;
        backward(z, a, delta, at, end);
        if (rest > 0) {
            System.arraycopy(z, end, zRest, 0, rest);
            System.arraycopy(a, end, aRest, 0, rest);
            System.arraycopy(delta, end, deltaRest, 0, rest);
            backward(zRest, aRest, deltaRest, 0, LENGTH);
            System.arraycopy(deltaRest, 0, delta, end, rest);
        }
    }
}
