package brickwork.kernel.simd;

import static brickwork.kernel.simd.Vectors64.LENGTH;
import static brickwork.kernel.simd.Vectors64.SPECIES;

import brickwork.kernel.Rounding64;
import jdk.incubator.vector.DoubleVector;

/**
 * a = z·Φ(z), Φ(z) = (1 + erf(z/√2))/2; da/dz = Φ(z) + z·φ(z), φ(z) = e^(-z²/2)/√(2π). The derivative takes two loops: C2 does not
 * inline both erf and exp into one.
 */
final class VectorGelu64 extends VectorActivation64 {

    private static final double ROOT_HALF = Rounding64.of(0.70710678118654752440);
    private static final double PEAK = Rounding64.of(0.39894228040143267794);

    private static final int BLOCK = 64 * LENGTH;

    private final double[] shares = new double[BLOCK];

    @Override
    void forward(double[] z, double[] a, int from, int to) {
        var half = DoubleVector.broadcast(SPECIES, 0.5d);
        for (var i = from; i < to; i += LENGTH) {
            var v = DoubleVector.fromArray(SPECIES, z, i);
            v.mul(half.fma(VectorElementary64.erf(v.mul(ROOT_HALF)), half)).intoArray(a, i);
        }
    }

    @Override
    void backward(double[] z, double[] a, double[] delta, int from, int to) {
        for (var at = from; at < to; at += BLOCK) {
            var end = Math.min(at + BLOCK, to);
            share(z, at, end);
            multiply(z, delta, at, end);
        }
    }

    /** Φ(z). */
    private void share(double[] z, int from, int to) {
        var half = DoubleVector.broadcast(SPECIES, 0.5d);
        for (var i = from; i < to; i += LENGTH) {
            var v = DoubleVector.fromArray(SPECIES, z, i);
            half.fma(VectorElementary64.erf(v.mul(ROOT_HALF)), half).intoArray(shares, i - from);
        }
    }

    private void multiply(double[] z, double[] delta, int from, int to) {
        for (var i = from; i < to; i += LENGTH) {
            var v = DoubleVector.fromArray(SPECIES, z, i);
            var density = VectorElementary64.exp(v.mul(-0.5d).mul(v)).mul(PEAK);
            var slope = v.fma(density, DoubleVector.fromArray(SPECIES, shares, i - from));
            DoubleVector.fromArray(SPECIES, delta, i).mul(slope).intoArray(delta, i);
        }
    }
}
