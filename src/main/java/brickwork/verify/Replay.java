package brickwork.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * How to make the result behind a verdict happen again.
 *
 * @param file      the spec as its user named it; absent where there is none, and then no command is given
 * @param overrides what was set beside the spec, as in {@code steps=10000}
 * @param seed      the seed that was set beside the spec, if any
 */
public record Replay(Optional<String> file, List<String> overrides, OptionalLong seed) {

    /** There is no file to name. */
    public static final Replay NONE = new Replay(Optional.empty(), List.of(), OptionalLong.empty());

    private static final Pattern PLAIN = Pattern.compile("[\\w./:=@%+,-]+");

    public Replay {
        overrides = List.copyOf(overrides);
    }

    /** A spec without overrides. */
    public static Replay of(String file) {
        return new Replay(Optional.of(file), List.of(), OptionalLong.empty());
    }

    /** Which command shows again what a check found. */
    public enum Command {
        TRAIN("train"),
        GRADCHECK("gradcheck"),
        /** None of the two: only the feature or test that contains the check. */
        CHECK("");

        private final String word;

        Command(String word) {
            this.word = word;
        }
    }

    /**
     * How a failure's message ends.
     *
     * @param seed    the seed it happened under, where the message is to say it
     * @param command the whole command line, where there is one
     */
    public record Hint(OptionalLong seed, Optional<String> command) {

        /** {@code "; seed 7; replay: nn train FILE"}, or what of it there is. */
        public String text() {
            return (seed.isPresent() ? "; seed " + seed.getAsLong() : "") + command.map(line -> "; replay: " + line).orElse("");
        }
    }

    /** {@code nn train FILE}, for one; empty where there is no file, or the command line has no such command. */
    public Optional<String> line(Command command) {
        return line(command, seed);
    }

    /** The same under another seed. */
    public Optional<String> line(Command command, long otherSeed) {
        return line(command, OptionalLong.of(otherSeed));
    }

    private Optional<String> line(Command command, OptionalLong withSeed) {
        if (file.isEmpty() || command == Command.CHECK) {
            return Optional.empty();
        }
        var words = new ArrayList<>(List.of("nn", command.word, quoted(file.get())));
        overrides.forEach(override -> words.addAll(List.of("--set", quoted(override))));
        withSeed.ifPresent(s -> words.addAll(List.of("--seed", String.valueOf(s))));
        return Optional.of(String.join(" ", words));
    }

    /** Quoted for a POSIX shell, where that is needed. */
    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
