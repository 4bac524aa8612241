package brickwork.model;

import java.util.List;

/** How inputs are scaled; fitted on the training part only. */
public sealed interface Scaling extends Named {

    /** (x - mean) / population deviation, column by column. */
    record Standard() implements Scaling {
        @Override
        public String word() {
            return "standard";
        }
    }

    /** (x - min) / (max - min), column by column. */
    record MinMax() implements Scaling {
        @Override
        public String word() {
            return "minmax";
        }
    }

    /** x / divisor. */
    record By(double divisor) implements Scaling {
        private static final Parameter DIVISOR = Parameter.needed("divisor", "N", Bound.NOT_ZERO, 255);

        public By {
            DIVISOR.require("scale", divisor);
        }

        @Override
        public String word() {
            return "by";
        }

        @Override
        public Arguments arguments() {
            return Arguments.of(DIVISOR, divisor);
        }
    }

    /** The scalings of the language. */
    static Vocabulary<Scaling> vocabulary() {
        return new Vocabulary<>("scaling",
                List.of(Definition.of(Standard::new), Definition.of(MinMax::new), Definition.of(By.DIVISOR, By::new)));
    }
}
