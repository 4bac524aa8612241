package brickwork.kernel.simd;

import static brickwork.kernel.simd.Vectors64.LENGTH;
import static brickwork.kernel.simd.Vectors64.SPECIES;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;

import brickwork.kernel.Rounding64;
import brickwork.model.Activation;
import jdk.incubator.vector.DoubleVector;

/** The activations made of exponential functions. */
final class ExponentialActivations64 {

    private ExponentialActivations64() {}

    /** a = z where z > 0, alpha·(e^z - 1) elsewhere; da/dz = 1 and a + alpha, by the sign of a, or of z if {@code alpha < 0}. */
    static final class Elu extends VectorActivation64 {
        private final double alpha;

        Elu(double alpha) {
            this.alpha = alpha;
        }

        @Override
        void forward(double[] z, double[] a, int from, int to) {
            for (var i = from; i < to; i += LENGTH) {
                var v = DoubleVector.fromArray(SPECIES, z, i);
                VectorElementary64.expm1(v).mul(alpha).blend(v, v.compare(GT, 0d)).intoArray(a, i);
            }
        }

        @Override
        void backward(double[] z, double[] a, double[] delta, int from, int to) {
            var decisive = alpha < 0 ? z : a;
            for (var i = from; i < to; i += LENGTH) {
                var positive = DoubleVector.fromArray(SPECIES, decisive, i).compare(GT, 0d);
                var slope = DoubleVector.fromArray(SPECIES, a, i).add(alpha).blend(1d, positive);
                DoubleVector.fromArray(SPECIES, delta, i).mul(slope).intoArray(delta, i);
            }
        }
    }

    /** a = SCALE·z where z > 0, BOTH·(e^z - 1) elsewhere; da/dz = SCALE and a + BOTH. */
    static final class Selu extends VectorActivation64 {
        private static final double SCALE = Rounding64.of(Activation.Selu.SCALE);
        private static final double BOTH = Rounding64.of(Activation.Selu.SCALE * Activation.Selu.ALPHA);

        @Override
        void forward(double[] z, double[] a, int from, int to) {
            for (var i = from; i < to; i += LENGTH) {
                var v = DoubleVector.fromArray(SPECIES, z, i);
                VectorElementary64.expm1(v).mul(BOTH).blend(v.mul(SCALE), v.compare(GT, 0d)).intoArray(a, i);
            }
        }

        @Override
        void backward(double[] z, double[] a, double[] delta, int from, int to) {
            for (var i = from; i < to; i += LENGTH) {
                var v = DoubleVector.fromArray(SPECIES, a, i);
                DoubleVector.fromArray(SPECIES, delta, i).mul(v.add(BOTH).blend(SCALE, v.compare(GT, 0d))).intoArray(delta, i);
            }
        }
    }

    /** a = log(1 + e^z) = max(z, 0) + log1p(e^-|z|); da/dz = sigmoid z. */
    static final class Softplus extends VectorActivation64 {
        private final SoftplusTail64 tail = new SoftplusTail64();

        @Override
        void forward(double[] z, double[] a, int from, int to) {
            for (var at = from; at < to; at += SoftplusTail64.ROOM * LENGTH) {
                var end = Math.min(at + SoftplusTail64.ROOM * LENGTH, to);
                tail.compute(z, at, end, LENGTH);
                add(z, tail.values, a, at, end);
            }
        }

        private static void add(double[] z, double[] rest, double[] a, int from, int to) {
            for (var i = from; i < to; i += LENGTH) {
                var log = DoubleVector.fromArray(SPECIES, rest, i - from);
                var v = DoubleVector.fromArray(SPECIES, z, i);
                v.blend(0d, v.compare(LE, 0d)).add(log).intoArray(a, i);
            }
        }

        @Override
        void backward(double[] z, double[] a, double[] delta, int from, int to) {
            for (var i = from; i < to; i += LENGTH) {
                var slope = VectorElementary64.sigmoid(DoubleVector.fromArray(SPECIES, z, i));
                DoubleVector.fromArray(SPECIES, delta, i).mul(slope).intoArray(delta, i);
            }
        }
    }
}
