package brickwork.bits;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The specs whose fingerprints are stated, {@code src/test/resources/bits}, and the statement, {@code fingerprints.txt}. */
final class BitSpecs {

    private static final Path FOLDER = Path.of("src/test/resources/bits");

    /** For JVMs that take microseconds for one multiply-add. */
    static final List<String> TINY = List.of("tiny");

    /** The one whose products are so large that threads share them. */
    static final String LARGE = "large";

    private BitSpecs() {}

    static Path file(String name) {
        return FOLDER.resolve(name + ".nn");
    }

    static List<String> all() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.map(f -> f.getFileName().toString()).filter(n -> n.endsWith(".nn")).map(n -> n.substring(0, n.length() - 3))
                    .sorted().toList();
        }
    }

    static List<String> allButLarge() throws IOException {
        return all().stream().filter(name -> !name.equals(LARGE)).toList();
    }

    /** {@code spec.precision} to its fingerprint, as written. */
    static SortedMap<String, String> fingerprints() throws IOException {
        var fingerprints = new TreeMap<String, String>();
        for (var line : Files.readAllLines(FOLDER.resolve("fingerprints.txt"))) {
            var parts = line.split(" ");
            fingerprints.put(parts[0], parts[1]);
        }
        return fingerprints;
    }
}
