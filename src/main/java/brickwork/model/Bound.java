package brickwork.model;

import brickwork.source.DecimalText;
import java.util.function.DoublePredicate;

/** What a number of the language must keep to. */
public final class Bound {

    /** Every number, NaN too: that is for others to refuse. */
    public static final Bound ANY = new Bound("a number", _ -> true);

    public static final Bound POSITIVE = above(0);
    public static final Bound NOT_NEGATIVE = new Bound("at least 0", value -> value >= 0);

    /** Lets NaN pass, as {@link #ANY} does. */
    public static final Bound NOT_ZERO = new Bound("another number than 0", value -> value != 0);

    public static final Bound BELOW_ONE = new Bound("at least 0 and below 1", value -> value >= 0 && value < 1);
    public static final Bound BETWEEN_ZERO_AND_ONE = new Bound("above 0 and below 1", value -> value > 0 && value < 1);
    public static final Bound UP_TO_ONE = new Bound("at least 0 and at most 1", value -> value >= 0 && value <= 1);

    private final String text;
    private final DoublePredicate test;

    private Bound(String text, DoublePredicate test) {
        this.text = text;
        this.test = test;
    }

    /** The numbers greater than another. */
    public static Bound above(double limit) {
        return new Bound("above " + DecimalText.of(limit), value -> value > limit);
    }

    /** As messages say it, after {@code must be}. */
    public String text() {
        return text;
    }

    /** Whether a number keeps to it; false for NaN, except where a bound says otherwise. */
    public boolean holds(double value) {
        return test.test(value);
    }
}
