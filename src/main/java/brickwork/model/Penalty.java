package brickwork.model;

import brickwork.source.Origin;
import java.util.List;

/** A term of the loss over all weights of all layers, frozen ones too, biases never; added once a step and never divided by the batch. */
public sealed interface Penalty extends Named {

    /** λ, the factor before the sum, with the term's own factor multiplied in. */
    double lambda();

    Origin origin();

    /** What stands behind its name: λ. */
    Parameter FACTOR = Parameter.needed("factor", "L", Bound.NOT_NEGATIVE, 1e-4);

    @Override
    default Arguments arguments() {
        return Arguments.of(FACTOR, lambda()).withOrigin(origin());
    }

    /** The penalties of the language. */
    static Vocabulary<Penalty> vocabulary() {
        return new Vocabulary<>("penalty", List.of(Definition.<Penalty>of(a -> new L1(a.number(FACTOR), a.origin()), FACTOR)
                .remarked("L·Σ|w| over all weights; its derivative at 0 is 0"),
                Definition.<Penalty>of(a -> new L2(a.number(FACTOR), a.origin()), FACTOR)
                        .remarked("L·Σw² over all weights, with the gradient 2·L·w; PyTorch's weight_decay d is `0.5 * l2 d`")));
    }

    @Override
    default String word() {
        return switch (this) {
            case L1 _ -> "l1";
            case L2 _ -> "l2";
            case Host(var word, _, _, _) -> word;
        };
    }

    /** λ·Σ|w|; derivative λ·sign(w), 0 at 0. */
    record L1(double lambda, Origin origin) implements Penalty {
        public L1 {
            Numbers.finite("the factor of l1", lambda);
        }

        /** One that a program says. */
        public L1(double lambda) {
            this(lambda, Origin.NONE);
        }
    }

    /** λ·Σw²; derivative 2·λ·w. */
    record L2(double lambda, Origin origin) implements Penalty {
        public L2 {
            Numbers.finite("the factor of l2", lambda);
        }

        /** One that a program says. */
        public L2(double lambda) {
            this(lambda, Origin.NONE);
        }
    }

    /**
     * λ·Σ of a function of the host program over all weight matrices; derivative λ times its gradient.
     *
     * @param word     as it is registered
     * @param function value and gradient of one weight matrix
     */
    record Host(String word, double lambda, CustomPenalty function, Origin origin) implements Penalty {
        public Host {
            Numbers.finite("the factor of " + word, lambda);
        }

        /** The penalty of one matrix, without λ; what the function throws comes as a {@link HostCodeException}. */
        public double value(double[] weights, int rows, int columns) {
            try {
                return function.value(weights, rows, columns);
            } catch (RuntimeException fault) {
                throw failed("value", rows, columns, fault);
            }
        }

        /** Its derivative by each weight, into an array of zeros; what the function throws comes as a {@link HostCodeException}. */
        public void gradient(double[] weights, int rows, int columns, double[] into) {
            try {
                function.gradient(weights, rows, columns, into);
            } catch (RuntimeException fault) {
                throw failed("gradient", rows, columns, fault);
            }
        }

        private HostCodeException failed(String method, int rows, int columns, RuntimeException fault) {
            return new HostCodeException("penalty `" + word + "`", method + " of a matrix " + rows + " x " + columns, fault);
        }
    }
}
