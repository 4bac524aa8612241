package brickwork.cli;

import static brickwork.cli.CliRun.nn;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of {@code nn train --report} and {@code nn verify --report}. */
class ReportPageTest {

    private static final String SPEC = """
            # <b>bold</b> & "quoted"
            network moons
            data moons samples 200 noise 0.3
            split test 20% validation 20%
            layer 2 -> 3 tanh -> 1 sigmoid
            loss bce
            train 5 epochs
            expect accuracy >= 99%
            expect loss decreases
            """;
    private static final Pattern DATA = Pattern.compile("(?s)<script type=\"application/json\" id=\"result\">(.*?)</script>");

    @TempDir
    private Path folder;

    private Path spec;
    private Path page;

    @BeforeEach
    void write() throws IOException {
        spec = Files.writeString(folder.resolve("moons.nn"), SPEC);
        page = folder.resolve("r.html");
    }

    private Map<String, Object> data() throws IOException {
        var found = DATA.matcher(Files.readString(page));
        assertThat(found.find()).isTrue();
        return JSON.std.mapFrom(found.group(1));
    }

    private void asksForNothing() throws IOException {
        assertThat(Files.readString(page).replace("http://www.w3.org/2000/svg", "")).doesNotContain("http:", "https:", "src=", "@import",
                "url(", "<link", "<img", "<iframe").contains("default-src 'none'");
    }

    @Test
    void tellsAllOfATraining() throws IOException {
        var plain = nn("train", spec, "--json").json();
        var run = nn("train", spec, "--report", page, "--seed", 0);
        var html = Files.readString(page);
        assertThat(run.exit()).isZero();
        assertThat(html).contains("Training of moons", "1 of 2 statements hold", "accuracy &gt;= 99%", "not &gt;= 0.99", "loss decreases",
                "&lt;b&gt;bold&lt;/b&gt; &amp; &quot;quoted&quot;", "<h2 id=\"health\">", "optimizer sgd rate", "samples 200",
                "nn train " + spec + " --seed 0</code>").doesNotContain("<b>bold");
        assertThat(html).contains("Loss of moons", "Accuracy of moons", "Decision boundary of moons", "Confusion of moons", "ROC of moons",
                "Weights of moons", "Network moons", "Gradients and updates of moons", "data-name=\"validation\"");
        asksForNothing();
        nn("train", spec, "--report", page);
        assertThat(data()).containsEntry("fingerprint", plain.get("fingerprint")).containsEntry("history", plain.get("history"))
                .containsKeys("verdicts", "provenance", "spec", "metrics", "command");
        assertThat(Files.readString(page)).contains((String) plain.get("fingerprint"));
    }

    @Test
    void judgesAsVerifyDoes() throws IOException {
        Files.writeString(spec, SPEC + "expect accuracy > 1% within 3 epochs\nexpect accuracy >= 50% for at least 50% of 4 seeds\n");
        var verified = nn("verify", spec, "--json");
        nn("train", spec, "--report", page);
        assertThat(((Map<?, ?>) data().get("verdicts")).get("results")).isEqualTo(verified.list("results"));
        assertThat(verified.list("results")).hasSize(4);
    }

    @Test
    void tellsOfATrainingThatDiverged() throws IOException {
        Files.writeString(spec, "data xor\nlayer 2 -> 50 relu -> 2 linear\nloss mse\noptimizer sgd rate 60\ntrain 300 epochs batch full\n"
                + "expect loss decreases\n");
        assertThat(nn("train", spec, "--report", page).exit()).isEqualTo(4);
        assertThat(Files.readString(page)).contains("Here training diverged in epoch 6", "diverged in epoch 6</text>", "0 of 1 statement");
        assertThat(data()).containsKey("divergence");
    }

    @Test
    void moonsTakesLessThan300Kilobytes() throws IOException {
        assertThat(nn("train", "specs/moons.nn", "--report", page).exit()).isZero();
        assertThat(Files.size(page)).isBetween(100_000L, 300_000L);
    }

    @Test
    void showsWhatFailedWithAPicture() throws IOException {
        Files.writeString(spec, SPEC + "expect gradcheck < 1e-30\nexpect accuracy >= 100% for at least 90% of 5 seeds\n");
        var feature = Files.writeString(folder.resolve("a.feature"),
                "Feature: f\n  Scenario: s\n    Given the spec \"specs/xor.nn\"\n    Then the accuracy is at least 101%\n");
        var run = nn("verify", folder, "--report", page);
        assertThat(run.exit()).isEqualTo(1);
        var html = Files.readString(page);
        assertThat(html).contains("1 passed, 4 failed, 0 inconclusive.", "What failed", "Confusion of moons",
                "The worst entry of the gradient check: layer", "share of seeds for which it held", "nn verify " + folder + "</code>",
                feature + ": s");
        assertThat(html.split("<figure ")).hasSize(4);
        assertThat(data()).containsEntry("failed", 4);
        asksForNothing();
    }

    @Test
    void refusesWhatCannotBeReported() throws IOException {
        var resumed = nn("train", spec, "--report", page, "--run", folder.resolve("run"), "--resume");
        assertThat(resumed.exit()).isEqualTo(2);
        assertThat(resumed.err()).contains("a resumed run hides the first");
        assertThat(nn("train", spec, "--report", spec).exit()).isEqualTo(2);
        assertThat(nn("train", spec, "--report", folder.resolve("no/r.html")).exit()).isEqualTo(5);
        assertThat(nn("verify", spec, "--report", folder.resolve("no/r.html")).exit()).isEqualTo(5);
        assertThat(page).doesNotExist();
        assertThat(List.of(nn("train", spec, "--report", page, "--run", folder.resolve("run")).exit())).containsExactly(0);
        assertThat(folder.resolve("run")).isNotEmptyDirectory();
    }
}
