package brickwork.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files that a fuzzer makes of sound ones, guided by the code that each new file reaches: taken, or refused by what is declared.
 * {@code -Dfuzz.format=NPZ} names the format.
 */
class FormatFuzzTest {

    private static final HostileFormat FORMAT = HostileFormat.valueOf(System.getProperty("fuzz.format", "SAFETENSORS"));

    @TempDir
    private static Path folder;

    @MethodSource("examples")
    @FuzzTest(maxDuration = "60m", maxExecutions = 1_000_000)
    void anyFileIsTakenOrRefused(byte[] bytes) throws IOException {
        FORMAT.answer(bytes, folder);
    }

    static List<byte[]> examples() throws IOException {
        var examples = new ArrayList<>(FORMAT.examples());
        var kept = Path.of("src/test/resources/fuzz").resolve(FORMAT.folder());
        if (Files.isDirectory(kept)) {
            try (var files = Files.list(kept)) {
                for (var file : files.sorted().toList()) {
                    examples.add(Files.readAllBytes(file));
                }
            }
        }
        return examples;
    }
}
