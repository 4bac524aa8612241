package brickwork.cli;

import static brickwork.cli.CliRun.nn;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthReportTest {

    private static final String SICK = """
            data rows [ 1 1 5 -> 0 ; 2 1 5 -> 1 ; 3 2 5 -> 0 ]
            layer 3 -> 4 relu init [[-1 -1 -1] [1 0 0] [-2 0 0] [0 1 0]]
            layer 4 -> 1 sigmoid
            loss bce
            train 5 epochs
            expect loss < 100
            """;

    @TempDir
    private Path folder;

    private Path spec(String text) throws IOException {
        return Files.writeString(folder.resolve("sick.nn"), text);
    }

    @Test
    void findingsFollowTheVerdictsWithTheirCuresAndFailNothing() throws IOException {
        var call = nn("verify", spec(SICK));

        assertThat(call.exit()).isZero();
        assertThat(call.out()).containsSubsequence(
                "passed        loss < 100",
                "health        layer 1: 2 of 4 units are dead (0, 2, counted from 0) on train\n                lower the rate",
                "health        input 2 has one value in all 3 samples of train",
                "1 passed, 0 failed, 0 inconclusive");
    }

    @Test
    void aHealthyTrainingIsNotSpokenOf() throws IOException {
        assertThat(
                nn("verify", spec("seed 3; data xor; layer 2 -> 3 tanh -> 1 sigmoid; loss bce; train 5 epochs; expect loss < 100")).out())
                .doesNotContain("health");
    }

    @Test
    @SuppressWarnings("unchecked")
    void theJsonHasAllFiguresWhateverTheyAre() throws IOException {
        var call = nn("verify", spec(SICK), "--json");

        assertThat(call.json()).containsKeys("passed", "failed", "inconclusive", "results", "diagnostics");
        assertThat(call.list("health")).singleElement().satisfies(health -> {
            assertThat(health).containsEntry("file", folder.resolve("sick.nn").toString()).containsEntry("samples", 3)
                    .containsEntry("constant_inputs", List.of(Map.of("column", 2, "value", 5.0))).containsEntry("unchanged", List.of());
            var layers = (List<Map<String, Object>>) ((Map<String, Object>) health.get("end")).get("layers");
            assertThat(layers.getFirst()).containsEntry("dead_units", List.of(0, 2)).containsEntry("saturated_units", null);
            assertThat(layers.getLast()).containsEntry("dead_units", null).containsEntry("units", 1);
            assertThat((List<Map<String, Object>>) health.get("updates")).extracting(update -> update.get("layer")).containsExactly(1, 2);
            assertThat((List<Map<String, Object>>) health.get("findings")).extracting(finding -> finding.get("kind"))
                    .containsExactly("dead_units", "constant_inputs");
        });
    }

    @Test
    void withoutATrainingTheNetworkIsExaminedAsItStarts() throws IOException {
        var health = nn("verify", spec(SICK.replace("expect loss < 100", "expect gradcheck < 1e-7")), "--json").list("health").getFirst();

        assertThat(health).containsEntry("end", null).containsEntry("updates", List.of());
        assertThat(health.get("start")).isNotNull();
    }

    @Test
    void whatHasNoSamplesHasNoHealth() throws IOException {
        assertThat(nn("verify", spec("layer 2 -> 1 linear; loss mse; expect gradcheck < 1e-7"), "--json").list("health")).isEmpty();
    }

    @Test
    void junitReadersSeeFindingsAsTheOutputOfTheSuite() throws IOException {
        var xml = folder.resolve("out.xml");

        nn("verify", spec(SICK), "--junit", xml);

        assertThat(Files.readString(xml)).containsSubsequence("<testsuite name=", "<testcase", "<system-out>layer 1: 2 of 4 units are dead",
                "use leaky_relu, which cannot die&#10;", "</system-out>", "</testsuite>");
    }

    @Test
    void trainTellsTheLastUpdateOfEachLayer() throws IOException {
        assertThat(nn("train", spec(SICK), "--json").list("updates")).hasSize(2)
                .allSatisfy(update -> assertThat((double) update.get("ratio")).isPositive());
    }
}
