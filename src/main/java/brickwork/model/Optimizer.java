package brickwork.model;

import brickwork.model.UpdateFormula.Working;
import brickwork.source.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How parameters move, with every default resolved.
 *
 * @param rule     the update
 * @param rate     the base rate R
 * @param schedule how the rate changes with the epochs
 * @param origin   where it was written
 */
public record Optimizer(Rule rule, double rate, Schedule schedule, Origin origin) {

    /** The parameter that every optimizer has. */
    public static final Parameter RATE = Parameter.number("rate", "R", Bound.POSITIVE, 0.001);

    public Optimizer {
        Numbers.positive("the rate", rate);
    }

    /** What holds where no optimizer is written: plain gradient descent with rate 0.01. */
    public static Optimizer standard() {
        var rule = new Sgd(0, false);
        return new Optimizer(rule, rule.usualRate(), Schedule.constant(), Origin.NONE);
    }

    /** The optimizers of the language. */
    static Vocabulary<Rule> vocabulary() {
        return new Vocabulary<>("optimizer", List.of(
                Definition.of(a -> new Sgd(a.number(Sgd.MOMENTUM), a.has(Sgd.NESTEROV)), Sgd.RATE, Sgd.MOMENTUM, Sgd.NESTEROV),
                Definition.of(a -> Adam.of(a, 0, false), RATE, Adam.BETA1, Adam.BETA2, Adam.EPSILON),
                Definition.<Rule>of(a -> Adam.of(a, a.number(Adam.DECAY), true), RATE, Adam.BETA1, Adam.BETA2, Adam.EPSILON, Adam.DECAY)
                        .remarked("`decay` is on every trained parameter"),
                Definition.of(a -> new RmsProp(a.number(RmsProp.ALPHA), a.number(RmsProp.EPSILON)), RATE, RmsProp.ALPHA, RmsProp.EPSILON),
                Definition.of(a -> new AdaGrad(a.number(AdaGrad.EPSILON)), RATE, AdaGrad.EPSILON),
                Definition.<Rule>of(Rprop::of, RATE, Rprop.SHRINK, Rprop.GROW, Rprop.SMALLEST, Rprop.LARGEST)
                        .remarked("`rate` is the first step size; no schedule")));
    }

    /**
     * One step's formula, with r the rate of the epoch, g the gradient of w (penalties included, clipped), t the step from 1.
     *
     * <p>A new one is a record here with its word, numbers and formula, in {@link #vocabulary}; the engine's update rule;
     * two kernels, scalar and SIMD; and the formula of the reference interpreter.
     */
    public sealed interface Rule extends Named {

        /** The first step as it is written out by hand. */
        UpdateFormula formula();

        /** What is remembered of each parameter from step to step, by the letters of the formula; in the order of their names in files. */
        default List<String> state() {
            return formula().memory();
        }

        /** The rate where none is written. */
        default double usualRate() {
            return RATE.standard().orElseThrow();
        }

        /**
         * What a statement of it may not say all at once; empty where nothing contradicts.
         *
         * @param scheduled whether a schedule stands there
         */
        default Optional<Clash> clash(boolean scheduled) {
            return Optional.empty();
        }

        @Override
        default String word() {
            return switch (this) {
                case Sgd _ -> "sgd";
                case Adam(_, _, _, _, var decoupled) -> decoupled ? "adamw" : "adam";
                case RmsProp _ -> "rmsprop";
                case AdaGrad _ -> "adagrad";
                case Rprop _ -> "rprop";
            };
        }

        @Override
        default Arguments arguments() {
            return switch (this) {
                case Sgd(var momentum, var nesterov) -> Arguments.of(Sgd.MOMENTUM, momentum).with(Sgd.NESTEROV, nesterov);
                case Adam adam -> adam.written();
                case RmsProp(var alpha, var epsilon) -> Arguments.of(RmsProp.ALPHA, alpha).with(RmsProp.EPSILON, epsilon);
                case AdaGrad(var epsilon) -> Arguments.of(AdaGrad.EPSILON, epsilon);
                case Rprop(var shrink, var grow, var smallest, var largest) -> Arguments.of(Rprop.SHRINK, shrink).with(Rprop.GROW, grow)
                        .with(Rprop.SMALLEST, smallest).with(Rprop.LARGEST, largest);
            };
        }
    }

    /**
     * Words of a statement that do not go together.
     *
     * @param options the options; the last that is written is the one at fault. None where it is the schedule
     * @param fault   what is wrong
     * @param cure    what to write
     */
    public record Clash(List<Parameter> options, String fault, String cure) {
        public Clash {
            options = List.copyOf(options);
        }
    }

