package brickwork.kernel.simd;

import static brickwork.kernel.simd.Vectors64.LENGTH;
import static brickwork.kernel.simd.Vectors64.SPECIES;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;

import brickwork.kernel.ActivationKernel64;
import brickwork.kernel.Rounding64;
import brickwork.kernel.ScalarKernels64;
import brickwork.model.Activation;
import jdk.incubator.vector.DoubleVector;

/** Every activation, with the arithmetic of {@link brickwork.kernel.ScalarKernels64}. */
final class VectorActivations64 {

    private VectorActivations64() {}

    static ActivationKernel64 of(Activation activation) {
        return switch (activation) {
            case Activation.Linear _ -> new Linear();
            case Activation.Sigmoid _ -> new Sigmoid();
            case Activation.Tanh _ -> new Tanh();
            case Activation.Relu _ -> new Relu();
            case Activation.LeakyRelu(var slope) -> new LeakyRelu(Rounding64.of(slope));
            case Activation.Elu(var alpha) -> new ExponentialActivations64.Elu(Rounding64.of(alpha));
            case Activation.Selu _ -> new ExponentialActivations64.Selu();
            // In f64 erf has more operations than C2 inlines, so its vectors would become objects.
            case Activation.Gelu gelu -> Double.BYTES == Long.BYTES ? new ScalarKernels64().activation(gelu) : new VectorGelu64();
            case Activation.Silu _ -> new Silu();
            case Activation.Mish _ -> new Mish();
            case Activation.Softplus _ -> new ExponentialActivations64.Softplus();
            case Activation.Softmax _ -> new VectorSoftmax64();
            case Activation.Host host -> new ScalarKernels64().activation(host);
        };
    }

    /** a = z; da/dz = 1. */
    static final class Linear extends VectorActivation64 {
        @Override
        void forward(double[] z, double[] a, int from, int to) {
            if (z != a) {
                System.arraycopy(z, from, a, from, to - from);
            }
        }

        @Override
        void backward(double[] z, double[] a, double[] delta, int from, int to) {
            // times 1
        }
    }

    /** a = 1/(1 + e^-z); da/dz = a·(1 - a). */
    static final class Sigmoid extends VectorActivation64 {
        @Override
        void forward(double[] z, double[] a, int from, int to) {
            for (var i = from; i < to; i += LENGTH) {
                var v = DoubleVector.fromArray(SPECIES, z, i);
                VectorElementary64.sigmoid(v).intoArray(a, i);
            }
        }

        @Override
        void backward(double[] z, double[] a, double[] delta, int from, int to) {
            for (var i = from; i < to; i += LENGTH) {
                var v = DoubleVector.fromArray(SPECIES, a, i);
                DoubleVector.fromArray(SPECIES, delta, i).mul(v.mul(v.broadcast(1d).sub(v))).intoArray(delta, i);
            }
        }
    }

    /** a = tanh z; da/dz = 1 - a². */
    static final class Tanh extends VectorActivation64 {
        @Override
        void forward(double[] z, double[] a, int from, int to) {
            for (var i = from; i < to; i += LENGTH) {
                var v = DoubleVector.fromArray(SPECIES, z, i);
                VectorElementary64.tanh(v).intoArray(a, i);
            }
        }

        @Override
        void backward(double[] z, double[] a, double[] delta, int from, int to) {
            for (var i = from; i < to; i += LENGTH) {
                var v = DoubleVector.fromArray(SPECIES, a, i);
                DoubleVector.fromArray(SPECIES, delta, i).mul(v.neg().fma(v, v.broadcast(1d))).intoArray(delta, i);
            }
        }
    }

    /** a = 0 where z ≤ 0, z elsewhere; da/dz = 1 where a > 0, 0 elsewhere. */
    static final class Relu extends VectorActivation64 {
        @Override
        void forward(double[] z, double[] a, int from, int to) {
            for (var i = from; i < to; i += LENGTH) {
                var v = DoubleVector.fromArray(SPECIES, z, i);
                v.blend(0d, v.compare(LE, 0d)).intoArray(a, i);
            }
        }

