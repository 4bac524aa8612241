package brickwork.kernel;

import brickwork.model.Optimizer;

/**
 * Every optimizer's update by its formula, the terms as in {@link Optimizer}. A sum of two terms, one of them a product, is one fma; of two
 * products the first is the fma's.
 */
final class ScalarUpdates64 {

    private ScalarUpdates64() {}

    static UpdateKernel64 of(Optimizer.Rule rule) {
        return switch (rule) {
            case Optimizer.Sgd(var momentum, var nesterov) -> momentum == 0 ? new Sgd() : new Momentum(Rounding64.of(momentum), nesterov);
            case Optimizer.Adam(var beta1, var beta2, var epsilon, _, _) -> new Adam(Rounding64.of(beta1), Rounding64.of(1 - beta1),
                    Rounding64.of(beta2), Rounding64.of(1 - beta2), Rounding64.of(epsilon));
            case Optimizer.RmsProp(var alpha, var epsilon) ->
                    new RmsProp(Rounding64.of(alpha), Rounding64.of(1 - alpha), Rounding64.of(epsilon));
            case Optimizer.AdaGrad(var epsilon) -> new AdaGrad(Rounding64.of(epsilon));
            case Optimizer.Rprop(var shrink, var grow, var smallest, var largest) ->
                    new Rprop(Rounding64.of(shrink), Rounding64.of(grow), Rounding64.of(smallest), Rounding64.of(largest));
        };
    }

    /** w -= rate·g. Numbers: rate. */
    private record Sgd() implements UpdateKernel64 {
        @Override
        public void update(double[] w, double[] g, double[][] state, int at, int length, double[] numbers) {
            var rate = numbers[0];
            for (var i = at; i < at + length; i++) {
                w[i] = Math.fma(-rate, g[i], w[i]);
            }
        }
    }

    /** v = momentum·v + g; w -= rate·v, with nesterov w -= rate·(momentum·v + g). Numbers: rate. */
    private record Momentum(double momentum, boolean nesterov) implements UpdateKernel64 {
        @Override
        public void update(double[] w, double[] g, double[][] state, int at, int length, double[] numbers) {
            var v = state[0];
            var rate = numbers[0];
            for (var i = at; i < at + length; i++) {
                v[i] = Math.fma(momentum, v[i], g[i]);
                var direction = nesterov ? Math.fma(momentum, v[i], g[i]) : v[i];
                w[i] = Math.fma(-rate, direction, w[i]);
            }
        }
    }

    /**
     * m = beta1·m + rest1·g; v = beta2·v + (rest2·g)·g; w = keep·w - step·(m/(√v·inverseRoot + epsilon)), where rest1 = 1 - beta1 and
     * rest2 = 1 - beta2. Numbers: keep = 1 - rate·decay, step = rate/(1 - beta1^t), inverseRoot = 1/√(1 - beta2^t).
     */
    private record Adam(double beta1, double rest1, double beta2, double rest2, double epsilon) implements UpdateKernel64 {
        @Override
        public void update(double[] w, double[] g, double[][] state, int at, int length, double[] numbers) {
            var m = state[0];
            var v = state[1];
            var keep = numbers[0];
            var step = numbers[1];
            var inverseRoot = numbers[2];
            for (var i = at; i < at + length; i++) {
                m[i] = Math.fma(beta1, m[i], rest1 * g[i]);
                v[i] = Math.fma(beta2, v[i], rest2 * g[i] * g[i]);
                var direction = m[i] / Math.fma(root(v[i]), inverseRoot, epsilon);
                w[i] = Math.fma(-step, direction, keep * w[i]);
            }
        }
    }

    /** s = alpha·s + (rest·g)·g; w -= rate·(g/(√s + epsilon)), where rest = 1 - alpha. Numbers: rate. */
    private record RmsProp(double alpha, double rest, double epsilon) implements UpdateKernel64 {
        @Override
        public void update(double[] w, double[] g, double[][] state, int at, int length, double[] numbers) {
            var s = state[0];
            var rate = numbers[0];
            for (var i = at; i < at + length; i++) {
                s[i] = Math.fma(alpha, s[i], rest * g[i] * g[i]);
                w[i] = Math.fma(-rate, g[i] / (root(s[i]) + epsilon), w[i]);
            }
        }
    }

    /** s = s + g·g; w -= rate·(g/(√s + epsilon)). Numbers: rate. */
    private record AdaGrad(double epsilon) implements UpdateKernel64 {
        @Override
        public void update(double[] w, double[] g, double[][] state, int at, int length, double[] numbers) {
            var s = state[0];
            var rate = numbers[0];
            for (var i = at; i < at + length; i++) {
                s[i] = Math.fma(g[i], g[i], s[i]);
                w[i] = Math.fma(-rate, g[i] / (root(s[i]) + epsilon), w[i]);
            }
        }
    }

    /**
     * turn = g·p; s = (s + first)·(grow, shrink or 1 by the sign of turn), then at least smallest, then at most largest; p = g, or 0 where
     * {@code turn < 0}; w -= s where p > 0, w += s where {@code p < 0}. Numbers: first = the rate in the first step, 0 later.
     */
    private record Rprop(double shrink, double grow, double smallest, double largest) implements UpdateKernel64 {
        @Override
        public void update(double[] w, double[] g, double[][] state, int at, int length, double[] numbers) {
            var p = state[0];
            var s = state[1];
            var first = numbers[0];
            for (var i = at; i < at + length; i++) {
                var turn = g[i] * p[i];
                var size = (s[i] + first) * (turn > 0 ? grow : turn < 0 ? shrink : 1);
                s[i] = Math.min(Math.max(size, smallest), largest);
                p[i] = turn < 0 ? 0 : g[i];
                w[i] = p[i] > 0 ? w[i] - s[i] : p[i] < 0 ? w[i] + s[i] : w[i];
            }
        }
    }

    /** The square root, correctly rounded in either number type: a float's root taken in doubles rounds to the float's own. */
    private static double root(double x) {
        return Rounding64.of(Math.sqrt(x));
    }
}
