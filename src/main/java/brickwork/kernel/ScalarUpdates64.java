package brickwork.kernel;

/** What one step does to parameters w and the optimizer's memory, given gradients g. Formulas as in {@link brickwork.model.Optimizer}. */
final class ScalarUpdates64 {

    private ScalarUpdates64() {}

    static void sgd(double[] w, double[] g, int at, int length, double rate) {
        for (var i = at; i < at + length; i++) {
            w[i] = Math.fma(-rate, g[i], w[i]);
        }
    }

    static void momentum(double[] w, double[] g, double[] v, int at, int length, double rate, double momentum, boolean nesterov) {
        for (var i = at; i < at + length; i++) {
            v[i] = Math.fma(momentum, v[i], g[i]);
            var direction = nesterov ? Math.fma(momentum, v[i], g[i]) : v[i];
            w[i] = Math.fma(-rate, direction, w[i]);
        }
    }

    static void adam(double[] w, double[] g, double[] m, double[] v, int at, int length, double keep, double beta1, double rest1,
            double beta2, double rest2, double step, double inverseRoot, double epsilon) {
        for (var i = at; i < at + length; i++) {
            m[i] = Math.fma(beta1, m[i], rest1 * g[i]);
            v[i] = Math.fma(beta2, v[i], rest2 * g[i] * g[i]);
            var direction = m[i] / Math.fma(root(v[i]), inverseRoot, epsilon);
            w[i] = Math.fma(-step, direction, keep * w[i]);
        }
    }

    static void rmsProp(double[] w, double[] g, double[] s, int at, int length, double rate, double alpha, double rest, double epsilon) {
        for (var i = at; i < at + length; i++) {
            s[i] = Math.fma(alpha, s[i], rest * g[i] * g[i]);
            w[i] = Math.fma(-rate, g[i] / (root(s[i]) + epsilon), w[i]);
        }
    }

    static void adaGrad(double[] w, double[] g, double[] s, int at, int length, double rate, double epsilon) {
        for (var i = at; i < at + length; i++) {
            s[i] = Math.fma(g[i], g[i], s[i]);
            w[i] = Math.fma(-rate, g[i] / (root(s[i]) + epsilon), w[i]);
        }
    }

    /** The square root, correctly rounded in either number type: a float's root taken in doubles rounds to the float's own. */
    private static double root(double x) {
        return Rounding64.of(Math.sqrt(x));
    }
}
