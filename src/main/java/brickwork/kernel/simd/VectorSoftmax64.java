package brickwork.kernel.simd;

import static brickwork.kernel.simd.Vectors64.LENGTH;
import static brickwork.kernel.simd.Vectors64.SPECIES;

import brickwork.kernel.ActivationKernel64;
import jdk.incubator.vector.DoubleVector;

/**
 * a_k = e^(z_k - max z)/Σ_j e^(z_j - max z) over the units of each sample, the sum added in increasing j;
 * ∂loss/∂z_k = a_k·(δ_k - Σ_j δ_j·a_j), the sum a chain of fma in increasing j from 0. Lanes are samples.
 */
final class VectorSoftmax64 implements ActivationKernel64 {

    private double[] first = {};
    private double[] second = {};

    @Override
    public void forward(double[] z, double[] a, int at, int units, int columns, int stride) {
        var s = at;
        for (; s <= at + columns - LENGTH; s += LENGTH) {
            forward(z, a, s, units, stride);
        }
        var rest = at + columns - s;
        if (rest > 0) {
            first = PaddedColumns64.room(first, units);
            PaddedColumns64.load(z, s, units, rest, stride, first);
            forward(first, first, 0, units, LENGTH);
            PaddedColumns64.store(first, a, s, units, rest, stride);
        }
    }

    private static void forward(double[] z, double[] a, int at, int units, int stride) {
        var end = at + units * stride;
        var top = top(z, at, end, stride);
        var sum = DoubleVector.zero(SPECIES);
        for (var i = at; i < end; i += stride) {
            var power = VectorElementary64.exp(DoubleVector.fromArray(SPECIES, z, i).sub(top));
            power.intoArray(a, i);
            sum = sum.add(power);
        }
        for (var i = at; i < end; i += stride) {
            DoubleVector.fromArray(SPECIES, a, i).div(sum).intoArray(a, i);
        }
    }

    /** The largest z of each sample. */
    static DoubleVector top(double[] z, int from, int end, int stride) {
        var top = DoubleVector.fromArray(SPECIES, z, from);
        for (var i = from + stride; i < end; i += stride) {
            top = top.max(DoubleVector.fromArray(SPECIES, z, i));
        }
        return top;
    }

    @Override
    public void backward(double[] z, double[] a, double[] delta, int at, int units, int columns, int stride) {
        var s = at;
        for (; s <= at + columns - LENGTH; s += LENGTH) {
            backward(a, delta, s, units, stride);
        }
        var rest = at + columns - s;
        if (rest > 0) {
            first = PaddedColumns64.room(first, units);
            second = PaddedColumns64.room(second, units);
            PaddedColumns64.load(a, s, units, rest, stride, first);
            PaddedColumns64.load(delta, s, units, rest, stride, second);
            backward(first, second, 0, units, LENGTH);
            PaddedColumns64.store(second, delta, s, units, rest, stride);
        }
    }

    private static void backward(double[] a, double[] delta, int at, int units, int stride) {
        var end = at + units * stride;
        var mean = DoubleVector.zero(SPECIES);
        for (var i = at; i < end; i += stride) {
            mean = DoubleVector.fromArray(SPECIES, delta, i).fma(DoubleVector.fromArray(SPECIES, a, i), mean);
        }
        for (var i = at; i < end; i += stride) {
            var difference = DoubleVector.fromArray(SPECIES, delta, i).sub(mean);
            DoubleVector.fromArray(SPECIES, a, i).mul(difference).intoArray(delta, i);
        }
    }
}
