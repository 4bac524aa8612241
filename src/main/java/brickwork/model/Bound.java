package brickwork.model;

/** What a number of the language must keep to. */
public enum Bound {

    ANY("a number"),
    POSITIVE("above 0"),
    NOT_NEGATIVE("at least 0"),
    NOT_ZERO("another number than 0"),
    BELOW_ONE("at least 0 and below 1"),
    BETWEEN_ZERO_AND_ONE("above 0 and below 1"),
    UP_TO_ONE("at least 0 and at most 1");

    private final String text;

    Bound(String text) {
        this.text = text;
    }

    /** As messages say it, after {@code must be}. */
    public String text() {
        return text;
    }

    /** Whether a number keeps to it; false for NaN, except that {@link #ANY} and {@link #NOT_ZERO} leave that to others. */
    public boolean holds(double value) {
        return switch (this) {
            case ANY -> true;
            case POSITIVE -> value > 0;
            case NOT_NEGATIVE -> value >= 0;
            case NOT_ZERO -> value != 0;
            case BELOW_ONE -> value >= 0 && value < 1;
            case BETWEEN_ZERO_AND_ONE -> value > 0 && value < 1;
            case UP_TO_ONE -> value >= 0 && value <= 1;
        };
    }
}
