package brickwork.model;

/** The conditions the model's records put on their numbers; each says what was expected and what came. */
final class Numbers {

    private Numbers() {}

    static void finite(String what, double value) {
        require(Double.isFinite(value), what, "a finite number", value);
    }

    static void positive(String what, double value) {
        require(value > 0 && Double.isFinite(value), what, "a finite number above 0", value);
    }

    static void notNegative(String what, double value) {
        require(value >= 0 && Double.isFinite(value), what, "a finite number of at least 0", value);
    }

    static void count(String what, long value) {
        require(value > 0, what, "a whole number of at least 1", value);
    }

    /** A number in [0, 1). */
    static void shareBelowOne(String what, double value) {
        require(value >= 0 && value < 1, what, "a number in [0, 1)", value);
    }

    /** A finite number that keeps to a bound. */
    static void within(Bound bound, String what, double value) {
        require(Double.isFinite(value) && bound.holds(value), what,
                bound == Bound.ANY ? "a finite number" : "a finite number, " + bound.text(),
                value);
    }

    private static void require(boolean holds, String what, String expected, Object value) {
        if (!holds) {
            throw new IllegalArgumentException(what + " must be " + expected + ", got " + value);
        }
    }
}
