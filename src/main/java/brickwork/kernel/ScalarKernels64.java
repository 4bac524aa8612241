package brickwork.kernel;

import brickwork.model.Activation;
import brickwork.model.LossTerm;
import brickwork.model.Optimizer;

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

    @Override
    public UpdateKernel64 update(Optimizer.Rule rule) {
        return ScalarUpdates64.of(rule);
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
}
