package brickwork.cli;

import java.util.OptionalInt;
import java.util.OptionalLong;

/** Options with conditions that several commands share. */
final class Options {

    private Options() {}

    static OptionalLong seed(Long seed) {
        return seed == null ? OptionalLong.empty() : OptionalLong.of(seed);
    }

    /** The count asked for, if one was, which must be at least 1; {@code help} shows how to write one. */
    static OptionalInt count(Integer count, String noun, String help) {
        if (count == null) {
            return OptionalInt.empty();
        }
        if (count < 1) {
            throw CommandFailure.options(count.toString(), "there must be at least 1 " + noun, help);
        }
        return OptionalInt.of(count);
    }
}
