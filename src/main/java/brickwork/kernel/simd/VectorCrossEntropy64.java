package brickwork.kernel.simd;

import static brickwork.kernel.simd.Vectors64.LENGTH;
import static brickwork.kernel.simd.Vectors64.SPECIES;

import brickwork.kernel.Lanes64;
import brickwork.kernel.LossKernel64;
import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;

/**
 * -Σ_k y_k·log a_k with a = softmax z, which is Σ_k y_k·(l - z_k) with l = max z + log Σ_k e^(z_k - max z); by z_k: a_k·Σ_j y_j - y_k. Lanes
 * are samples.
 */
final class VectorCrossEntropy64 implements LossKernel64 {

    private final double[] lanes = new double[Lanes64.COUNT];
    private double[] zRest = {};
    private double[] aRest = {};
    private double[] yRest = {};
    private double[] deltaRest = {};

    @Override
    public double value(double[] z, double[] a, double[] y, int units, int from, int to, int stride) {
        Arrays.fill(lanes, 0);
        var s = from;
        for (; s <= to - LENGTH; s += LENGTH) {
            var part = (s - from) & Lanes64.COUNT - 1;
            var loss = loss(z, y, s, units, stride, top(z, s, units, stride));
            DoubleVector.fromArray(SPECIES, lanes, part).add(loss).intoArray(lanes, part);
        }
        if (s < to) {
            zRest = Strips64.room(zRest, units);
            yRest = Strips64.room(yRest, units);
            Strips64.take(z, s, units, to - s, stride, zRest);
            Strips64.take(y, s, units, to - s, stride, yRest);
            var part = (s - from) & Lanes64.COUNT - 1;
            var loss = loss(zRest, yRest, 0, units, LENGTH, top(zRest, 0, units, LENGTH));
            var sum = DoubleVector.fromArray(SPECIES, lanes, part);
            sum.blend(sum.add(loss), Vectors64.first(to - s)).intoArray(lanes, part);
        }
        return Lanes64.join(lanes);
    }

    private static DoubleVector top(double[] z, int at, int units, int stride) {
        return VectorSoftmax64.top(z, at, at + units * stride, stride);
    }

    private static DoubleVector loss(double[] z, double[] y, int at, int units, int stride, DoubleVector top) {
        var end = at + units * stride;
        var sum = DoubleVector.zero(SPECIES);
        for (var i = at; i < end; i += stride) {
            sum = sum.add(VectorElementary64.exp(DoubleVector.fromArray(SPECIES, z, i).sub(top)));
        }
        var l = top.add(VectorElementary64.log(sum));
        var loss = DoubleVector.zero(SPECIES);
        for (var i = at; i < end; i += stride) {
            loss = DoubleVector.fromArray(SPECIES, y, i).fma(l.sub(DoubleVector.fromArray(SPECIES, z, i)), loss);
        }
        return loss;
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
            aRest = Strips64.room(aRest, units);
            yRest = Strips64.room(yRest, units);
            deltaRest = Strips64.room(deltaRest, units);
            Strips64.take(a, s, units, rest, stride, aRest);
            Strips64.take(y, s, units, rest, stride, yRest);
            Strips64.take(delta, s, units, rest, stride, deltaRest);
            slope(aRest, yRest, deltaRest, 0, units, LENGTH, scale, add);
            Strips64.put(deltaRest, delta, s, units, rest, stride);
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
