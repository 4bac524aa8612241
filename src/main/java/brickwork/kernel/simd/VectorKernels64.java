package brickwork.kernel.simd;

import static brickwork.kernel.simd.Vectors64.LENGTH;

import brickwork.kernel.ActivationKernel64;
import brickwork.kernel.Kernels64;
import brickwork.kernel.LossKernel64;
import brickwork.kernel.Matrix64;
import brickwork.kernel.UpdateKernel64;
import brickwork.model.Activation;
import brickwork.model.LossTerm;
import brickwork.model.Optimizer;

/** The kernels over vectors. */
public final class VectorKernels64 implements Kernels64 {

    private final VectorProduct64 product = new VectorProduct64();
    private final LaneProduct64 laneProduct = new LaneProduct64();
    private final VectorSums64 sums = new VectorSums64();
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
    public UpdateKernel64 update(Optimizer.Rule rule) {
        return VectorUpdates64.of(rule);
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
}
