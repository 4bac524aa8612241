package brickwork.source;

import java.util.Locale;

/** How many there are of a thing, in words. */
public final class Plural {

    private Plural() {}

    /** {@code 1 unit}, {@code 3 units}. */
    public static String of(long count, String one) {
        return of(count, one, one + "s");
    }

    /** {@code 1 class}, {@code 3 classes}. */
    public static String of(long count, String one, String many) {
        return count + " " + word(count, one, many);
    }

    /** The same with the thousands of a large number parted: {@code 1,200 inputs}. */
    public static String ofMany(long count, String one, String many) {
        return String.format(Locale.ROOT, "%,d %s", count, word(count, one, many));
    }

    /** The word alone: {@code unit} of one, {@code units} of others. */
    public static String word(long count, String one, String many) {
        return count == 1 ? one : many;
    }
}
