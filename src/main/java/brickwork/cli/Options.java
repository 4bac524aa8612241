package brickwork.cli;

import java.util.OptionalLong;

/** Options with conditions that several commands share. */
final class Options {

    private Options() {}

    static OptionalLong seed(Long seed) {
        return seed == null ? OptionalLong.empty() : OptionalLong.of(seed);
    }

    /** The threads asked for, or as many as the machine has. */
    static int threads(Integer threads) {
        if (threads == null) {
            return Runtime.getRuntime().availableProcessors();
        }
        if (threads < 1) {
            throw CommandFailure.options(threads.toString(), "there must be at least 1 thread", "--threads 1");
        }
        return threads;
    }
}
