package brickwork.model;

import brickwork.source.Origin;

/** A term of the loss over all weights of all layers, frozen ones too, biases never; added once a step and never divided by the batch. */
public sealed interface Penalty {

    /** λ, the factor before the sum, with the term's own factor multiplied in. */
    double lambda();

    Origin origin();

    /** The word of the language. */
    String word();

    /** λ·Σ|w|; derivative λ·sign(w), 0 at 0. */
    record L1(double lambda, Origin origin) implements Penalty {
        public L1 {
            Numbers.finite("the factor of l1", lambda);
        }

        @Override
        public String word() {
            return "l1";
        }
    }

    /** λ·Σw²; derivative 2·λ·w. */
    record L2(double lambda, Origin origin) implements Penalty {
        public L2 {
            Numbers.finite("the factor of l2", lambda);
        }

        @Override
        public String word() {
            return "l2";
        }
    }
}
