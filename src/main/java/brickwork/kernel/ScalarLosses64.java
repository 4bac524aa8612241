package brickwork.kernel;

import brickwork.model.LossTerm;

/** Every data term by its formula, d = a - y. Those that add element by element are looped over in {@link ScalarTerm64}. */
final class ScalarLosses64 {

    private ScalarLosses64() {}

    static LossKernel64 of(LossTerm.Kind kind) {
        return switch (kind) {
            case LossTerm.MeanSquaredError _, LossTerm.SumSquaredError _ -> new Squared();
            case LossTerm.MeanAbsoluteError _ -> new Absolute();
            case LossTerm.Huber(var threshold) -> new Huber(Rounding64.of(threshold));
            case LossTerm.BinaryCrossEntropy _ -> new BinaryCrossEntropy();
            case LossTerm.CrossEntropy _ -> new ScalarCrossEntropy64();
            case LossTerm.Host host -> new HostLossKernel64(host);
        };
    }

    /** d²; by a: 2·d. */
    private static final class Squared extends ScalarTerm64 {
        @Override
        double value(double z, double a, double y) {
            var d = a - y;
            return d * d;
        }

        @Override
        double derivative(double z, double a, double y) {
            var d = a - y;
            return d + d;
        }
    }

    /** |d|; by a: the sign of d, 0 at 0. */
    private static final class Absolute extends ScalarTerm64 {
        @Override
        double value(double z, double a, double y) {
            return Math.abs(a - y);
        }

        @Override
        double derivative(double z, double a, double y) {
            var d = a - y;
            return d > 0 ? 1 : d < 0 ? -1 : 0;
        }
    }

    /** d²/2 where |d| ≤ D, D·(|d| - D/2) elsewhere; by a: d cut to [-D, D]. */
    private static final class Huber extends ScalarTerm64 {
        private final double threshold;

        Huber(double threshold) {
            this.threshold = threshold;
        }

        @Override
        double value(double z, double a, double y) {
            var d = a - y;
            var size = Math.abs(d);
            return size <= threshold ? 0.5d * d * d : threshold * (size - 0.5d * threshold);
        }

        @Override
        double derivative(double z, double a, double y) {
            var d = a - y;
            return d > threshold ? threshold : d < -threshold ? -threshold : d;
        }
    }

    /** -(y·log a + (1-y)·log(1-a)) = max(z, 0) - z·y + log1p(e^-|z|) with a = sigmoid z; by z: a - y. */
    private static final class BinaryCrossEntropy extends ScalarTerm64 {
        @Override
        double value(double z, double a, double y) {
            return Math.fma(-z, y, z <= 0 ? 0 : z) + Elementary64.log1p(Elementary64.exp(-Math.abs(z)));
        }

        @Override
        double derivative(double z, double a, double y) {
            return a - y;
        }
    }
}
