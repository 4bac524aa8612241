package brickwork.kernel.simd;

import static brickwork.kernel.simd.Vectors64.LENGTH;
import static brickwork.kernel.simd.Vectors64.SPECIES;

import brickwork.kernel.Lanes64;
import brickwork.kernel.LossKernel64;
import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;

/**
 * -Σ_k y_k·log a_k with a = softmax z, which is Σ_k y_k·(l - z_k) with l = max z + log Σ_k e^(z_k - max z); by z_k: a_k·Σ_j y_j - y_k.
 * Lanes are samples.
 */
final class VectorCrossEntropy64 implements LossKernel64 {

    private final double[] lanes = new double[Lanes64.COUNT];
    private final double[] top = new double[LENGTH];
    private final double[] logarithm = new double[LENGTH];
    private final double[] loss = new double[LENGTH];
    private double[] zRest = {};
    private double[] aRest = {};
    private double[] yRest = {};
    private double[] deltaRest = {};

    @Override
    public double value(double[] z, double[] a, double[] y, int units, int from, int to, int stride) {
        Arrays.fill(lanes, 0);
        var s = from;
        for (; s <= to - LENGTH; s += LENGTH) {
            sum(z, s, units, stride, top, logarithm);
            VectorLogarithms64.log(logarithm, LENGTH);
            loss(z, y, s, units, stride, top, logarithm, loss);
            add(loss, LENGTH, lanes, (s - from) & Lanes64.COUNT - 1);
        }
        if (s < to) {
            zRest = PaddedColumns64.room(zRest, units);
            yRest = PaddedColumns64.room(yRest, units);
            PaddedColumns64.load(z, s, units, to - s, stride, zRest);
            PaddedColumns64.load(y, s, units, to - s, stride, yRest);
            sum(zRest, 0, units, LENGTH, top, logarithm);
            VectorLogarithms64.log(logarithm, LENGTH);
            loss(zRest, yRest, 0, units, LENGTH, top, logarithm, loss);
            add(loss, to - s, lanes, (s - from) & Lanes64.COUNT - 1);
        }
        return Lanes64.join(lanes);
    }

    /** max z and Σ e^(z - max z) of a vector of samples. */
    private static void sum(double[] z, int at, int units, int stride, double[] topInto, double[] sumInto) {
        var end = at + units * stride;
        var top = VectorSoftmax64.top(z, at, end, stride);
        var sum = DoubleVector.zero(SPECIES);
        for (var i = at; i < end; i += stride) {
            sum = sum.add(VectorElementary64.exp(DoubleVector.fromArray(SPECIES, z, i).sub(top)));
        }
        top.intoArray(topInto, 0);
        sum.intoArray(sumInto, 0);
    }

    /** Σ y·(l - z) of a vector of samples, each by itself. */
    private static void loss(double[] z, double[] y, int at, int units, int stride, double[] top, double[] logarithm, double[] into) {
        var l = DoubleVector.fromArray(SPECIES, top, 0).add(DoubleVector.fromArray(SPECIES, logarithm, 0));
        var loss = DoubleVector.zero(SPECIES);
        for (int i = at, end = at + units * stride; i < end; i += stride) {
            loss = DoubleVector.fromArray(SPECIES, y, i).fma(l.sub(DoubleVector.fromArray(SPECIES, z, i)), loss);
        }
        loss.intoArray(into, 0);
    }

    /** Adds the losses of the first {@code n} samples to their lanes. */
    private static void add(double[] loss, int n, double[] lanes, int part) {
        for (var i = 0; i < n; i++) {
            lanes[part + i] += loss[i];
        }
    }

    @Override
    public void gradient(double[] z, double[] a, double[] y, double[] delta, int units, int columns, int stride, double scale,
            boolean add) {
        var s = 0;
        for (; s <= columns - LENGTH; s += LENGTH) {
            slope(a, y, delta, s, units, stride, scale, add);
        }
        var rest = columns - s;
        if (rest > 0) {
            aRest = PaddedColumns64.room(aRest, units);
            yRest = PaddedColumns64.room(yRest, units);
            deltaRest = PaddedColumns64.room(deltaRest, units);
            PaddedColumns64.load(a, s, units, rest, stride, aRest);
            PaddedColumns64.load(y, s, units, rest, stride, yRest);
            PaddedColumns64.load(delta, s, units, rest, stride, deltaRest);
            slope(aRest, yRest, deltaRest, 0, units, LENGTH, scale, add);
            PaddedColumns64.store(deltaRest, delta, s, units, rest, stride);
        }
    }

    private static void slope(double[] a, double[] y, double[] delta, int at, int units, int stride, double scale, boolean add) {
        var end = at + units * stride;
        var whole = DoubleVector.zero(SPECIES);
        for (var i = at; i < end; i += stride) {
            whole = whole.add(DoubleVector.fromArray(SPECIES, y, i));
        }
        var factor = DoubleVector.broadcast(SPECIES, scale);
        for (var i = at; i < end; i += stride) {
            var slope = DoubleVector.fromArray(SPECIES, a, i).fma(whole, DoubleVector.fromArray(SPECIES, y, i).neg());
            var sum = add ? factor.fma(slope, DoubleVector.fromArray(SPECIES, delta, i)) : factor.mul(slope);
            sum.intoArray(delta, i);
        }
    }
}