    /** v = momentum·v + g (v = g in the first step); w -= r·v, with nesterov w -= r·(g + momentum·v); without momentum w -= r·g. */
    public record Sgd(double momentum, boolean nesterov) implements Rule {
        private static final Parameter RATE = Optimizer.RATE.withStandard(0.01);
        private static final Parameter MOMENTUM = Parameter.number("momentum", "M", Bound.BELOW_ONE, 0);
        private static final Parameter NESTEROV = Parameter.flag("nesterov");

        public Sgd {
            MOMENTUM.require("sgd", momentum);
        }

        @Override
        public double usualRate() {
            return RATE.standard().orElseThrow();
        }

        @Override
        public Optional<Clash> clash(boolean scheduled) {
            return nesterov && momentum == 0
                    ? Optional.of(new Clash(List.of(MOMENTUM, NESTEROV), "nesterov needs momentum",
                            "add a momentum above 0, such as `momentum 0.9 nesterov`"))
                    : Optional.empty();
        }

        @Override
        public UpdateFormula formula() {
            if (momentum == 0) {
                return UpdateFormula.of("new w = w - rate*g", "{w} - {rate}*[g]");
            }
            var workings = new ArrayList<>(List.of(Working.remembered("v")));
            if (nesterov) {
                workings.add(Working.of("move", n -> n.applyAsDouble("g") + momentum * n.applyAsDouble("v")));
            }
            return new UpdateFormula("v = momentum*v + g from v = 0, new w = w - rate*" + (nesterov ? "(g + momentum*v)" : "v"), workings,
                    List.of(Formula.of("v = {momentum}*0 + [g] = {v}")),
                    Formula.of("{w} - {rate}*" + (nesterov ? "([g] + {momentum}*[v]) = {w} - {rate}*[move]" : "[v]")));
        }
    }

    /**
     * m = beta1·m + (1-beta1)·g, v = beta2·v + (1-beta2)·g², w -= r/(1-beta1^t) · m / (√v/√(1-beta2^t) + epsilon) (Kingma and Ba 2015).
     * {@code decoupled} makes it AdamW: before, w -= r·decay·w (Loshchilov and Hutter 2019).
     */
    public record Adam(double beta1, double beta2, double epsilon, double decay, boolean decoupled) implements Rule {
        private static final Parameter BETA1 = Parameter.number("beta1", "B", Bound.BELOW_ONE, 0.9);
        private static final Parameter BETA2 = Parameter.number("beta2", "B", Bound.BELOW_ONE, 0.999);
        private static final Parameter EPSILON = Parameter.number("epsilon", "E", Bound.NOT_NEGATIVE, 1e-8);
        private static final Parameter DECAY = Parameter.number("decay", "D", Bound.NOT_NEGATIVE, 0.01);

        public Adam {
            BETA1.require("adam", beta1);
            BETA2.require("adam", beta2);
            EPSILON.require("adam", epsilon);
            DECAY.require("adamw", decay);
            if (!decoupled && decay != 0) {
                throw new IllegalArgumentException("adam has no decay, got " + decay);
            }
        }

        private Arguments written() {
            var shared = Arguments.of(BETA1, beta1).with(BETA2, beta2).with(EPSILON, epsilon);
            return decoupled ? shared.with(DECAY, decay) : shared;
        }

        private static Adam of(Arguments arguments, double decay, boolean decoupled) {
            return new Adam(arguments.number(BETA1), arguments.number(BETA2), arguments.number(EPSILON), decay, decoupled);
        }

        @Override
        public UpdateFormula formula() {
            var workings = new ArrayList<Working>();
            var lines = new ArrayList<>(List.of(
                    Formula.of("m = {beta1}*0 + (1 - {beta1})*[g] = {m}, v = {beta2}*0 + (1 - {beta2})*[g]^2 = {v}"),
                    Formula.of("m' = {m}/(1 - {beta1}) = {mean}, v' = {v}/(1 - {beta2}) = {square}")));
            if (decoupled) {
                workings.add(Working.of("kept", n -> n.applyAsDouble("w") - n.applyAsDouble("rate") * decay * n.applyAsDouble("w")));
                lines.add(Formula.of("decayed = {w} - {rate}*{decay}*[w] = {kept}"));
            }
            workings.addAll(List.of(Working.remembered("m"), Working.remembered("v"),
                    Working.of("mean", n -> n.applyAsDouble("m") / (1 - beta1)),
                    Working.of("square", n -> n.applyAsDouble("v") / (1 - beta2))));
            return new UpdateFormula("m = beta1*m + (1 - beta1)*g and v = beta2*v + (1 - beta2)*g^2 from 0,\n"
                    + "    m' = m/(1 - beta1^t), v' = v/(1 - beta2^t) with t = 1, new w = " + (decoupled ? "w - rate*decay*w" : "w")
                    + " - rate*m'/(sqrt(v') + epsilon)", workings, lines,
                    Formula.of((decoupled ? "{kept}" : "{w}") + " - {rate}*[mean]/(sqrt({square}) + {epsilon})"));
        }
    }

