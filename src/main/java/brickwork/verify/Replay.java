package brickwork.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * How a person makes happen again what a verdict speaks of.
 *
 * @param file      the spec as the person named it; absent where there is none, and then no command is given
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

    /** A spec run as it stands. */
    public static Replay of(String file) {
        return new Replay(Optional.of(file), List.of(), OptionalLong.empty());
    }

    /** {@code "; replay: nn train FILE"}, to follow a sentence; empty where there is no file. */
    public String train() {
        return command("train", seed);
    }

    /** The same under another seed. */
    String train(long otherSeed) {
        return command("train", OptionalLong.of(otherSeed));
    }

    /** Likewise {@code "; replay: nn gradcheck FILE"}. */
    public String gradcheck() {
        return command("gradcheck", seed);
    }

    private String command(String command, OptionalLong withSeed) {
        if (file.isEmpty()) {
            return "";
        }
        var words = new ArrayList<>(List.of("nn", command, quoted(file.get())));
        overrides.forEach(override -> words.addAll(List.of("--set", quoted(override))));
        withSeed.ifPresent(s -> words.addAll(List.of("--seed", String.valueOf(s))));
        return "; replay: " + String.join(" ", words);
    }

    /** As a POSIX shell reads it. */
    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
