package brickwork.kernel;

import brickwork.model.Activation;
import brickwork.model.LossTerm;
import brickwork.model.Optimizer;

/**
 * A set of kernels. {@link ScalarKernels64} defines what each computes, to the last bit; every other set gives the same bits. A set may
 * hold scratch memory, so each thread has a set of its own.
 *
 * <p>Kernels read and write exactly the elements their shapes name. Where an array has padding, the caller asks for it to be computed by
 * passing {@link #columns} as a width. Array ranges are {@code at … at + length - 1}. Ranges that are written do not overlap others unless
 * they are the same range.
 */
public interface Kernels64 {

    /** How many columns this set computes with the least effort where {@code n} are wanted: from n to its round-up to whole lanes. */
    int columns(int n);

    /** Bytes of scratch memory this set holds. */
    long scratchBytes();

    /** The kernel of an activation. */
    ActivationKernel64 activation(Activation activation);

    /** The kernel of an optimizer's update. */
    UpdateKernel64 update(Optimizer.Rule rule);

    /** The kernel of a data term. */
    LossKernel64 loss(LossTerm.Kind kind);

    /**
     * C(i, j) = start(i) + Σ_k A(i, k)·B(k, j) for {@code i < m, j < n}, as a chain of fma in increasing k from start(i) on.
     *
     * @param start {@code start[startAt + i]} begins row i; null for 0
     * @param c     its column stride is 1
     */
    void product(Matrix64 a, Matrix64 b, double[] start, int startAt, Matrix64 c, int m, int n, int k);

    /**
     * C(i, j) = Σ_k A(i, k)·B(k, j) for {@code i < m, j < n}, in fixed lanes over k (fma in each lane, from 0, then {@link Lanes64#join}).
     *
     * @param a its column stride is 1
     * @param b its row stride is 1
     * @param c its column stride is 1
     */
    void productInLanes(Matrix64 a, Matrix64 b, Matrix64 c, int m, int n, int k);

    /** sums[sumsAt + i] = Σ_j X(i, j) for {@code i < rows, j < columns}, in fixed lanes over j. The column stride of X is 1. */
    void rowSums(Matrix64 x, int rows, int columns, double[] sums, int sumsAt);

    /** Σ x², in fixed lanes, by fma. */
    double sumOfSquares(double[] x, int at, int length);

    /** Σ |x|, in fixed lanes. */
    double sumOfMagnitudes(double[] x, int at, int length);

    /** y += factor·x, by fma. */
    void addScaled(double[] x, int xAt, double factor, double[] y, int yAt, int length);

    /** y += factor where {@code x > 0}, y -= factor where {@code x < 0}. */
    void addSigns(double[] x, int xAt, double factor, double[] y, int yAt, int length);

    /** x *= factor. */
    void scale(double[] x, int at, int length, double factor);

    /** Cuts each x to [-bound, bound]. */
    void clamp(double[] x, int at, int length, double bound);

    /** out = x·y, element by element. {@code out} may be {@code x}. */
    void multiply(double[] x, double[] y, double[] out, int at, int length);

    /**
     * mask(u, s) = 0 where the number drawn for unit u and sample s is below {@code threshold}, {@code scale} elsewhere. The number is word
     * s mod 4 of the Philox 4×32-10 block with counter (s/4, u, low half of update, high half of update), as an unsigned int.
     *
     * @param key       low and high half are the two words of the Philox key
     * @param threshold probability times 2³², at most 2³²
     */
    void dropoutMask(long key, long update, long threshold, double scale, double[] mask, int units, int columns, int stride);
}
