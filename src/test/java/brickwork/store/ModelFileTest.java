package brickwork.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brickwork.check.Checker;
import brickwork.data.DataLibrary;
import brickwork.data.Dataset;
import brickwork.data.FileAccess;
import brickwork.data.FittedScaling;
import brickwork.engine.Initializer;
import brickwork.engine.Parameters;
import brickwork.model.Specification;
import brickwork.source.Outcome;
import brickwork.source.SourceText;
import brickwork.syntax.SpecParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {

    private static final String TEXT = """
            # Three kinds of iris.
            let hidden = 5
            network flowers
            seed 3
            data iris
            split test 20% stratified
            scale standard
            layer hidden tanh dropout 10% as first -> 3 softmax
            loss cross_entropy + l2 1e-4
            optimizer adam rate 0.01
            train 3 epochs
            expect accuracy >= 90%
            """;

    @TempDir
    private Path folder;

    private Path file;
    private Specification network;
    private Dataset dataset;
    private Parameters parameters;

    @BeforeEach
    void train() {
        file = folder.resolve("model.safetensors");
        var library = new DataLibrary(new FileAccess.None());
        var parsed = SpecParser.parse(new SourceText("iris.nn", TEXT));
        network = ((Outcome.Success<Specification>) Checker.check(parsed, Map.of("hidden", 7.0), OptionalLong.of(11), library)).value();
        dataset = ((Outcome.Success<Dataset>) library.prepare(network)).value();
        parameters = Initializer.parameters(network);
    }

    private ModelFile model() {
        return ModelFile.of(network, dataset.scaling(), dataset.classNames(), parameters);
    }

    /** Writes the model with one part of its metadata changed. */
    private void writeWith(String key, String value) throws IOException {
        model().write(file);
        var content = Safetensors.read(file);
        var metadata = new TreeMap<>(content.metadata());
        metadata.put(key, value);
        AtomicFile.write(file, new Safetensors(metadata, content.entries())::writeTo);
    }

    @Test
    void carriesAllItTakesToPredict() throws IOException {
        model().write(file);

        var read = ModelFile.read(file);

        assertThat(read.spec()).isEqualTo(TEXT);
        assertThat(read.network().feedForward().layers()).isEqualTo(network.feedForward().layers());
        assertThat(read.network().seed()).isEqualTo(11);
        assertThat(read.network().data().source()).isEmpty();
        assertThat(read.network().expectations()).isEmpty();
        assertThat(read.network().learning().training()).isEqualTo(network.learning().training());
        assertThat(read.scaling()).isEqualTo(dataset.scaling());
        assertThat(read.classNames()).isEqualTo(dataset.classNames()).hasSize(3);
        assertThat(read.parameters().tensors()).usingRecursiveComparison().withComparatorForType(Double::compare, Double.class)
                .isEqualTo(parameters.tensors());
    }

    @Test
    void isAWeightsFileToo() throws IOException {
        model().write(file);

        assertThat(WeightsFile.read(file, network).tensor("layer2.weight").values()).isEqualTo(parameters.tensor("layer2.weight").values());
        assertThat(Safetensors.read(file).entry("layer1.weight").orElseThrow().type()).isEqualTo(ElementType.F32);
    }

    @Test
    void isTheSameToTheLastByteEachTimeItIsWritten() throws IOException {
        model().write(file);
        var again = folder.resolve("again.safetensors");
        ModelFile.read(file).write(again);

        assertThat(again).hasSameBinaryContentAs(file);
    }

    @Test
    void namesOfClassesMayHoldAnything() throws IOException {
        var names = List.of("a, \"b\"", "line\nend", "漢字");
        new ModelFile(TEXT, network, FittedScaling.NONE, names, parameters).write(file);

        assertThat(ModelFile.read(file).classNames()).isEqualTo(names);
        assertThat(ModelFile.read(file).scaling()).isEqualTo(FittedScaling.NONE);
    }

    @Test
    void weightsAloneAreNoModel() throws IOException {
        AtomicFile.write(file, new Safetensors(Map.of(), WeightsFile.entries(parameters))::writeTo);

        assertThatThrownBy(() -> ModelFile.read(file)).isInstanceOf(BrokenFileException.class)
                .hasMessage(file + ": it holds weights, but not the network they belong to; name a file that `nn train --save` wrote");
    }

    @Test
    void saysWhatIsWrongWithAModel() throws IOException {
        writeWith("format", "brickwork model 2");
        assertThatThrownBy(() -> ModelFile.read(file))
                .hasMessageContaining("it is a brickwork model 2, and this version reads brickwork model 1");
        writeWith("network", "layer 4 -> 3 nonsense\nloss mse");
        assertThatThrownBy(() -> ModelFile.read(file)).hasMessageContaining("the network in it cannot be read: ")
                .hasMessageContaining("nonsense");
        writeWith("network", "data csv \"/etc/passwd\" target 1\nlayer 4 -> 3 softmax\nloss cross_entropy");
        assertThatThrownBy(() -> ModelFile.read(file)).hasMessageContaining("the network in it cannot be read: ");
        writeWith("scaling", "by 0");
        assertThatThrownBy(() -> ModelFile.read(file)).hasMessageContaining("the scaling in it is not one of 4 inputs");
        writeWith("scaling", "columns 1 2");
        assertThatThrownBy(() -> ModelFile.read(file)).hasMessageContaining("the scaling in it is not one of 4 inputs");
        writeWith("classes", "[\"a\"");
        assertThatThrownBy(() -> ModelFile.read(file)).hasMessageContaining("the names of classes in it cannot be read");
        writeWith("network", "layer 4 -> 7 tanh -> 2 softmax\nloss cross_entropy");
        assertThatThrownBy(() -> ModelFile.read(file))
                .hasMessageContaining("layer2.weight is of shape [3, 7], and the network needs [2, 7]");
    }

    @Test
    void aModelCutOffIsBroken() throws IOException {
        model().write(file);
        var whole = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length - 1));

        assertThatThrownBy(() -> ModelFile.read(file)).isInstanceOf(BrokenFileException.class).hasMessageContaining("it ends too early");
    }
}
