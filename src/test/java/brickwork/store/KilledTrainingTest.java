package brickwork.store;

import static org.assertj.core.api.Assertions.assertThat;

import brickwork.cli.Main;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A training that is killed, whenever that is, goes on to the result of the training that was not. */
@Tag("slow")
class KilledTrainingTest {

    private static final int KILLS = 20;
    private static final Pattern FINGERPRINT = Pattern.compile("fingerprint ([0-9a-f]{64})");
    private static final String SPEC = """
            data moons samples 400 noise 0.1
            split test 20% validation 20%
            scale standard
            layer 2 -> 16 tanh norm -> 1 sigmoid
            loss bce
            optimizer adam rate 0.01 plateau 0.5 after 40 epochs
            train 6000 epochs
            stop when loss stalls 6000 epochs keep best
            checkpoint every 7 epochs
            """;

    @TempDir
    private Path folder;

    private ProcessBuilder training(Object... words) throws IOException {
        var spec = Files.writeString(folder.resolve("killed.nn"), SPEC);
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC", "-cp",
                System.getProperty("java.class.path"), Main.class.getName(), "train", spec.toString(), "--quiet", "--threads", "1"));
        for (var word : words) {
            command.add(word.toString());
        }
        return new ProcessBuilder(command).redirectErrorStream(true);
    }

    private String fingerprint(Object... words) throws IOException, InterruptedException {
        var process = training(words).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        var found = FINGERPRINT.matcher(said);
        assertThat(found.find()).as(said).isTrue();
        return found.group(1);
    }

    @Test
    void twentyKillsChangeNoBit() throws Exception {
        var run = folder.resolve("run");
        var model = folder.resolve("model.safetensors");
        var random = new Random(11);
        var cut = 0;
        for (var kill = 0; kill < KILLS; kill++) {
            var process = training("--run", run, "--resume").redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            var ended = process.waitFor(600 + random.nextInt(900), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
            cut += ended ? 0 : 1;
        }

        assertThat(cut).as("trainings that were killed before their end").isGreaterThan(KILLS / 2);
        assertThat(fingerprint("--run", run, "--resume", "--save", model)).isEqualTo(fingerprint());
        assertThat(model).isRegularFile();
        try (var files = Files.list(run)) {
            assertThat(files.map(file -> file.getFileName().toString())).allMatch(name -> name.startsWith("epoch-"))
                    .hasSizeLessThanOrEqualTo(5);
        }
    }
}
