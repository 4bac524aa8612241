package brickwork.model;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * The function f of a dense layer, a = f(z). All but softmax work element by element.
 *
 * <p>relu'(0) = 0, and likewise the derivative of leaky_relu, elu and selu at 0 is that of the negative side.
 */
public sealed interface Activation {

    /** The word of the language. */
    String word();

    /** Where f has another formula on either side, ascending: f' jumps there, or f'' does. */
    default List<Double> kinks() {
        return List.of();
    }

    /** f(z) = z. */
    record Linear() implements Activation {
        @Override
        public String word() {
            return "linear";
        }
    }

    /** f(z) = 1 / (1 + e^-z). */
    record Sigmoid() implements Activation {
        @Override
        public String word() {
            return "sigmoid";
        }
    }

    record Tanh() implements Activation {
        @Override
        public String word() {
            return "tanh";
        }
    }

    /** f(z) = max(z, 0). */
    record Relu() implements Activation {
        @Override
        public String word() {
            return "relu";
        }

        @Override
        public List<Double> kinks() {
            return List.of(0.0);
        }
    }

    /** f(z) = z where z > 0, slope·z elsewhere. */
    record LeakyRelu(double slope) implements Activation {
        public static final double DEFAULT_SLOPE = 0.01;

        public LeakyRelu {
            Numbers.finite("the slope of leaky_relu", slope);
        }

        @Override
        public String word() {
            return "leaky_relu";
        }

        @Override
        public List<Double> kinks() {
            return List.of(0.0);
        }
    }

    /** f(z) = z where z > 0, alpha·(e^z - 1) elsewhere (Clevert et al. 2016). */
    record Elu(double alpha) implements Activation {
        public static final double DEFAULT_ALPHA = 1;

        public Elu {
            Numbers.finite("the alpha of elu", alpha);
        }

        @Override
        public String word() {
            return "elu";
        }

        @Override
        public List<Double> kinks() {
            return List.of(0.0);
        }
    }

    /** f(z) = SCALE·(z where z > 0, ALPHA·(e^z - 1) elsewhere) (Klambauer et al. 2017). */
    record Selu() implements Activation {
        public static final double ALPHA = 1.6732632423543772848170429916717;
        public static final double SCALE = 1.0507009873554804934193349852946;

        @Override
        public String word() {
            return "selu";
        }

        @Override
        public List<Double> kinks() {
            return List.of(0.0);
        }
    }

    /** f(z) = z·Φ(z) = z/2·(1 + erf(z/√2)), the exact form (Hendrycks and Gimpel 2016). */
    record Gelu() implements Activation {
        @Override
        public String word() {
            return "gelu";
        }
    }

    /** f(z) = z·sigmoid(z). */
    record Silu() implements Activation {
        @Override
        public String word() {
            return "silu";
        }
    }

    /** f(z) = log(1 + e^z). */
    record Softplus() implements Activation {
        @Override
        public String word() {
            return "softplus";
        }
    }

    /** a_k = e^(z_k - max z) / Σ_j e^(z_j - max z), over the units of one sample; stands on the last layer only. */
    record Softmax() implements Activation {
        @Override
        public String word() {
            return "softmax";
        }
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

        /** f(z); what the function throws comes as a {@link CustomFunctionException}. */
        public double value(double z) {
            try {
                return function.value(z);
            } catch (RuntimeException fault) {
                throw new CustomFunctionException("activation `" + word + "`", "value(" + z + ")", fault);
            }
        }

        /** f'(z); what the function throws comes as a {@link CustomFunctionException}. */
        public double derivative(double z) {
            try {
                return function.derivative(z);
            } catch (RuntimeException fault) {
                throw new CustomFunctionException("activation `" + word + "`", "derivative(" + z + ")", fault);
            }
        }
    }

    /** Whether weights start by {@code he} where nothing is said: relu, leaky_relu, elu, selu, gelu, silu, softplus. */
    default boolean isReluFamily() {
        return switch (this) {
            case Relu _, LeakyRelu _, Elu _, Selu _, Gelu _, Silu _, Softplus _ -> true;
            case Linear _, Sigmoid _, Tanh _, Softmax _, Host _ -> false;
        };
    }
}
