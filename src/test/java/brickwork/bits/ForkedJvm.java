package brickwork.bits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A JVM of the build's own JDK under certain flags, and what it is to train.
 *
 * @param flags what is taken from it or forced on it; empty for the JVM as it is
 * @param ways  kernel sets and numbers of threads, one after the other
 * @param specs names of specs
 */
record ForkedJvm(List<String> flags, List<String> ways, List<String> specs) {

    private static final Pattern FINGERPRINT = Pattern.compile("(\\S+) (\\w+\\.f(?:32|64)) ([0-9a-f]{64})");
    private static final Pattern WAY = Pattern.compile("(\\S+) (scalar|\\d+-bit) (\\d+)");
    private static final Pattern CHOICE = Pattern.compile("choice (.+)");

    ForkedJvm(String flag, List<String> ways, List<String> specs) {
        this(flag.isEmpty() ? List.of() : List.of(flag), ways, specs);
    }

    /** Trains everything and gives what came of it. */
    Answer run() throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--add-modules=jdk.incubator.vector");
        command.add("-XX:+UseSerialGC");
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Fingerprints.class.getName()));
        command.addAll(ways);
        command.add("--");
        command.addAll(specs);
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("the exit code of java %s, which said:%n%s", this, said).isZero();
        return Answer.of(said);
    }

    /** The flags as a person reads them. */
    String flagsText() {
        return flags.isEmpty() ? "no flags" : String.join(" ", flags);
    }

    @Override
    public String toString() {
        return flagsText() + ": " + String.join(", ", ways) + ", " + (specs.size() == 1 ? specs.getFirst() : specs.size() + " specs");
    }

    /**
     * What a forked JVM said.
     *
     * @param choice       the kernels it would choose, and why
     * @param widths       the vector width of each way
     * @param threads      the threads that took part in each way
     * @param fingerprints of each way, by {@code spec.precision}
     */
    record Answer(String choice, SortedMap<String, String> widths, SortedMap<String, Integer> threads,
            SortedMap<String, SortedMap<String, String>> fingerprints) {

        static Answer of(String said) {
            var answer = new Answer(CHOICE.matcher(said).results().findFirst().orElseThrow().group(1), new TreeMap<>(), new TreeMap<>(),
                    new TreeMap<>());
            said.lines().forEach(line -> {
                var fingerprint = FINGERPRINT.matcher(line);
                var way = WAY.matcher(line);
                if (fingerprint.matches()) {
                    answer.fingerprints.computeIfAbsent(fingerprint.group(1), _ -> new TreeMap<>()).put(fingerprint.group(2),
                            fingerprint.group(3));
                } else if (way.matches()) {
                    answer.widths.put(way.group(1), way.group(2));
                    answer.threads.put(way.group(1), Integer.parseInt(way.group(3)));
                }
            });
            return answer;
        }
    }
}
