package brickwork.cli;

import static brickwork.cli.CliRun.nn;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code nn plot}. */
class PlotCommandTest {

    private static final String SPEC = """
            network moons
            data moons samples 100 noise 0.1
            layer 2 -> 4 tanh -> 1 sigmoid
            loss bce
            train 5 epochs
            """;

    @TempDir
    private Path folder;

    private Path spec;
    private Path svg;

    @BeforeEach
    void write() throws IOException {
        spec = Files.writeString(folder.resolve("moons.nn"), SPEC);
        svg = folder.resolve("p.svg");
    }

    @ParameterizedTest
    @ValueSource(strings = {"loss", "accuracy", "boundary", "confusion", "roc", "weights", "network", "gradients"})
    void drawsASpec(String what) throws IOException {
        var run = nn("plot", spec, "--what", what, "--output", svg, "--json");
        assertThat(run.exit()).isZero();
        assertThat(run.json()).containsEntry("what", what).containsEntry("output", svg.toString()).containsKeys("title", "description")
                .containsEntry("fingerprint", nn("train", spec, "--json").json().get("fingerprint"));
        assertThat(Files.readString(svg)).startsWith("<svg ").contains((String) run.json().get("title"));
    }

    @Test
    void drawsAModelWithTheSamplesItsSpecNames() throws IOException {
        var model = folder.resolve("m.safetensors");
        assertThat(nn("train", spec, "--save", model).exit()).isZero();
        var other = folder.resolve("q.svg");
        assertThat(nn("plot", "--model", model, "--what", "boundary", "--output", svg).exit()).isZero();
        assertThat(nn("plot", spec, "--what", "boundary", "--output", other).exit()).isZero();
        assertThat(svg).hasSameTextualContentAs(other);
        var loss = nn("plot", "--model", model, "--what", "loss", "--output", svg);
        assertThat(loss.exit()).isEqualTo(2);
        assertThat(loss.err()).contains("a saved model holds no history of its training",
                "draw it of the spec, which trains: nn plot FILE.nn");
    }

    @Test
    void drawsATrainingThatDiverged() throws IOException {
        Files.writeString(spec, SPEC.replace("train 5", "optimizer sgd rate 1e38\ntrain 5").replace("bce", "mse").replace("sigmoid",
                "linear"));
        var run = nn("plot", spec, "--what", "loss", "--output", svg);
        assertThat(run.exit()).isEqualTo(4);
        assertThat(run.err()).contains("error[NN401]");
        assertThat(Files.readString(svg)).contains("diverged in epoch");
    }

    @Test
    void refusesWhatItCannotDraw() throws IOException {
        assertThat(nn("plot", spec, "--what", "los", "--output", svg).err()).contains("there is no picture `los`",
                "did you mean `loss`?");
        assertThat(nn("plot", "--what", "loss", "--output", svg).err()).contains("nn plot needs a spec or a model");
        assertThat(nn("plot", spec, "--model", spec, "--what", "loss", "--output", svg).exit()).isEqualTo(2);
        assertThat(nn("plot", spec, "--what", "loss", "--output", spec).err()).contains("is what is read, and would be written over");
        assertThat(nn("plot", spec, "--what", "loss", "--inputs", "1,2", "--output", svg).err()).contains(
                "--inputs belongs to --what boundary");
        assertThat(nn("plot", spec, "--what", "boundary", "--inputs", "1,3", "--output", svg).err()).contains(
                "--inputs takes two different inputs from 1 to 2, got 1,3");
        assertThat(nn("plot", spec, "--what", "loss", "--output", folder.resolve("no/p.svg")).exit()).isEqualTo(5);
        var untrained = Files.writeString(folder.resolve("u.nn"), "layer 2 -> 1 sigmoid\nloss bce\n");
        assertThat(nn("plot", untrained, "--what", "loss", "--output", svg).exit()).isEqualTo(2);
        assertThat(svg).doesNotExist();
    }

    @Test
    void takesConstantsAndSeeds() throws IOException {
        Files.writeString(spec, "let units = 4\n" + SPEC.replace("-> 4", "-> units"));
        assertThat(nn("plot", spec, "--set", "units=7", "--seed", 3, "--what", "network", "--output", svg).exit()).isZero();
        assertThat(Files.readString(svg)).contains(">7 tanh</text>");
    }
}
