package brickwork.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brickwork.Brickwork;
import brickwork.TrainedNetwork;
import brickwork.check.Checker;
import brickwork.data.DataLibrary;
import brickwork.data.Dataset;
import brickwork.data.FileAccess;
import brickwork.data.FittedPreparation;
import brickwork.data.FittedScaling;
import brickwork.engine.Initializer;
import brickwork.engine.Parameters;
import brickwork.model.FunctionRegistry;
import brickwork.model.Specification;
import brickwork.source.Outcome;
import brickwork.source.SourceText;
import brickwork.syntax.SpecParser;
import brickwork.syntax.SpecPrinter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
            let hidden = 5 # Not many.
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
        return ModelFile.of(network, dataset.preparation(), parameters);
    }

    /** Writes the model with one part of its metadata changed, under a digest that fits. */
    private void writeWith(String key, String value) throws IOException {
        model().write(file);
        var content = Safetensors.read(file);
        var metadata = new TreeMap<>(content.metadata());
        metadata.put(key, value);
        AtomicFile.write(file, new Safetensors(metadata, content.entries()).sealed()::writeTo);
    }

    private void refused(String key, String value, String fault) throws IOException {
        writeWith(key, value);
        assertThatThrownBy(() -> read(file)).isInstanceOf(BrokenFileException.class).hasMessageContaining(fault);
    }

    private static ModelFile read(Path file) {
        return ModelFile.read(file, FunctionRegistry.NONE);
    }

    private static Specification network(String text) {
        return Brickwork.standard().compile(text).network();
    }

    @Test
    void carriesAllItTakesToPredict() throws IOException {
        model().write(file);

        var read = read(file);

        assertThat(read.spec()).isEqualTo(SpecPrinter.print(network)).contains("data iris", "seed 11", "4 -> 7 tanh", "expect accuracy")
                .doesNotContain("#");
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
        read(file).write(again);

        assertThat(again).hasSameBinaryContentAs(file);
    }

    @Test
    void namesOfClassesMayHoldAnything() throws IOException {
        var names = List.of("a, \"b\"", "line\nend", "漢字");
        ModelFile.of(network, FittedPreparation.of(FittedScaling.NONE, names), parameters).write(file);

        assertThat(read(file).classNames()).isEqualTo(names);
        assertThat(read(file).scaling()).isEqualTo(FittedScaling.NONE);
    }

    @Test
    void weightsAloneAreNoModel() throws IOException {
        AtomicFile.write(file, new Safetensors(Map.of(), WeightsFile.entries(parameters))::writeTo);

        assertThatThrownBy(() -> read(file)).isInstanceOf(BrokenFileException.class)
                .hasMessage(file + ": it holds weights, but not the network they belong to; name a file that `nn train --save` wrote");
    }

    @Test
    void saysWhatIsWrongWithAModel() throws IOException {
        refused("format", "brickwork model 3", "it is a brickwork model 3, and this version reads brickwork model 2 and older");
        refused("network", "layer 4 -> 3 nonsense\nloss mse", "the network in it cannot be read: unknown");
        refused("network", "data csv \"/etc/passwd\" target 1\nlayer 4 -> 3 softmax\nloss cross_entropy",
                "the network in it cannot be read: ");
        refused("scaling", "by 0", "the scaling in it is not one of 4 inputs");
        refused("scaling", "columns 1 2", "the scaling in it is not one of 4 inputs");
        refused("classes", "[\"a\"", "the classes in it cannot be read");
        refused("classes", "{}", "the names of classes in it are no list");
        refused("classes", "[\"a\",\"b\",3]", "the names of classes in it are not all texts");
        refused("classes", "[\"a\",\"b\"]", "it names 2 classes, and its network has 3; write the model again");
        refused("inputs", "[\"a\"]", "it names 1 inputs, and its network has 4");
        refused("metrics", "[]", "the metrics in it are not figures by part and name");
        refused("metrics", "{\"train\":{\"loss\":\"low\"}}", "the metrics in it cannot be read: a value is missing at byte 17");
        refused("metrics", "{\"train\":{\"loss\":1e999}}", "the metrics in it are not all finite");
        refused("metrics", "{\"train\":{\"loss\":1,\"loss\":1}}", "or loss stands twice");
        refused("classes", "[\"a\",\"b\",\"c\",\"d\"]", "it names more than 3 classes, and its network has 3");
        refused("fingerprint", "0".repeat(64), "the fingerprint in it is not that of its weights");
        refused("network", "layer 4 -> 7 tanh -> 2 softmax\nloss cross_entropy",
                "layer2.weight is of shape [3, 7], and the network needs [2, 7]");
        refused("network", "layer 4 -> 7 softmax -> 3 softmax\nloss cross_entropy", "the network in it cannot be read");
        refused("network", "layer 4 -> 6 tanh -> 3 softmax\nloss cross_entropy",
                "layer1.weight is of shape [7, 4], and the network needs [6, 4]");
    }

    @Test
    void twoClassesMeetOneOutput() throws IOException {
        var one = network("layer 2 -> 1 sigmoid; loss bce");
        for (var names : List.of(List.of("no", "yes"), List.<String>of())) {
            ModelFile.of(one, FittedPreparation.of(FittedScaling.NONE, names), Initializer.parameters(one)).write(file);
            assertThat(read(file).classNames()).isEqualTo(names);
        }
        ModelFile.of(one, FittedPreparation.of(FittedScaling.NONE, List.of("a")), Initializer.parameters(one)).write(file);
        assertThatThrownBy(() -> read(file)).hasMessageContaining("it names 1 classes, and its network has 2");
    }

    @Test
    void everyFlippedBitIsFound() throws IOException {
        var small = network("layer 2 -> 1 sigmoid norm; loss bce");
        ModelFile.of(small, FittedPreparation.of(FittedScaling.NONE, List.of("a \u0001", "b")), Initializer.parameters(small)).write(file);
        var whole = Files.readAllBytes(file);
        for (var bit = 0; bit < 8 * whole.length; bit++) {
            var flipped = whole.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> ModelFile.read(flipped, FunctionRegistry.NONE)).as("bit %d", bit)
                    .isInstanceOf(BrokenFileException.class);
        }
        assertThat(ModelFile.read(whole, FunctionRegistry.NONE).classNames()).containsExactly("a \u0001", "b");
    }

    @Test
    void aWeightThatChangedIsToldByTheDigest() throws IOException {
        model().write(file);
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length - 4] ^= 1;
        Files.write(file, bytes);

        var told = file + ": it has changed since it was written: its digest is not that of its content; copy or write the file again";
        assertThatThrownBy(() -> read(file)).hasMessage(told);
        assertThatThrownBy(() -> WeightsFile.read(file, network)).hasMessage(told);
    }

    @Test
    void aModelWithoutItsDigestIsRefused() throws IOException {
        model().write(file);
        var content = Safetensors.read(file);
        var metadata = new TreeMap<>(content.metadata());
        metadata.remove("digest");
        AtomicFile.write(file, new Safetensors(metadata, content.entries())::writeTo);

        assertThatThrownBy(() -> read(file)).hasMessageContaining("it has changed since it was written");
    }

    @Test
    void modelsOfTheFirstFormatAreRead() throws IOException {
        var first = read(Path.of("src/test/resources/models/first.safetensors"));

        assertThat(first.fingerprint()).isEqualTo("cb7e1dbfa3ade5898e397b8054312d17bd88bf11eb8dc76f48c33f59a66bf01e");
        assertThat(first.classNames()).containsExactly("setosa", "versicolor", "virginica");
        assertThat(first.spec()).startsWith("# A model as the first format wrote it.");
        assertThat(first.facts().specSha256()).isEmpty();

        first.write(file);
        assertThat(Safetensors.read(file).metadata()).containsEntry("format", "brickwork model 2").containsEntry("spec", first.spec());
        assertThat(read(file).facts()).isEqualTo(first.facts());
    }

    @Test
    void aModelCutOffIsBroken() throws IOException {
        model().write(file);
        var whole = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length - 1));

        assertThatThrownBy(() -> read(file)).isInstanceOf(BrokenFileException.class).hasMessageContaining("it ends too early");
    }
}
