package brickwork.kernel.simd;

import static brickwork.kernel.simd.Vectors64.LENGTH;

import brickwork.kernel.ActivationKernel64;
import brickwork.kernel.Kernels64;
import brickwork.kernel.LossKernel64;
import brickwork.kernel.Matrix64;
import brickwork.model.Activation;
import brickwork.model.LossTerm;

/** The kernels over vectors. */
public final class VectorKernels64 implements Kernels64 {

    private final VectorProduct64 product = new VectorProduct64();
    private final LaneProduct64 laneProduct = new LaneProduct64();
    private final VectorSums64 sums = new VectorSums64();
    private final VectorUpdates64 updates = new VectorUpdates64();
    private final VectorDropout64 dropout = new VectorDropout64();

    /** Bits of the vectors used. */
    public static int bits() {
        return Vectors64.SPECIES.vectorBitSize();
    }

    @Override
    public int columns(int n) {
        return (n + LENGTH - 1) & -LENGTH;
    }

    @Override
    public long scratchBytes() {
        return (product.scratch() + laneProduct.scratch()) * Double.BYTES;
    }

    @Override
    public ActivationKernel64 activation(Activation activation) {
        return VectorActivations64.of(activation);
    }

    @Override
    public LossKernel64 loss(LossTerm.Kind kind) {
        return VectorLosses64.of(kind);
    }

    @Override
    public void product(Matrix64 a, Matrix64 b, double[] start, int startAt, Matrix64 c, int m, int n, int k) {
        product.run(a, b, start, startAt, c, m, n, k);
    }

    @Override
    public void productInLanes(Matrix64 a, Matrix64 b, Matrix64 c, int m, int n, int k) {
        laneProduct.run(a, b, c, m, n, k);
    }

    @Override
    public void rowSums(Matrix64 x, int rows, int columns, double[] into, int at) {
        sums.rowSums(x, rows, columns, into, at);
    }

    @Override
    public double sumOfSquares(double[] x, int at, int length) {
        return sums.sumOfSquares(x, at, length);
    }

    @Override
    public double sumOfMagnitudes(double[] x, int at, int length) {
        return sums.sumOfMagnitudes(x, at, length);
    }

    @Override
    public void addScaled(double[] x, int xAt, double factor, double[] y, int yAt, int length) {
        VectorElementwise64.addScaled(x, xAt, factor, y, yAt, length);
    }

    @Override
    public void addSigns(double[] x, int xAt, double factor, double[] y, int yAt, int length) {
        VectorElementwise64.addSigns(x, xAt, factor, y, yAt, length);
    }

    @Override
    public void scale(double[] x, int at, int length, double factor) {
        VectorElementwise64.scale(x, at, length, factor);
    }

    @Override
    public void clamp(double[] x, int at, int length, double bound) {
        VectorElementwise64.clamp(x, at, length, bound);
    }

    @Override
    public void multiply(double[] x, double[] y, double[] out, int at, int length) {
        VectorElementwise64.multiply(x, y, out, at, length);
    }

    @Override
    public void dropoutMask(long key, long update, long threshold, double scale, double[] mask, int units, int columns, int stride) {
        dropout.mask(key, update, threshold, scale, mask, units, columns, stride);
    }

    @Override
    public void sgd(double[] w, double[] g, int at, int length, double rate) {
        updates.sgd(w, g, at, length, rate);
    }

    @Override
    public void momentum(double[] w, double[] g, double[] v, int at, int length, double rate, double momentum, boolean nesterov) {
        updates.momentum(w, g, v, at, length, rate, momentum, nesterov);
    }

    @Override
    public void adam(double[] w, double[] g, double[] m, double[] v, int at, int length, double keep, double beta1, double rest1,
            double beta2, double rest2, double step, double inverseRoot, double epsilon) {
        updates.adam(w, g, m, v, at, length, keep, beta1, rest1, beta2, rest2, step, inverseRoot, epsilon);
    }

    @Override
    public void rmsProp(double[] w, double[] g, double[] s, int at, int length, double rate, double alpha, double rest, double epsilon) {
        updates.rmsProp(w, g, s, at, length, rate, alpha, rest, epsilon);
    }

    @Override
    public void adaGrad(double[] w, double[] g, double[] s, int at, int length, double rate, double epsilon) {
        updates.adaGrad(w, g, s, at, length, rate, epsilon);
    }
}
