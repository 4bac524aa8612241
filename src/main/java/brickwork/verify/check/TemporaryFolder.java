package brickwork.verify.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.Function;

/** An empty folder for the time of a check. */
final class TemporaryFolder {

    private TemporaryFolder() {}

    /** What {@code work} gives; the folder is deleted with all it holds then. */
    static <T> T with(Function<Path, T> work) {
        try {
            var folder = Files.createTempDirectory("brickwork");
            try {
                return work.apply(folder);
            } finally {
                try (var files = Files.walk(folder)) {
                    for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
