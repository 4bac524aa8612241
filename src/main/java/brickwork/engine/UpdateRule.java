package brickwork.engine;

import brickwork.model.Optimizer;

/**
 * What the engine must know of an optimizer's formula beside its kernel: the numbers of the formula that change from step to step, and how
 * large a step can make the parameters.
 */
abstract class UpdateRule {

    /** More than all roundings of one step together. */
    private static final double SLACK = 1 + 1e-7;

    /** The numbers of the present step, in the order in which the kernel reads them. */
    final double[] numbers;

    private UpdateRule(int count) {
        numbers = new double[count];
    }

    static UpdateRule of(Optimizer.Rule rule) {
        return switch (rule) {
            case Optimizer.Sgd sgd -> new Sgd(sgd);
            case Optimizer.Adam adam -> new Adam(adam);
            case Optimizer.RmsProp rmsProp -> new RmsProp(rmsProp);
            case Optimizer.AdaGrad adaGrad -> new AdaGrad(adaGrad);
            case Optimizer.Rprop rprop -> new Rprop(rprop);
        };
    }

    /** Sets {@link #numbers} for a step with this rate, {@code update} being the number of steps before it. */
    void prepare(double rate, long update) {
        numbers[0] = rate;
    }

    /**
     * The formula with every term at its largest, roundings included.
     *
     * @param before bounds on the size of a parameter, then of each state
     * @param after  receives those after a step
     * @param g      of a gradient
     * @param least  the least number of the number type; an epsilon that is no larger counts as 0
     */
    abstract void grow(double[] before, double[] after, double g, double rate, double least);

    private static double quotient(double numerator, double epsilon, double least) {
        return epsilon > least ? numerator / epsilon : Double.POSITIVE_INFINITY;
    }

    private static final class Sgd extends UpdateRule {
        private final Optimizer.Sgd formula;

        Sgd(Optimizer.Sgd formula) {
            super(1);
            this.formula = formula;
        }

        @Override
        void grow(double[] before, double[] after, double g, double rate, double least) {
            if (formula.momentum() == 0) {
                after[0] = SLACK * (before[0] + rate * g);
            } else {
                after[1] = SLACK * (formula.momentum() * before[1] + g);
                after[0] = SLACK * (before[0] + rate * (after[1] + g));
            }
        }
    }

    private static final class Adam extends UpdateRule {
        private final Optimizer.Adam formula;

        Adam(Optimizer.Adam formula) {
            super(3);
            this.formula = formula;
        }

        @Override
        void prepare(double rate, long update) {
            var t = update + 1;
            numbers[0] = 1 - rate * formula.decay();
            numbers[1] = rate / (1 - Power.of(formula.beta1(), t));
            numbers[2] = 1 / Math.sqrt(1 - Power.of(formula.beta2(), t));
        }

        @Override
        void grow(double[] before, double[] after, double g, double rate, double least) {
            after[1] = SLACK * (formula.beta1() * before[1] + (1 - formula.beta1()) * g);
            after[2] = SLACK * (formula.beta2() * before[2] + (1 - formula.beta2()) * g * g);
            var kept = Math.abs(1 - rate * formula.decay()) * before[0];
            var longestStep = rate / (1 - formula.beta1());
            after[0] = SLACK * (kept + longestStep * quotient(after[1], formula.epsilon(), least));
        }
    }

    private static final class RmsProp extends UpdateRule {
        private final Optimizer.RmsProp formula;

        RmsProp(Optimizer.RmsProp formula) {
            super(1);
            this.formula = formula;
        }

        @Override
        void grow(double[] before, double[] after, double g, double rate, double least) {
            after[1] = SLACK * (formula.alpha() * before[1] + (1 - formula.alpha()) * g * g);
            after[0] = SLACK * (before[0] + rate * quotient(g, formula.epsilon(), least));
        }
    }

    private static final class AdaGrad extends UpdateRule {
        private final Optimizer.AdaGrad formula;

        AdaGrad(Optimizer.AdaGrad formula) {
            super(1);
            this.formula = formula;
        }

        @Override
        void grow(double[] before, double[] after, double g, double rate, double least) {
            after[1] = SLACK * (before[1] + g * g);
            after[0] = SLACK * (before[0] + rate * quotient(g, formula.epsilon(), least));
        }
    }

    private static final class Rprop extends UpdateRule {
        private final Optimizer.Rprop formula;

        Rprop(Optimizer.Rprop formula) {
            super(1);
            this.formula = formula;
        }

        /** Step sizes start from 0 and the rate is added in the first step, so that memory need not start as something else. */
        @Override
        void prepare(double rate, long update) {
            numbers[0] = update == 0 ? rate : 0;
        }

        @Override
        void grow(double[] before, double[] after, double g, double rate, double least) {
            after[1] = g;
            after[2] = SLACK * formula.largest();
            after[0] = SLACK * (before[0] + after[2]);
        }
    }
}
