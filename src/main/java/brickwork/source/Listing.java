package brickwork.source;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Several things in one sentence. */
public final class Listing {

    private Listing() {}

    /** {@code a}, {@code a and b}, {@code a, b and c}; nothing for none. */
    public static String and(Collection<String> things) {
        return joined(things, " and ");
    }

    /** {@code a}, {@code a or b}, {@code a, b or c}; nothing for none. */
    public static String or(Collection<String> things) {
        return joined(things, " or ");
    }

    /** The same with {@code more} at the end. */
    public static String or(Collection<String> things, String... more) {
        return or(Stream.concat(things.stream(), Stream.of(more)).toList());
    }

    private static String joined(Collection<String> things, String last) {
        var all = List.copyOf(things);
        return all.size() < 2 ? String.join("", all) : String.join(", ", all.subList(0, all.size() - 1)) + last + all.getLast();
    }
}
