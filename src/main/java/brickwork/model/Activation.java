package brickwork.model;

import brickwork.model.ActivationTraits.Targets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * The function f of a dense layer, a = f(z). All but softmax work element by element.
 *
 * <p>relu'(0) = 0, and likewise the derivative of leaky_relu, elu and selu at 0 is that of the negative side.
 *
 * <p>A new one is a record here, with its word, the numbers it takes and its traits, in {@link #vocabulary}; two kernels, scalar and SIMD;
 * and the formula of the reference interpreter.
 */
public sealed interface Activation extends Named {

    /** What is true of it. */
    default ActivationTraits traits() {
        return switch (this) {
            case Linear _ -> Linear.TRAITS;
            case Sigmoid _ -> Sigmoid.TRAITS;
            case Tanh _ -> Tanh.TRAITS;
            case Relu _ -> Relu.TRAITS;
            case LeakyRelu(var slope) -> ActivationTraits
                    .rectifier(LeakyRelu.WORD, Formula.pieces("{z}", "[A]*[z]"), Formula.pieces("1", "{A}"))
                    .withLetters(Map.of(LeakyRelu.SLOPE.letter(), slope)).from(slope > 0 ? Double.NEGATIVE_INFINITY : 0)
                    .flat(Flatness.atZero(Flatness.Figure.DEAD)).steepest(Math.max(1, Math.abs(slope))).readingPreActivation(slope < 0);
            case Elu(var alpha) ->
                    ActivationTraits.rectifier(Elu.WORD, Formula.pieces("{z}", "[A]*(e^{z} - 1)"), Formula.pieces("1", "[A]*e^{z}"))
                            .withLetters(Map.of(Elu.ALPHA.letter(), alpha)).from(Math.min(0, -alpha)).steepest(Math.max(1, Math.abs(alpha)))
                            .readingPreActivation(alpha < 0);
            case Selu _ -> Selu.TRAITS;
            case Gelu _ -> Gelu.TRAITS;
            case Silu _ -> Silu.TRAITS;
            case Mish _ -> Mish.TRAITS;
            case Softplus _ -> Softplus.TRAITS;
            case Softmax _ -> Softmax.TRAITS;
            case Host(var word, _, _, _) ->
                    ActivationTraits.of(word, Formula.of(word + "({z})"), Formula.of(word + "'({z})")).readingPreActivation(true);
        };
    }

    @Override
    default String word() {
        return traits().word();
    }

    /** How formats of exchange say it. */
    default OperatorForm operators() {
        return switch (this) {
            case Linear _ -> new OperatorForm.Nothing();
            case Sigmoid _ -> OperatorForm.Single.of("Sigmoid");
            case Tanh _ -> OperatorForm.Single.of("Tanh");
            case Relu _ -> OperatorForm.Single.of("Relu");
            case LeakyRelu(var slope) -> new OperatorForm.Single("LeakyRelu", Map.of("alpha", slope));
            case Elu(var alpha) -> new OperatorForm.Single("Elu", Map.of("alpha", alpha));
            case Selu _ -> new OperatorForm.Single("Selu", Map.of("alpha", Selu.ALPHA, "gamma", Selu.SCALE));
            case Gelu _ -> new OperatorForm.GaussianError();
            case Silu _ -> new OperatorForm.TimesZ(List.of("Sigmoid"), Optional.empty());
            case Mish _ -> new OperatorForm.TimesZ(List.of("Softplus", "Tanh"), Optional.of("Mish"));
            case Softplus _ -> OperatorForm.Single.of("Softplus");
            case Softmax _ -> new OperatorForm.OverUnits("Softmax");
            case Host _ -> new OperatorForm.Unsayable();
        };
    }

    /** Where f has another formula on either side, ascending: f' jumps there, or f'' does. */
    default List<Double> kinks() {
        return traits().course().kinked() ? List.of(0.0) : List.of();
    }

    /** At least the greatest |f'| there is near z. */
    default double steepest(double z) {
        return traits().course().steepest();
    }

    @Override
    default Arguments arguments() {
        return switch (this) {
            case LeakyRelu(var slope) -> Arguments.of(LeakyRelu.SLOPE, slope);
            case Elu(var alpha) -> Arguments.of(Elu.ALPHA, alpha);
            case Host(_, var number, _, _) -> FunctionRegistry.argument(number);
            case Linear _, Sigmoid _, Tanh _, Relu _, Selu _, Gelu _, Silu _, Mish _, Softplus _, Softmax _ -> Arguments.NONE;
        };
    }

    /** f(z) = z. */
    record Linear() implements Activation {
        private static final ActivationTraits TRAITS = ActivationTraits.of("linear", Formula.of("{z}"), Formula.of("1"));
    }

    /** f(z) = 1 / (1 + e^-z). */
    record Sigmoid() implements Activation {
        private static final ActivationTraits TRAITS = ActivationTraits
                .of("sigmoid", Formula.of("1/(1 + e^{-z})"), Formula.of("[a]*(1 - [a])"))
                .within(0, 1).saturating(0.25).targets(Targets.BINARY);
    }

    record Tanh() implements Activation {
        private static final ActivationTraits TRAITS = ActivationTraits.of("tanh", Formula.of("tanh({z})"), Formula.of("1 - [a]^2"))
                .within(-1, 1).saturating(1).targets(Targets.WITHIN_ONE);
    }

    /** f(z) = max(z, 0). */
    record Relu() implements Activation {
        private static final ActivationTraits TRAITS = ActivationTraits
                .rectifier("relu", Formula.of("max({z}, 0)"), Formula.pieces("1", "0"))
                .from(0).targets(Targets.NOT_NEGATIVE).remarked("its derivative at 0 is 0");
    }

    /** f(z) = z where z > 0, slope·z elsewhere. */
    record LeakyRelu(double slope) implements Activation {
        private static final Parameter SLOPE = Parameter.number("slope", "A", Bound.ANY, 0.01);
        private static final String WORD = "leaky_relu";

        public LeakyRelu {
            SLOPE.require(WORD, slope);
        }
    }

    /** f(z) = z where z > 0, alpha·(e^z - 1) elsewhere (Clevert et al. 2016). */
    record Elu(double alpha) implements Activation {
        private static final Parameter ALPHA = Parameter.number("alpha", "A", Bound.ANY, 1);
        private static final String WORD = "elu";

        public Elu {
            ALPHA.require(WORD, alpha);
        }
    }

    /** f(z) = SCALE·(z where z > 0, ALPHA·(e^z - 1) elsewhere) (Klambauer et al. 2017). */
    record Selu() implements Activation {
        public static final double ALPHA = 1.6732632423543772848170429916717;
        public static final double SCALE = 1.0507009873554804934193349852946;
        private static final ActivationTraits TRAITS = ActivationTraits
                .rectifier("selu", Formula.pieces("{z}", "{alpha}*(e^{z} - 1)").times("{scale}"),
                        Formula.pieces("1", "{alpha}*e^{z}").times("{scale}"))
                .withLetters(Map.of("scale", SCALE, "alpha", ALPHA)).from(-SCALE * ALPHA)
                .flat(Flatness.of(Flatness.Figure.DEAD, SCALE)).steepest(SCALE * ALPHA).remarked("scale = 1.0507…, alpha = 1.6733…");
    }

    /** f(z) = z·Φ(z) = z/2·(1 + erf(z/√2)), the exact form (Hendrycks and Gimpel 2016). */
    record Gelu() implements Activation {
        /** Below its least value, -0.16997… at z = -0.7518. */
        private static final double LEAST = -0.17;
        private static final ActivationTraits TRAITS = ActivationTraits
                .smoothRectifier("gelu", Formula.of("[z]/2*(1 + erf({z}/sqrt(2)))"),
                        Formula.of("(1 + erf({z}/sqrt(2)))/2 + [z]*e^(-[z]^2/2)/sqrt(2*pi)"))
                .from(LEAST).steepest(1.2);
    }

    /** f(z) = z·sigmoid(z). */
    record Silu() implements Activation {
        /** Below its least value, -0.27846… at z = -1.2785. */
        private static final double LEAST = -0.2785;
        private static final ActivationTraits TRAITS = ActivationTraits
                .smoothRectifier("silu", Formula.of("[z]/(1 + e^{-z})"), Formula.of("1/(1 + e^{-z}) + [a]*(1 - 1/(1 + e^{-z}))"))
                .from(LEAST).steepest(1.2);
    }

    /** f(z) = z·tanh(log(1 + e^z)) (Misra 2019). */
    record Mish() implements Activation {
        /** Below its least value, -0.30884… at z = -1.1925. */
        private static final double LEAST = -0.309;
        private static final ActivationTraits TRAITS = ActivationTraits
                .smoothRectifier("mish", Formula.of("[z]*tanh(ln(1 + e^{z}))"),
                        Formula.of("tanh(ln(1 + e^{z})) + [z]*(1 - tanh(ln(1 + e^{z}))^2)/(1 + e^{-z})"))
                .from(LEAST).steepest(1.2);
    }

    /** f(z) = log(1 + e^z). */
    record Softplus() implements Activation {
        private static final ActivationTraits TRAITS = ActivationTraits
                .smoothRectifier("softplus", Formula.of("ln(1 + e^{z})"), Formula.of("1/(1 + e^{-z})"))
                .from(0).targets(Targets.NOT_NEGATIVE);
    }

    /** a_k = e^(z_k - max z) / Σ_j e^(z_j - max z), over the units of one sample; stands on the last layer only. */
    record Softmax() implements Activation {
        private static final ActivationTraits TRAITS = ActivationTraits.ofLayer("softmax", Formula.of("e^z/(sum of e^z over the units)"))
                .within(0, 1).saturating(0.25).targets(Targets.ONE_HOT).remarked("on the last layer only");
    }

    /**
     * A function of the host program.
     *
     * @param word     as it is registered
     * @param number   the number behind the word; empty where none may stand there
     * @param function f and f'
     * @param kinks    where f' jumps, ascending
     */
    record Host(String word, OptionalDouble number, CustomActivation function, List<Double> kinks) implements Activation {

        /** @throws IllegalArgumentException where a kink is not a finite number */
        public Host {
            kinks = kinks.stream().distinct().sorted().toList();
            kinks.forEach(kink -> Numbers.finite("a kink of " + word, kink));
        }

        /** With the kinks that the function names. */
        public Host(String word, OptionalDouble number, CustomActivation function) {
            this(word, number, function, DoubleStream.of(function.kinks()).boxed().toList());
        }

        /** Twice |f'(z)|, for nobody knows its slopes elsewhere. */
        @Override
        public double steepest(double z) {
            return Math.max(1, 2 * Math.abs(derivative(z)));
        }

        /** f(z); what the function throws comes as a {@link HostCodeException}. */
        public double value(double z) {
            try {
                return function.value(z);
            } catch (RuntimeException fault) {
                throw new HostCodeException("activation `" + word + "`", "value(" + z + ")", fault);
            }
        }

        /** f'(z); what the function throws comes as a {@link HostCodeException}. */
        public double derivative(double z) {
            try {
                return function.derivative(z);
            } catch (RuntimeException fault) {
                throw new HostCodeException("activation `" + word + "`", "derivative(" + z + ")", fault);
            }
        }
    }

    /**
     * Whether whole numbers in one target column are classes where the last layer has it: under softmax they always are, and two of them
     * under sigmoid, whose outputs lie between the first and the second.
     *
     * @param labels how many different numbers there are
     */
    default boolean readsClasses(int labels) {
        return this instanceof Softmax || this instanceof Sigmoid && labels == 2;
    }

    /** The activations of the language. */
    static Vocabulary<Activation> vocabulary() {
        return new Vocabulary<>("activation", List.of(Definition.of(Linear::new), Definition.of(Sigmoid::new), Definition.of(Tanh::new),
                Definition.of(Relu::new), Definition.of(LeakyRelu.SLOPE, LeakyRelu::new), Definition.of(Elu.ALPHA, Elu::new),
                Definition.of(Selu::new), Definition.of(Gelu::new), Definition.of(Silu::new), Definition.of(Mish::new),
                Definition.of(Softplus::new),
                Definition.of(Softmax::new)));
    }
}
