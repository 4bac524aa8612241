package brickwork.kernel;

import brickwork.model.Activation;

/** Every activation by its formula. Those that work element by element have their loops in {@link ScalarElementwise64}. */
final class ScalarActivations64 {

    private ScalarActivations64() {}

    static ActivationKernel64 of(Activation activation) {
        return switch (activation) {
            case Activation.Linear _ -> new Linear();
            case Activation.Sigmoid _ -> new Sigmoid();
            case Activation.Tanh _ -> new Tanh();
            case Activation.Relu _ -> new Relu();
            case Activation.LeakyRelu(var slope) -> new LeakyRelu(Rounding64.of(slope));
            case Activation.Elu(var alpha) -> new Elu(Rounding64.of(alpha));
            case Activation.Selu _ -> new Selu();
            case Activation.Gelu _ -> new Gelu();
            case Activation.Silu _ -> new Silu();
            case Activation.Mish _ -> new Mish();
            case Activation.Softplus _ -> new Softplus();
            case Activation.Softmax _ -> new ScalarSoftmax64();
            case Activation.Host host -> new HostActivationKernel64(host);
        };
    }

    /** a = z; da/dz = 1. */
    private static final class Linear extends ScalarElementwise64 {
        @Override
        double value(double z) {
            return z;
        }

        @Override
        double derivative(double z, double a) {
            return 1;
        }
    }

    /** a = 1/(1 + e^-z); da/dz = a·(1 - a). */
    private static final class Sigmoid extends ScalarElementwise64 {
        @Override
        double value(double z) {
            return Elementary64.sigmoid(z);
        }

        @Override
        double derivative(double z, double a) {
            return a * (1 - a);
        }
    }

    /** a = tanh z; da/dz = 1 - a². */
    private static final class Tanh extends ScalarElementwise64 {
        @Override
        double value(double z) {
            return Elementary64.tanh(z);
        }

        @Override
        double derivative(double z, double a) {
            return Math.fma(-a, a, 1);
        }
    }

    /** a = 0 where z ≤ 0, z elsewhere (so NaN stays NaN); da/dz = 1 where a > 0, 0 elsewhere. */
    private static final class Relu extends ScalarElementwise64 {
        @Override
        double value(double z) {
            return z <= 0 ? 0 : z;
        }

        @Override
        double derivative(double z, double a) {
            return a > 0 ? 1 : 0;
        }
    }

    /** a = z where z > 0, slope·z elsewhere; da/dz = 1 and slope. With slope ≥ 0 the signs of a and z agree, so a alone decides. */
    private static final class LeakyRelu extends ScalarElementwise64 {
        private final double slope;

        LeakyRelu(double slope) {
            this.slope = slope;
        }

        @Override
        double value(double z) {
            return z > 0 ? z : slope * z;
        }

        @Override
        double derivative(double z, double a) {
            return (slope < 0 ? z : a) > 0 ? 1 : slope;
        }
    }

    /** a = z where z > 0, alpha·(e^z - 1) elsewhere; da/dz = 1 and alpha·e^z = a + alpha. With alpha ≥ 0 the sign of a alone decides. */
    private static final class Elu extends ScalarElementwise64 {
        private final double alpha;

        Elu(double alpha) {
            this.alpha = alpha;
        }

        @Override
        double value(double z) {
            return z > 0 ? z : alpha * Elementary64.expm1(z);
        }

        @Override
        double derivative(double z, double a) {
            return (alpha < 0 ? z : a) > 0 ? 1 : a + alpha;
        }
    }

    /** a = SCALE·z where z > 0, SCALE·ALPHA·(e^z - 1) elsewhere; da/dz = SCALE and SCALE·ALPHA·e^z = a + SCALE·ALPHA. */
    private static final class Selu extends ScalarElementwise64 {
        private static final double SCALE = Rounding64.of(Activation.Selu.SCALE);
        private static final double BOTH = Rounding64.of(Activation.Selu.SCALE * Activation.Selu.ALPHA);

        @Override
        double value(double z) {
            return z > 0 ? SCALE * z : BOTH * Elementary64.expm1(z);
        }

        @Override
        double derivative(double z, double a) {
            return a > 0 ? SCALE : a + BOTH;
        }
    }

    /** a = z·Φ(z), Φ(z) = (1 + erf(z/√2))/2; da/dz = Φ(z) + z·φ(z), φ(z) = e^(-z²/2)/√(2π). */
    private static final class Gelu extends ScalarElementwise64 {
        private static final double ROOT_HALF = Rounding64.of(0.70710678118654752440);
        private static final double PEAK = Rounding64.of(0.39894228040143267794);

        @Override
        double value(double z) {
            return z * share(z);
        }

        @Override
        double derivative(double z, double a) {
            var density = PEAK * Elementary64.exp(-0.5d * z * z);
            return Math.fma(z, density, share(z));
        }

        private static double share(double z) {
            return Math.fma(0.5d, Elementary64.erf(z * ROOT_HALF), 0.5d);
        }
    }

    /** a = z·s, s = sigmoid z; da/dz = s·(1 + z·(1 - s)). */
    private static final class Silu extends ScalarElementwise64 {
        @Override
        double value(double z) {
            return z * Elementary64.sigmoid(z);
        }

        @Override
        double derivative(double z, double a) {
            var s = Elementary64.sigmoid(z);
            return s * Math.fma(z, 1 - s, 1);
        }
    }

    /**
     * a = z·t, t = tanh(log(1 + e^z)) = n/(n + r) with n = w·w + 2·w and r = 2 for w = e^z, or, where z > 0, both divided by w·w: n = 1 +
     * 2·w and r = 2·w·w for w = e^-z; da/dz = t + z·(1 - t)·(1 + t)·sigmoid z.
     */
    private static final class Mish extends ScalarElementwise64 {
        @Override
        double value(double z) {
            var w = Elementary64.exp(-Math.abs(z));
            var n = numerator(z, w);
            return z * (n / (n + rest(z, w)));
        }

        @Override
        double derivative(double z, double a) {
            var w = Elementary64.exp(-Math.abs(z));
            var n = numerator(z, w);
            var r = rest(z, w);
            var t = n / (n + r);
            var s = (z > 0 ? 1 : w) / (1 + w);
            return Math.fma(z * (r / (n + r) * (t + 1)), s, t);
        }

        private static double numerator(double z, double w) {
            return z > 0 ? w + w + 1 : Math.fma(w, w, w + w);
        }

        private static double rest(double z, double w) {
            return z > 0 ? (w + w) * w : 2;
        }
    }

    /** a = log(1 + e^z) = max(z, 0) + log1p(e^-|z|); da/dz = sigmoid z. */
    private static final class Softplus extends ScalarElementwise64 {
        @Override
        double value(double z) {
            return (z <= 0 ? 0 : z) + Elementary64.log1p(Elementary64.exp(-Math.abs(z)));
        }

        @Override
        double derivative(double z, double a) {
            return Elementary64.sigmoid(z);
        }
    }
}
