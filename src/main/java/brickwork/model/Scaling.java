package brickwork.model;

/** How inputs are scaled; fitted on the training part only. */
public sealed interface Scaling {

    /** (x - mean) / population deviation, column by column. */
    record Standard() implements Scaling {}

    /** (x - min) / (max - min), column by column. */
    record MinMax() implements Scaling {}

    /** x / divisor. */
    record By(double divisor) implements Scaling {
        public By {
            Numbers.finite("the divisor of scale", divisor);
            if (divisor == 0) {
                throw new IllegalArgumentException("the divisor of scale must not be 0");
            }
        }
    }
}
