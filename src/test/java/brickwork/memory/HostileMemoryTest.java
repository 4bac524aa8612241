package brickwork.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a text, a file or a caller asks for, no JVM with the standard limits runs out of memory. */
class HostileMemoryTest {

    private static final int LONGEST_ANSWER = 100_000;

    @TempDir
    private Path folder;

    /** What the program says, line by line; it has to end well. */
    private static List<String> said(String heap, Class<?> program, String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), heap,
                "--add-modules=jdk.incubator.vector", "-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("the exit code of %s %s, which said:%n%s", program, heap, said).isZero();
        return said.lines().filter(line -> line.contains("\t")).toList();
    }

    private static void assertAllAnswered(List<String> rows, int refused, String... done) {
        assertThat(rows).allSatisfy(row -> assertThat(row).hasSizeLessThan(LONGEST_ANSWER));
        assertThat(rows.stream().filter(row -> row.contains("\trefused\t"))).hasSize(refused);
        assertThat(rows.stream().filter(row -> row.contains("\tdone\t")).map(row -> row.substring(0, row.indexOf('\t'))))
                .containsExactly(done);
    }

    @Test
    void whatTookAllOf512MegabytesIsRefusedOrFits() throws Exception {
        assertAllAnswered(said("-Xmx512m", HostileRows.class, folder.toString(), "quick"), 20, "a report over 1000 classes");
    }

    @Test
    @Tag("slow")
    void whatTookAllOf512MegabytesAfterMinutesIsRefusedOrFits() throws Exception {
        assertAllAnswered(said("-Xmx512m", HostileRows.class, folder.toString(), "all"), 22, "a report over 1000 classes");
    }

    @Test
    void whatIsAcceptedFitsInto64Megabytes() throws Exception {
        assertThat(said("-Xmx64m", LargestAccepted.class, folder.toString())).hasSizeGreaterThan(LargestAccepted.KINDS);
    }

    @Test
    @Tag("slow")
    void whatIsAcceptedFitsInto512Megabytes() throws Exception {
        assertThat(said("-Xmx512m", LargestAccepted.class, folder.toString())).hasSizeGreaterThan(LargestAccepted.KINDS);
    }
}
