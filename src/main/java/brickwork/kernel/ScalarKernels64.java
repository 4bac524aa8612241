package brickwork.kernel;

import brickwork.model.Activation;
import brickwork.model.LossTerm;

/** The plain loops that define every kernel. */
public final class ScalarKernels64 implements Kernels64 {

    @Override
    public int columns(int n) {
        return n;
    }

    @Override
    public long scratchBytes() {
        return (long) Lanes64.COUNT * Double.BYTES;
    }

    @Override
    public ActivationKernel64 activation(Activation activation) {
        return ScalarActivations64.of(activation);
    }

    @Override
    public LossKernel64 loss(LossTerm.Kind kind) {
        return ScalarLosses64.of(kind);
    }

    private final double[] lanes = new double[Lanes64.COUNT];

    @Override
    public void product(Matrix64 a, Matrix64 b, double[] start, int startAt, Matrix64 c, int m, int n, int k) {
        ScalarProducts64.product(a, b, start, startAt, c, m, n, k);
    }

    @Override
    public void productInLanes(Matrix64 a, Matrix64 b, Matrix64 c, int m, int n, int k) {
        ScalarProducts64.productInLanes(a, b, c, m, n, k, lanes);
    }

    @Override
    public void rowSums(Matrix64 x, int rows, int columns, double[] sums, int sumsAt) {
        for (var i = 0; i < rows; i++) {
            Lanes64.clear(lanes);
            var row = x.at() + i * x.rowStride();
            for (var j = 0; j < columns; j++) {
                lanes[j % Lanes64.COUNT] += x.values()[row + j];
            }
            sums[sumsAt + i] = Lanes64.join(lanes);
        }
    }

    @Override
    public double sumOfSquares(double[] x, int at, int length) {
        Lanes64.clear(lanes);
        for (var i = 0; i < length; i++) {
            lanes[i % Lanes64.COUNT] = Math.fma(x[at + i], x[at + i], lanes[i % Lanes64.COUNT]);
        }
        return Lanes64.join(lanes);
    }

    @Override
    public double sumOfMagnitudes(double[] x, int at, int length) {
        Lanes64.clear(lanes);
        for (var i = 0; i < length; i++) {
            lanes[i % Lanes64.COUNT] += Math.abs(x[at + i]);
        }
        return Lanes64.join(lanes);
    }

    @Override
    public void addScaled(double[] x, int xAt, double factor, double[] y, int yAt, int length) {
        for (var i = 0; i < length; i++) {
            y[yAt + i] = Math.fma(factor, x[xAt + i], y[yAt + i]);
        }
    }

    @Override
    public void addSigns(double[] x, int xAt, double factor, double[] y, int yAt, int length) {
        for (var i = 0; i < length; i++) {
            if (x[xAt + i] > 0) {
                y[yAt + i] += factor;
            } else if (x[xAt + i] < 0) {
                y[yAt + i] -= factor;
            }
        }
    }

    @Override
    public void scale(double[] x, int at, int length, double factor) {
        for (var i = at; i < at + length; i++) {
            x[i] *= factor;
        }
    }

    @Override
    public void clamp(double[] x, int at, int length, double bound) {
        for (var i = at; i < at + length; i++) {
            x[i] = x[i] > bound ? bound : x[i] < -bound ? -bound : x[i];
        }
    }

    @Override
    public void multiply(double[] x, double[] y, double[] out, int at, int length) {
        for (var i = at; i < at + length; i++) {
            out[i] = x[i] * y[i];
        }
    }

    @Override
    public void dropoutMask(long key, long update, long threshold, double scale, double[] mask, int units, int columns, int stride) {
        ScalarDropout64.mask(key, update, threshold, scale, mask, units, columns, stride);
    }

    @Override
    public void sgd(double[] w, double[] g, int at, int length, double rate) {
        ScalarUpdates64.sgd(w, g, at, length, rate);
    }

    @Override
    public void momentum(double[] w, double[] g, double[] v, int at, int length, double rate, double momentum, boolean nesterov) {
        ScalarUpdates64.momentum(w, g, v, at, length, rate, momentum, nesterov);
    }

    @Override
    public void adam(double[] w, double[] g, double[] m, double[] v, int at, int length, double keep, double beta1, double rest1,
            double beta2, double rest2, double step, double inverseRoot, double epsilon) {
        ScalarUpdates64.adam(w, g, m, v, at, length, keep, beta1, rest1, beta2, rest2, step, inverseRoot, epsilon);
    }

    @Override
    public void rmsProp(double[] w, double[] g, double[] s, int at, int length, double rate, double alpha, double rest, double epsilon) {
        ScalarUpdates64.rmsProp(w, g, s, at, length, rate, alpha, rest, epsilon);
    }

    @Override
    public void adaGrad(double[] w, double[] g, double[] s, int at, int length, double rate, double epsilon) {
        ScalarUpdates64.adaGrad(w, g, s, at, length, rate, epsilon);
    }
}