        @Override
        void backward(double[] z, double[] a, double[] delta, int from, int to) {
            for (var i = from; i < to; i += LENGTH) {
                var v = DoubleVector.fromArray(SPECIES, a, i);
                DoubleVector.fromArray(SPECIES, delta, i).mul(v.broadcast(0d).blend(1d, v.compare(GT, 0d))).intoArray(delta, i);
            }
        }
    }

    /** a = z where z > 0, slope·z elsewhere; da/dz = 1 and slope, by the sign of a, or of z if {@code slope < 0}. */
    static final class LeakyRelu extends VectorActivation64 {
        private final double slope;

        LeakyRelu(double slope) {
            this.slope = slope;
        }

        @Override
        void forward(double[] z, double[] a, int from, int to) {
            for (var i = from; i < to; i += LENGTH) {
                var v = DoubleVector.fromArray(SPECIES, z, i);
                v.mul(slope).blend(v, v.compare(GT, 0d)).intoArray(a, i);
            }
        }

        @Override
        void backward(double[] z, double[] a, double[] delta, int from, int to) {
            var decisive = slope < 0 ? z : a;
            for (var i = from; i < to; i += LENGTH) {
                var v = DoubleVector.fromArray(SPECIES, decisive, i);
                DoubleVector.fromArray(SPECIES, delta, i).mul(v.broadcast(slope).blend(1d, v.compare(GT, 0d))).intoArray(delta, i);
            }
        }
    }

    /** a = z·s, s = sigmoid z; da/dz = s·(1 + z·(1 - s)). */
    static final class Silu extends VectorActivation64 {
        @Override
        void forward(double[] z, double[] a, int from, int to) {
            for (var i = from; i < to; i += LENGTH) {
                var v = DoubleVector.fromArray(SPECIES, z, i);
                v.mul(VectorElementary64.sigmoid(v)).intoArray(a, i);
            }
        }

        @Override
        void backward(double[] z, double[] a, double[] delta, int from, int to) {
            for (var i = from; i < to; i += LENGTH) {
                var v = DoubleVector.fromArray(SPECIES, z, i);
                var s = VectorElementary64.sigmoid(v);
                var one = v.broadcast(1d);
                DoubleVector.fromArray(SPECIES, delta, i).mul(s.mul(v.fma(one.sub(s), one))).intoArray(delta, i);
            }
        }
    }

    /** a = z·t, t = tanh(log(1 + e^z)) = n/(n + r); da/dz = t + z·(1 - t)·(1 + t)·sigmoid z. */
    static final class Mish extends VectorActivation64 {
        @Override
        void forward(double[] z, double[] a, int from, int to) {
            for (var i = from; i < to; i += LENGTH) {
                var v = DoubleVector.fromArray(SPECIES, z, i);
                var positive = v.compare(GT, 0d);
                var w = VectorElementary64.exp(v.abs().neg());
                var twice = w.add(w);
                var n = w.fma(w, twice).blend(twice.add(1d), positive);
                var r = v.broadcast(2d).blend(twice.mul(w), positive);
                v.mul(n.div(n.add(r))).intoArray(a, i);
            }
        }

        @Override
        void backward(double[] z, double[] a, double[] delta, int from, int to) {
            for (var i = from; i < to; i += LENGTH) {
                var v = DoubleVector.fromArray(SPECIES, z, i);
                var positive = v.compare(GT, 0d);
                var w = VectorElementary64.exp(v.abs().neg());
                var twice = w.add(w);
                var n = w.fma(w, twice).blend(twice.add(1d), positive);
                var r = v.broadcast(2d).blend(twice.mul(w), positive);
                var t = n.div(n.add(r));
                var s = w.blend(1d, positive).div(w.add(1d));
                var slope = v.mul(r.div(n.add(r)).mul(t.add(1d))).fma(s, t);
                DoubleVector.fromArray(SPECIES, delta, i).mul(slope).intoArray(delta, i);
            }
        }
    }
}