    /** s = alpha·s + (1-alpha)·g²; w -= r·g / (√s + epsilon) (Tieleman and Hinton 2012). */
    public record RmsProp(double alpha, double epsilon) implements Rule {
        private static final Parameter ALPHA = Parameter.number("alpha", "A", Bound.BELOW_ONE, 0.99);
        private static final Parameter EPSILON = Adam.EPSILON;

        public RmsProp {
            ALPHA.require("rmsprop", alpha);
            EPSILON.require("rmsprop", epsilon);
        }

        @Override
        public UpdateFormula formula() {
            return new UpdateFormula("s = alpha*s + (1 - alpha)*g^2 from s = 0, new w = w - rate*g/(sqrt(s) + epsilon)",
                    List.of(Working.remembered("s")), List.of(Formula.of("s = {alpha}*0 + (1 - {alpha})*[g]^2 = {s}")), AdaGrad.MOVE);
        }
    }

    /** s = s + g²; w -= r·g / (√s + epsilon) (Duchi et al. 2011). */
    public record AdaGrad(double epsilon) implements Rule {
        private static final Parameter EPSILON = Parameter.number("epsilon", "E", Bound.NOT_NEGATIVE, 1e-10);
        private static final Formula MOVE = Formula.of("{w} - {rate}*[g]/(sqrt({s}) + {epsilon})");

        public AdaGrad {
            EPSILON.require("adagrad", epsilon);
        }

        @Override
        public UpdateFormula formula() {
            return new UpdateFormula("s = s + g^2 from s = 0, new w = w - rate*g/(sqrt(s) + epsilon)", List.of(Working.remembered("s")),
                    List.of(Formula.of("s = 0 + [g]^2 = {s}")), MOVE);
        }
    }

    /**
     * Resilient propagation: each parameter has a step size s of its own, r at first, and only the sign of its gradient counts. With p the
     * gradient of the step before, 0 at first: where {@code g·p > 0}, s = grow·s; where {@code g·p < 0}, s = shrink·s and then g = 0; s is
     * kept within smallest and largest; w -= sign(g)·s; p = g (Riedmiller and Braun 1993; the variant without weight backtracking, as
     * PyTorch has it).
     */
    public record Rprop(double shrink, double grow, double smallest, double largest) implements Rule {
        private static final Parameter SHRINK = Parameter.number("shrink", "S", Bound.BETWEEN_ZERO_AND_ONE, 0.5);
        private static final Parameter GROW = Parameter.number("grow", "G", Bound.above(1), 1.2);
        private static final Parameter SMALLEST = Parameter.number("smallest", "A", Bound.POSITIVE, 1e-6);
        private static final Parameter LARGEST = Parameter.number("largest", "B", Bound.POSITIVE, 50);

        public Rprop {
            SHRINK.require("rprop", shrink);
            GROW.require("rprop", grow);
            SMALLEST.require("rprop", smallest);
            LARGEST.require("rprop", largest);
        }

        private static Rprop of(Arguments a) {
            return new Rprop(a.number(SHRINK), a.number(GROW), a.number(SMALLEST), a.number(LARGEST));
        }

        @Override
        public Optional<Clash> clash(boolean scheduled) {
            if (scheduled) {
                return Optional.of(new Clash(List.of(), "rprop takes no schedule",
                        "leave it out: the rate is only the first step size, which then grows and shrinks for each parameter by itself"));
            }
            return smallest > largest
                    ? Optional.of(new Clash(List.of(SMALLEST, LARGEST), "the smallest step size of rprop is above the largest",
                            "write a `smallest` that is not above `largest`"))
                    : Optional.empty();
        }

        @Override
        public UpdateFormula formula() {
            return new UpdateFormula(
                    "s = rate, at least smallest and at most largest, new w = w - sign(g)*s; p = g is remembered",
                    List.of(Working.remembered("p"), Working.remembered("s")),
                    List.of(Formula.of("s = min(max({rate}, {smallest}), {largest}) = {s}, p = {g}")), Formula.of("{w} - sign([g])*{s}"));
        }
    }
}
