package brickwork.model;

import java.util.List;

/** How the values of a weight matrix or a bias start. For a layer of IN inputs and OUT units; a bias counts the IN and OUT of its layer. */
public sealed interface Initialization {

    record Zeros() implements Initialization {}

    record Constant(double value) implements Initialization {
        public Constant {
            Numbers.finite("the constant of an initialization", value);
        }
    }

    /** Normal with mean 0. */
    record Normal(double deviation) implements Initialization {
        public Normal {
            Numbers.notNegative("the deviation of a normal initialization", deviation);
        }
    }

    /** Uniform in [-bound, bound]. */
    record Uniform(double bound) implements Initialization {
        public Uniform {
            Numbers.notNegative("the bound of a uniform initialization", bound);
        }
    }

    /** Uniform in ±√(6/(IN+OUT)) (Glorot and Bengio 2010). */
    record Xavier() implements Initialization {}

    /** Normal with deviation √(2/IN) (He et al. 2015). */
    record He() implements Initialization {}

    /** Normal with deviation √(1/IN) (LeCun et al. 1998). */
    record Lecun() implements Initialization {}

    /** The values themselves, row by row: OUT rows of IN for a weight matrix, one row of OUT for a bias. */
    record Values(List<List<Double>> rows) implements Initialization {
        public Values {
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** The scheme of the weights where nothing is said. */
    static Initialization defaultFor(Activation activation) {
        return activation.isReluFamily() ? new He() : new Xavier();
    }
}
