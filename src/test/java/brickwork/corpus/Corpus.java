package brickwork.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * All planted faults, by what they are about: a file for each chapter. A fault begins with its name behind {@code ##}. Below
 * {@code in FILE} lines with {@code -} are what stands there in the product, once, and lines with {@code +} what is planted instead;
 * {@code with FILE} compiles a file again that holds copies of changed constants. {@code found by STATEMENT, EXAMPLE: EVIDENCE} names a
 * statement of the suite that fails, of its examples those that begin so if some are named, and a part of the evidence.
 */
final class Corpus {

    private static final Path FOLDER = Path.of("src", "test", "resources", "brickwork", "corpus", "faults");

    /** In the order of the page. */
    private static final List<String> CHAPTERS = List.of("activations", "losses", "backward", "normalisation", "kernels", "optimizers",
            "schedules", "data",
            "randomness", "reports");
    private static final Pattern CATCH = Pattern.compile("found by ([a-z-]+)(?:, (.*?))?: (.*)");

    private Corpus() {}

    static Map<String, List<Fault>> chapters() {
        var chapters = new LinkedHashMap<String, List<Fault>>();
        for (var name : CHAPTERS) {
            var file = FOLDER.resolve(name + ".txt");
            var parts = List.of(read(file).split("(?m)^## "));
            chapters.put(parts.getFirst().lines().findFirst().orElseThrow().replaceFirst("# ", ""),
                    parts.stream().skip(1).map(part -> fault(part.lines().toList(), file)).toList());
        }
        return chapters;
    }

    static Stream<Fault> faults() {
        return chapters().values().stream().flatMap(List::stream);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Fault fault(List<String> lines, Path file) {
        var changes = new ArrayList<Change>();
        var catches = new ArrayList<Fault.Catch>();
        for (var i = 1; i < lines.size(); i++) {
            var line = lines.get(i);
            var found = CATCH.matcher(line);
            if (line.startsWith("in ")) {
                changes.add(new Change(line.substring("in ".length()), block(lines, i + 1, "-"), block(lines, i + 1, "+")));
            } else if (line.startsWith("with ")) {
                changes.add(new Change(line.substring("with ".length()), "", ""));
            } else if (found.matches()) {
                var suite = Suite.valueOf(found.group(1).toUpperCase(Locale.ROOT).replace('-', '_'));
                catches.add(new Fault.Catch(new Statement(suite, found.group(2) == null ? "" : found.group(2)), found.group(3)));
            } else if (!line.isEmpty() && !line.startsWith("-") && !line.startsWith("+")) {
                throw new AssertionError(file + ": a change or a statement was expected, got: " + line);
            }
        }
        return new Fault(lines.getFirst(), changes, catches);
    }

    /** The text of the lines with this mark among those with marks from there on; empty where there are none. */
    private static String block(List<String> lines, int from, String mark) {
        return String.join("\n", lines.stream().skip(from).takeWhile(line -> line.startsWith("-") || line.startsWith("+"))
                .filter(line -> line.startsWith(mark)).map(line -> line.equals(mark) ? "" : line.substring(mark.length() + 1)).toList());
    }
}
