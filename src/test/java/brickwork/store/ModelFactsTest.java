package brickwork.store;

import static org.assertj.core.api.Assertions.assertThat;

import brickwork.Brickwork;
import brickwork.TrainedNetwork;
import brickwork.model.FunctionRegistry;
import brickwork.syntax.SpecParser;
import brickwork.syntax.SpecPrinter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a model tells of its making, and what it keeps to itself. */
class ModelFactsTest {

    private static final String IRIS = """
            data iris
            split test 20% stratified
            scale standard
            layer 4 -> 5 tanh -> 3 softmax
            loss cross_entropy + l2 1e-4
            train 3 epochs
            """;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("model.safetensors");
    }

    @Test
    void tellsWhatItCameFromAndHowWellItDoes() throws IOException {
        var spec = Brickwork.standard().compile(IRIS);
        var outcome = spec.train();
        outcome.trained().save(file);

        var facts = ModelFile.read(file, FunctionRegistry.NONE).facts();

        assertThat(facts.specSha256()).contains(outcome.provenance().specSha256());
        assertThat(facts.brickwork()).isEqualTo(outcome.provenance().brickwork());
        assertThat(facts.metrics().keySet()).containsExactlyInAnyOrder("train", "test");
        assertThat(facts.metrics().get("train")).containsEntry("loss", outcome.report().loss())
                .containsEntry("accuracy", outcome.report().accuracy().orElseThrow());
        assertThat(Safetensors.read(file).metadata()).containsEntry("fingerprint", outcome.report().fingerprint());
        assertThat(TrainedNetwork.load(file).metrics()).isEqualTo(facts.metrics());
    }

    @Test
    void namesTheInputsThatTheSpecNames() throws IOException {
        Files.writeString(folder.resolve("tea.csv"), "minutes,grams,taste\n1,2,3\n2,3,5\n");
        var spec = Brickwork.standard().withFolder(folder)
                .compile("data csv \"tea.csv\" target taste features grams, \"minutes\"; layer 2 -> 1 linear; loss mse; train 1 epoch");
        spec.train().trained().save(file);

        assertThat(TrainedNetwork.load(file).inputNames()).containsExactly("grams", "minutes");
    }

    @Test
    void holdsNoSamplesUnlessAskedTo() throws IOException {
        var text = """
                # Confidential.
                data rows [ 0.123 0.456 -> 0.789; 1 2 -> 3; 4 5 -> 6 ]
                split test 30%
                scale standard
                layer 2 -> 2 tanh -> 1 linear
                loss mse
                train 2 epochs
                expect output for [0.123 0.456] = [0.789] within 5
                expect loss < 100
                """;
        var trained = Brickwork.standard().compile(text).train().trained();
        trained.save(file);
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain("0.123", "0.789", "Confidential")
                .contains("expect loss < 100", "layer 2 -> 2 tanh", "scale standard");

        trained.withSpecText(text).save(file);
        assertThat(TrainedNetwork.load(file).specText()).isEqualTo(text);
    }

    @Test
    void aNetworkThatBeganWithGivenWeightsCanBeReadHoweverManyTheyAre() throws IOException {
        var spec = Brickwork.standard()
                .compile("data moons samples 20; layer 2 -> 300 tanh -> 300 tanh -> 1 sigmoid; loss bce; train 1 epoch");
        var given = spec.withInitial(spec.initialParameters());
        assertThat(SpecPrinter.print(given.network()).length()).isGreaterThan(SpecParser.LONGEST_TEXT);
        var trained = given.train().trained();
        trained.save(file);

        assertThat(TrainedNetwork.load(file).predict(0.5, 1)).isEqualTo(trained.predict(0.5, 1));
    }
}
