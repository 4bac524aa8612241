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

    /**
     * The line of a command, {@code nn train SPEC} for one; for what only the scenario makes, or a spec that is written out,
     * {@code nn verify FEATURE}. None where neither feature nor spec is a file.
     */
    Replay.Hint hint(Replay.Command command) {
        var line = replay().flatMap(replay -> replay.line(command))
                .or(() -> feature.map(path -> "nn verify " + shortest(path)))
                .or(() -> replay().flatMap(replay -> replay.line(Replay.Command.TRAIN)));
        return new Replay.Hint(OptionalLong.of(used), line);
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
