package brickwork.model;

import java.util.List;

/** How inputs are scaled; fitted on the training part only. */
public sealed interface Scaling extends Named {

    @Override
    default String word() {
        return switch (this) {
            case Standard _ -> "standard";
            case MinMax _ -> "minmax";
            case By _ -> "by";
        };
    }

    @Override
    default Arguments arguments() {
        return switch (this) {
            case By(var divisor) -> Arguments.of(By.DIVISOR, divisor);
            case Standard _, MinMax _ -> Arguments.NONE;
        };
    }

    /** (x - mean) / population deviation, column by column. */
    record Standard() implements Scaling {}

    /** (x - min) / (max - min), column by column. */
    record MinMax() implements Scaling {}

    /** x / divisor. */
    record By(double divisor) implements Scaling {
        private static final Parameter DIVISOR = Parameter.needed("divisor", "N", Bound.NOT_ZERO, 255);

        public By {
            DIVISOR.require("scale", divisor);
        }
    }

    /** The scalings of the language. */
    static Vocabulary<Scaling> vocabulary() {
        return new Vocabulary<>("scaling",
                List.of(Definition.of(Standard::new), Definition.of(MinMax::new), Definition.of(By.DIVISOR, By::new)));
    }
}
