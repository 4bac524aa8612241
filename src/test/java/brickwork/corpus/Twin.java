package brickwork.corpus;

import brickwork.build.Twins;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The single precision copy of a source file for double precision, made by the generator of the build.
 *
 * @param file from {@code src/main/java/brickwork} on
 * @param text its text
 */
record Twin(String file, String text) {

    private static final Path SOURCES = Path.of("src", "main", "java", "brickwork");

    /** The twin of a file, if the build makes one: those written by hand stay as they are. */
    static Optional<Twin> of(String file, String text) {
        var twin = file.replaceFirst("64\\.java$", "32.java");
        if (twin.equals(file) || Files.exists(SOURCES.resolve(twin))) {
            return Optional.empty();
        }
        return Optional.of(new Twin(twin, Twins.twin(text)));
    }
}
