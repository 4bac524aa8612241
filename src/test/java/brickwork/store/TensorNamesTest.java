package brickwork.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brickwork.check.Checker;
import brickwork.data.DataLibrary;
import brickwork.data.FileAccess;
import brickwork.engine.Initializer;
import brickwork.model.Specification;
import brickwork.source.SourceText;
import brickwork.syntax.SpecParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TensorNamesTest {

    private static final Specification NETWORK = network("layer 2 -> 3 tanh -> 3 relu bias none -> 1 linear\nloss mse");

    private static Specification network(String text) {
        return Checker.check(SpecParser.parse(new SourceText("net.nn", text)), Map.of(), OptionalLong.empty(),
                new DataLibrary(new FileAccess.None())).orThrow();
    }

    @Test
    void layersAreCountedFromZeroOrOne() {
        assertThat(TensorNames.of("layers.{i}.weight, layers.{i}.bias").of(NETWORK))
                .containsExactly("layers.0.weight", "layers.0.bias", "layers.1.weight", "layers.2.weight", "layers.2.bias");
        assertThat(TensorNames.of("fc{n}.w,fc{n}.b").of(NETWORK)).containsExactly("fc1.w", "fc1.b", "fc2.w", "fc3.w", "fc3.b");
        assertThat(TensorNames.of("{2i}.weight,{2i}.bias").of(NETWORK))
                .containsExactly("0.weight", "0.bias", "2.weight", "4.weight", "4.bias");
        assertThat(TensorNames.of("block{n}.{i}.$1,b{n}").of(NETWORK)).startsWith("block1.0.$1", "b1");
        assertThat(TensorNames.OWN.of(NETWORK)).startsWith("layer1.weight", "layer1.bias", "layer2.weight");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "a{i},b{i},c,d,e,f,g | there are 7 patterns, and at most 6 are of use: for weight, bias, norm.gamma, norm.beta, norm.mean, "
                    + "norm.variance",
            "weight,b{i}    | `weight` is the same for every layer: {i} counts them from 0, {n} from 1",
            "w{i},          | `` is no pattern: {i} counts layers from 0, {n} from 1, {2i} every second",
            "w{k},b{i}      | `w{k}` is no pattern: {i} counts layers from 0, {n} from 1, {2i} every second",
            "w{i,b{i}       | `w{i` is no pattern: {i} counts layers from 0, {n} from 1, {2i} every second"})
    void saysWhatIsNoPattern(String text, String message) {
        assertThatThrownBy(() -> TensorNames.of(text)).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    @Test
    void aNormalisationHasFourMore() {
        assertThat(TensorNames.of("fc{n}.weight,fc{n}.bias,bn{n}.weight,bn{n}.bias,bn{n}.running_mean,bn{n}.running_var")
                .of(network("layer 2 -> 3 tanh norm -> 1 linear\nloss mse"))).containsExactly("fc1.weight", "bn1.weight", "bn1.bias",
                        "bn1.running_mean", "bn1.running_var", "fc2.weight", "fc2.bias");
        assertThat(TensorNames.OWN.of(network("layer 2 -> 3 tanh norm\nloss mse"))).containsExactly("layer1.weight", "layer1.norm.gamma",
                "layer1.norm.beta", "layer1.norm.mean", "layer1.norm.variance");
    }

    @Test
    void everyTensorHasANameOfItsOwn() {
        assertThatThrownBy(() -> TensorNames.of("w{i}").of(NETWORK)).hasMessage("there is no pattern for layer1.bias");
        assertThat(TensorNames.of("w{i}").of(network("layer 2 -> 1 linear bias none\nloss mse"))).containsExactly("w0");
        assertThatThrownBy(() -> TensorNames.of("x{i},x{i}").of(NETWORK)).hasMessage("two tensors would be called x0");
    }

    @Test
    void weightsAreWrittenAndReadUnderThem(@TempDir Path folder) throws IOException {
        var file = folder.resolve("w.safetensors");
        var names = TensorNames.of("net.{2i}.weight,net.{2i}.bias");
        var parameters = Initializer.parameters(NETWORK);
        WeightsFile.write(file, NETWORK, parameters, names);

        var content = Safetensors.read(file);
        assertThat(content.metadata()).containsExactly(Map.entry("format", "pt"));
        assertThat(content.entries()).extracting(Safetensors.Entry::name).isEqualTo(names.of(NETWORK));
        assertThat(WeightsFile.read(file, NETWORK, names).tensors()).usingRecursiveComparison().isEqualTo(parameters.tensors());
        assertThatThrownBy(() -> WeightsFile.read(file, network("layer 3 -> 3 tanh -> 3 relu bias none -> 1 linear\nloss mse"), names))
                .hasMessageContaining("net.0.weight is of shape [3, 2], and the network needs [3, 3]");
    }
}
