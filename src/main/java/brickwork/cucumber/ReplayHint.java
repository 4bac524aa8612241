package brickwork.cucumber;

import brickwork.source.DecimalText;
import brickwork.source.SourceText;
import brickwork.verify.Replay;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How the message of a failure ends: with the seed, and with the one command that shows it again.
 *
 * @param text      the spec, if one was named
 * @param feature   the feature's file, if it is one
 * @param constants overridden by the scenario
 * @param seed      set by the scenario
 * @param used      the seed that held
 */
record ReplayHint(Optional<SourceText> text, Optional<Path> feature, Map<String, Double> constants, OptionalLong seed, long used) {

    /** {@code nn train SPEC}, or what {@link #verify} gives for a spec that is written out. */
    String train() {
        return replay().map(replay -> told(replay.train())).orElseGet(this::verify);
    }

    /** {@code nn gradcheck SPEC}, likewise. */
    String gradcheck() {
        return replay().map(replay -> told(replay.gradcheck())).orElseGet(this::verify);
    }

    /** {@code nn verify FEATURE}, or nothing but the seed where neither feature nor spec is a file. */
    String verify() {
        return told(feature.map(path -> "; replay: nn verify " + shortest(path)).or(() -> replay().map(Replay::train)).orElse(""));
    }

    private String told(String command) {
        return "; seed " + used + command;
    }

    private Optional<Replay> replay() {
        return text.filter(spec -> Files.isRegularFile(Path.of(spec.name()))).map(spec -> new Replay(Optional.of(spec.name()),
                constants.entrySet().stream().map(constant -> constant.getKey() + "=" + DecimalText.of(constant.getValue())).toList(),
                seed));
    }

    private static Path shortest(Path path) {
        var here = Path.of("").toAbsolutePath();
        return path.startsWith(here) ? here.relativize(path) : path;
    }
}
