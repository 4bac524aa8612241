package brickwork.corpus;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The single precision copy of a source file for double precision, made by the rules of the build.
 *
 * @param file from {@code src/main/java/brickwork} on
 * @param text its text
 */
record Twin(String file, String text) {

    private static final Path SOURCES = Path.of("src", "main", "java", "brickwork");
    private static final Pattern NAME = Pattern.compile("(?<=\\b[A-Za-z_]\\w{0,80})64(?![0-9])");
    private static final Pattern TYPE = Pattern.compile("(?<!// stays )double(?!.*// stays double)");
    private static final Pattern CLASS = Pattern.compile("Double(?!.*// stays double)");
    private static final Pattern CONSTANT = Pattern.compile("DOUBLE(?!.*// stays double)");
    private static final Pattern LITERAL = Pattern.compile("\\b([0-9][0-9_]*\\.?[0-9_]*(?:[eE][+-]?[0-9]+)?)d\\b(?!.*// stays double)");

    /** The twin of a file, if the build makes one: those written by hand stay as they are. */
    static Optional<Twin> of(String file, String text) {
        var twin = file.replaceFirst("64\\.java$", "32.java");
        if (twin.equals(file) || Files.exists(SOURCES.resolve(twin))) {
            return Optional.empty();
        }
        return Optional.of(new Twin(twin, text.lines().map(Twin::line).collect(Collectors.joining("\n", "", "\n"))));
    }

    private static String line(String line) {
        var renamed = NAME.matcher(line).replaceAll("32");
        var typed = TYPE.matcher(renamed).replaceAll("float");
        var named = CLASS.matcher(typed).replaceAll("Float");
        return LITERAL.matcher(CONSTANT.matcher(named).replaceAll("FLOAT")).replaceAll("$1f");
    }
}
