package brickwork.verify.health;

/**
 * Something about a training that is worth saying. It is no verdict: only an {@code expect} makes one.
 *
 * @param kind    what kind of thing
 * @param layer   the layer meant, counted from 1, or 0 where it is none in particular
 * @param message what was found, with its figures: lower case, no full stop
 * @param cure    what usually helps, likewise
 */
public record Finding(Kind kind, int layer, String message, String cure) {

    /** Kinds of findings, and from which figures on they are told. */
    public enum Kind {
        /** A number that is NaN or infinite: training diverged, or a pass over the samples met one. */
        NOT_FINITE,
        /** A unit is dead at the end. */
        DEAD_UNITS,
        /** More than half of the pairs of unit and sample are saturated at the end. */
        SATURATED,
        /** A trained layer has a gradient of 0 at the start. */
        NO_GRADIENT,
        /** At the start the lowest trained layer's gradient is below 1/1000 of the highest's. */
        VANISHING,
        /** At the start the lowest trained layer's gradient is above 1000 times the highest's. */
        EXPLODING,
        /** The last update moved a layer's weights by more than a tenth of their norm. */
        LARGE_UPDATES,
        /** A trained tensor is, bit for bit, as it started. */
        UNCHANGED,
        /** An input has one value in all samples. */
        CONSTANT_INPUTS
    }

    /** {@code message; cure}. */
    public String text() {
        return message + "; " + cure;
    }
}
