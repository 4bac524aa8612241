package brickwork.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A small change of one of the product's own source files, or none: then the file is only compiled again.
 *
 * @param file the file, from {@code src/main/java/brickwork} on
 * @param from text that stands in it once
 * @param to   what stands there instead
 */
record Change(String file, String from, String to) {

    private static final Path SOURCES = Path.of("src", "main", "java", "brickwork");

    /** The package after {@code brickwork.}; empty for the root. */
    String rung() {
        return file.contains("/") ? file.substring(0, file.indexOf('/')) : "";
    }

    /** The text of {@code file} as the product has it. */
    static String source(String file) {
        try {
            return Files.readString(SOURCES.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Makes the change in the text of the file.
     *
     * @param fault whose change it is, for the message
     * @throws AssertionError where the old text does not stand in it exactly once
     */
    String in(String source, String fault) {
        if (from.isEmpty()) {
            return source;
        }
        var times = 0;
        for (var at = source.indexOf(from); at >= 0; at = source.indexOf(from, at + 1)) {
            times++;
        }
        if (times != 1) {
            throw new AssertionError("the fault \"" + fault + "\" no longer applies: its text occurs " + times + " times in " + file
                    + ", not once. Give the fault a text of the file as it is now:\n" + from);
        }
        return source.replace(from, to);
    }
}
