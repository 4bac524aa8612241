package brickwork;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * NumPy and PyTorch, timed by {@code src/jmh/python/peers.py}.
 *
 * @param python   the interpreter, or an empty text where none has NumPy
 * @param versions what the interpreter has: {@code numpy 1.24.2}
 */
record Peers(String python, List<String> versions) {

    private static final String SCRIPT = "src/jmh/python/peers.py";

    /** The first interpreter with both, else the first with NumPy; the variable PYTHON names another. */
    static Peers find() {
        var named = System.getenv("PYTHON");
        var found = new Peers("", List.of("missing numpy", "missing torch"));
        for (var python : named == null ? List.of("python3", "/usr/bin/python3", "python") : List.of(named)) {
            var versions = lines(List.of(python, SCRIPT, "versions"));
            if (versions.stream().anyMatch(v -> v.startsWith("numpy"))
                    && (found.python.isEmpty() || versions.stream().noneMatch(v -> v.startsWith("missing")))) {
                found = new Peers(python, versions);
            }
        }
        return found;
    }

    /** What they are called in a table, or what is missing and how to get it. */
    String text() {
        var names = Stream.of("numpy NumPy", "torch PyTorch").map(pair -> pair.split(" ")).map(pair -> versions.stream()
                .filter(v -> v.startsWith(pair[0] + " ")).findFirst().map(v -> pair[1] + v.substring(pair[0].length()))
                .orElse("**" + pair[1] + " is missing** (for example apt-get install python3-" + pair[0] + ")"));
        return String.join(", ", names.toList());
    }

    /** Microseconds of the faster of a peer's ways, by peer; empty for what is missing. */
    Map<String, Double> time(String kind, String name, int threads) {
        var times = new HashMap<String, Double>();
        if (!python.isEmpty()) {
            for (var line : lines(List.of(python, SCRIPT, kind, name, Integer.toString(threads)))) {
                var parts = line.split(" ");
                times.merge(parts[0], Double.parseDouble(parts[1]), Math::min);
            }
        }
        return times;
    }

    private static List<String> lines(List<String> command) {
        try {
            var process = new ProcessBuilder(new ArrayList<>(command)).redirectError(ProcessBuilder.Redirect.INHERIT).start();
            process.getOutputStream().close();
            try (var reader = process.inputReader()) {
                return reader.lines().toList();
            }
        } catch (UncheckedIOException | IOException _) { // no such interpreter
            return List.of();
        }
    }
}
