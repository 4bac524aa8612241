package brickwork.bits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Data four times as large as the heap is trained on by streaming, to the fingerprint of the same data in memory. */
class LargerThanMemoryTest {

    private static Map<String, String> said(String heap, String way) throws IOException, InterruptedException {
        var process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules=jdk.incubator.vector", "-XX:+UseSerialGC", "-Xmx" + heap, "-cp", System.getProperty("java.class.path"),
                LargerThanMemory.class.getName(), way).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("the exit code of the %s training, which said:%n%s", way, said).isZero();
        return said.lines().filter(line -> line.matches("[a-z]+ \\S+"))
                .collect(Collectors.toMap(line -> line.split(" ")[0], line -> line.split(" ")[1]));
    }

    @Test
    void aStreamNeedsAQuarterOfItsSizeAndGivesTheSameBits() throws Exception {
        var streamed = said("30m", "streamed");
        var held = said("1g", "held");

        assertThat(LargerThanMemory.BYTES).isGreaterThanOrEqualTo(4 * Long.parseLong(streamed.get("heap")));
        assertThat(streamed.get("fingerprint")).hasSize(64).isEqualTo(held.get("fingerprint"));
    }
}
