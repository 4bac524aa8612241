package brickwork.engine;

/** Lengths of arrays, which Java counts in ints. */
final class Sizes {

    /** The largest array every virtual machine makes. */
    private static final int MOST = Integer.MAX_VALUE - 8;

    private Sizes() {}

    static int of(String what, long elements) {
        if (elements > MOST) {
            throw new IllegalArgumentException(what + " are " + elements + " numbers, but one array holds at most " + MOST);
        }
        return (int) elements;
    }
}
