package brickwork.engine;

import brickwork.kernel.Kernels64;
import brickwork.kernel.Rounding64;
import brickwork.model.Optimizer;

/** An optimizer's update with the numbers of the present step. Arrays that it does not need may be null. */
abstract class UpdateRule64 {

    /** Takes over the rate of the step, and the number of updates made before it. */
    abstract void prepare(double rate, long update); // stays double

    /** Moves w by g; first and second are what the optimizer remembers. */
    abstract void apply(Kernels64 kernels, double[] w, double[] g, double[] first, double[] second, int at, int length);

    static UpdateRule64 of(Optimizer.Rule rule) {
        return switch (rule) {
            case Optimizer.Sgd(var momentum, var nesterov) -> momentum == 0 ? new Sgd() : new Momentum(Rounding64.of(momentum), nesterov);
            case Optimizer.Adam adam -> new Adam(adam);
            case Optimizer.RmsProp(var alpha, var epsilon) ->
                    new RmsProp(Rounding64.of(alpha), Rounding64.of(1 - alpha), Rounding64.of(epsilon));
            case Optimizer.AdaGrad(var epsilon) -> new AdaGrad(Rounding64.of(epsilon));
        };
    }

    private static final class Sgd extends UpdateRule64 {
        private double rate;

        @Override
        void prepare(double newRate, long update) { // stays double
            rate = Rounding64.of(newRate);
        }

        @Override
        void apply(Kernels64 kernels, double[] w, double[] g, double[] first, double[] second, int at, int length) {
            kernels.sgd(w, g, at, length, rate);
        }
    }

    private static final class Momentum extends UpdateRule64 {
        private final double momentum;
        private final boolean nesterov;
        private double rate;

        Momentum(double momentum, boolean nesterov) {
            this.momentum = momentum;
            this.nesterov = nesterov;
        }

        @Override
        void prepare(double newRate, long update) { // stays double
            rate = Rounding64.of(newRate);
        }

        @Override
        void apply(Kernels64 kernels, double[] w, double[] g, double[] first, double[] second, int at, int length) {
            kernels.momentum(w, g, first, at, length, rate, momentum, nesterov);
        }
    }

    private static final class Adam extends UpdateRule64 {
        private final Optimizer.Adam formula;
        private double keep;
        private double step;
        private double inverseRoot;

        Adam(Optimizer.Adam formula) {
            this.formula = formula;
        }

        @Override
        void prepare(double rate, long update) { // stays double
            var t = update + 1;
            keep = Rounding64.of(1 - rate * formula.decay());
            step = Rounding64.of(rate / (1 - Power.of(formula.beta1(), t)));
            inverseRoot = Rounding64.of(1 / Math.sqrt(1 - Power.of(formula.beta2(), t)));
        }

        @Override
        void apply(Kernels64 kernels, double[] w, double[] g, double[] first, double[] second, int at, int length) {
            kernels.adam(w, g, first, second, at, length, keep, Rounding64.of(formula.beta1()), Rounding64.of(1 - formula.beta1()),
                    Rounding64.of(formula.beta2()), Rounding64.of(1 - formula.beta2()), step, inverseRoot,
                    Rounding64.of(formula.epsilon()));
        }
    }

    private static final class RmsProp extends UpdateRule64 {
        private final double alpha;
        private final double rest;
        private final double epsilon;
        private double rate;

        RmsProp(double alpha, double rest, double epsilon) {
            this.alpha = alpha;
            this.rest = rest;
            this.epsilon = epsilon;
        }

        @Override
        void prepare(double newRate, long update) { // stays double
            rate = Rounding64.of(newRate);
        }

        @Override
        void apply(Kernels64 kernels, double[] w, double[] g, double[] first, double[] second, int at, int length) {
            kernels.rmsProp(w, g, first, at, length, rate, alpha, rest, epsilon);
        }
    }

    private static final class AdaGrad extends UpdateRule64 {
        private final double epsilon;
        private double rate;

        AdaGrad(double epsilon) {
            this.epsilon = epsilon;
        }

        @Override
        void prepare(double newRate, long update) { // stays double
            rate = Rounding64.of(newRate);
        }

        @Override
        void apply(Kernels64 kernels, double[] w, double[] g, double[] first, double[] second, int at, int length) {
            kernels.adaGrad(w, g, first, at, length, rate, epsilon);
        }
    }
}
