package brickwork.cli;

import static org.assertj.core.api.Assertions.assertThat;

import brickwork.Brickwork;
import brickwork.BrickworkExtension;
import brickwork.HostExamples;
import brickwork.cucumber.CucumberFeatureRunner;
import brickwork.verify.Verdict;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line, and features, on a class path with a library that adds words to the language. */
class ExtensionTest {

    private static final String SPEC = """
            data quadrants samples 40
            layer 2 -> 4 swish -> 1 linear
            loss squares + ridge 0.001
            train 3 epochs
            expect gradcheck < 1e-7
            """;

    /** What the library on the class path offers. */
    public static final class Words implements BrickworkExtension {
        @Override
        public Brickwork extend(Brickwork brickwork) {
            return brickwork.withActivation("swish", HostExamples.swish(1)).withLoss("squares", HostExamples.SQUARES)
                    .withPenalty("ridge", HostExamples.RIDGE).withPenalty("published_ridge", HostExamples.PUBLISHED_RIDGE);
        }
    }

    @TempDir
    private Path folder;

    private URLClassLoader words;
    private ClassLoader usual;
    private Path spec;

    @BeforeEach
    void putTheLibraryOnTheClassPath() throws IOException {
        spec = Files.writeString(folder.resolve("host.nn"), SPEC);
        var services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(BrickworkExtension.class.getName()), Words.class.getName());
        usual = Thread.currentThread().getContextClassLoader();
        words = new URLClassLoader(new URL[] {folder.toUri().toURL()}, usual);
        Thread.currentThread().setContextClassLoader(words);
    }

    @AfterEach
    void takeItAway() throws IOException {
        Thread.currentThread().setContextClassLoader(usual);
        words.close();
    }

    @Test
    void trainsSavesAndPredictsByWordsOfTheLibrary() throws IOException {
        var model = folder.resolve("m.safetensors");
        var rows = Files.writeString(folder.resolve("x.csv"), "0.1,0.2\n-0.3,0.4\n");

        assertThat(CliRun.nn("train", spec, "--save", model, "--quiet").exit()).isZero();
        assertThat(CliRun.nn("verify", spec).exit()).isZero();
        assertThat(CliRun.nn("plan", spec).out()).contains("swish(z1)", "ridge 0.001");
        assertThat(CliRun.nn("predict", "--model", model, "--data", rows, "--json").list("outputs")).hasSize(2);

        Thread.currentThread().setContextClassLoader(usual);
        var refused = CliRun.nn("predict", "--model", model, "--data", rows);
        assertThat(refused.exit()).isEqualTo(5);
        assertThat(refused.err()).contains("unknown activation `swish`", "help: register that function under the same name");
        assertThat(CliRun.nn("check", spec).err()).contains("error[NN016]: unknown activation `swish`", "help: did you mean `silu`?");
    }

    @Test
    void gradcheckAccusesAPenaltyByName() throws IOException {
        Files.writeString(spec, SPEC.replace("ridge", "published_ridge"));

        var text = CliRun.nn("gradcheck", spec);
        var json = CliRun.nn("gradcheck", spec, "--json");

        assertThat(text.exit()).isEqualTo(1);
        assertThat(text.out())
                .containsPattern("at fault: penalty \"published_ridge\": its derivative by layer[12]\\.weight\\[\\d]\\[\\d] is stated as")
                .endsWith("failed\n");
        assertThat(json.json().get("at_fault").toString()).contains("penalty \"published_ridge\"");
        assertThat((double) json.json().get("data_loss_diff")).isLessThan(1e-8);
    }

    @Test
    void featuresKnowTheWordsToo() throws IOException {
        var feature = Files.writeString(folder.resolve("host.feature"), """
                Feature: functions of a library
                  Scenario: right ones
                    Given the spec:
                      \"""
                      layer 2 -> 4 swish -> 1 linear; loss squares + ridge 0.1
                      \"""
                    Then the gradcheck diff is below 1e-7
                  Scenario: a wrong one
                    Given the spec:
                      \"""
                      layer 2 -> 4 swish -> 1 linear; loss squares + published_ridge 0.1
                      \"""
                    Then the gradcheck diff is below 1e-7
                """);

        var scenarios = new CucumberFeatureRunner().run(List.of(feature));

        assertThat(scenarios.getFirst().verdict()).isInstanceOf(Verdict.Passed.class);
        assertThat(scenarios.getLast().verdict()).isInstanceOf(Verdict.Failed.class);
        assertThat(scenarios.getLast().verdict().text()).contains("at fault: penalty \"published_ridge\"");
    }
}
