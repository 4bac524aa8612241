package brickwork.model;

import brickwork.source.Origin;

/**
 * How parameters move, with every default resolved.
 *
 * @param rule     the update
 * @param rate     the base rate R
 * @param schedule how the rate changes with the epochs
 * @param origin   where it was written
 */
public record Optimizer(Rule rule, double rate, Schedule schedule, Origin origin) {

    public static final double DEFAULT_SGD_RATE = 0.01;
    public static final double DEFAULT_ADAPTIVE_RATE = 0.001;

    public Optimizer {
        Numbers.positive("the rate", rate);
    }

    /** What holds where no optimizer is written: plain gradient descent with rate 0.01. */
    public static Optimizer standard() {
        return new Optimizer(new Sgd(0, false), DEFAULT_SGD_RATE, Schedule.constant(), Origin.NONE);
    }

    /** One step's formula, with r the rate of the epoch, g the gradient of w (penalties included, clipped), t the step from 1. */
    public sealed interface Rule {
        /** The word of the language. */
        String word();
    }

    /** v = momentum·v + g (v = g in the first step); w -= r·v, with nesterov w -= r·(g + momentum·v); without momentum w -= r·g. */
    public record Sgd(double momentum, boolean nesterov) implements Rule {
        public Sgd {
            Numbers.shareBelowOne("momentum", momentum);
        }

        @Override
        public String word() {
            return "sgd";
        }
    }

    /**
     * m = beta1·m + (1-beta1)·g, v = beta2·v + (1-beta2)·g², w -= r/(1-beta1^t) · m / (√v/√(1-beta2^t) + epsilon) (Kingma and Ba 2015).
     * {@code decoupled} makes it AdamW: before, w -= r·decay·w (Loshchilov and Hutter 2019).
     */
    public record Adam(double beta1, double beta2, double epsilon, double decay, boolean decoupled) implements Rule {
        public static final double DEFAULT_BETA1 = 0.9;
        public static final double DEFAULT_BETA2 = 0.999;
        public static final double DEFAULT_EPSILON = 1e-8;
        public static final double DEFAULT_DECAY = 0.01;

        public Adam {
            Numbers.shareBelowOne("beta1", beta1);
            Numbers.shareBelowOne("beta2", beta2);
            Numbers.notNegative("epsilon", epsilon);
            Numbers.notNegative("decay", decay);
            if (!decoupled && decay != 0) {
                throw new IllegalArgumentException("adam has no decay, got " + decay);
            }
        }

        @Override
        public String word() {
            return decoupled ? "adamw" : "adam";
        }
    }

    /** s = alpha·s + (1-alpha)·g²; w -= r·g / (√s + epsilon) (Tieleman and Hinton 2012). */
    public record RmsProp(double alpha, double epsilon) implements Rule {
        public static final double DEFAULT_ALPHA = 0.99;
        public static final double DEFAULT_EPSILON = 1e-8;

        public RmsProp {
            Numbers.shareBelowOne("alpha", alpha);
            Numbers.notNegative("epsilon", epsilon);
        }

        @Override
        public String word() {
            return "rmsprop";
        }
    }

    /** s = s + g²; w -= r·g / (√s + epsilon) (Duchi et al. 2011). */
    public record AdaGrad(double epsilon) implements Rule {
        public static final double DEFAULT_EPSILON = 1e-10;

        public AdaGrad {
            Numbers.notNegative("epsilon", epsilon);
        }

        @Override
        public String word() {
            return "adagrad";
        }
    }
}
