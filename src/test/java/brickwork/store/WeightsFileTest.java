package brickwork.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brickwork.check.Checker;
import brickwork.data.DataLibrary;
import brickwork.data.FileAccess;
import brickwork.engine.Initializer;
import brickwork.engine.Tensor;
import brickwork.model.Precision;
import brickwork.model.Specification;
import brickwork.source.Outcome;
import brickwork.source.SourceText;
import brickwork.syntax.SpecParser;
import brickwork.train.TestNetwork;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightsFileTest {

    private static final Specification NETWORK = TestNetwork.of(3, 2, 1).network();

    @TempDir
    private Path folder;

    private static Safetensors.Entry entry(String name, ElementType type, Integer... shape) {
        var count = Arrays.stream(shape).mapToInt(n -> n).reduce(1, (a, b) -> a * b);
        var values = new double[count];
        Arrays.setAll(values, i -> i + 0.5);
        return new Safetensors.Entry(name, type, List.of(shape), values);
    }

    private static List<Safetensors.Entry> fitting() {
        return new ArrayList<>(List.of(entry("layer2.bias", ElementType.F64, 1), entry("layer1.weight", ElementType.F32, 2, 3),
                entry("layer1.bias", ElementType.F64, 2), entry("layer2.weight", ElementType.F16, 1, 2)));
    }

    private Path file(List<Safetensors.Entry> entries) throws IOException {
        var file = folder.resolve("w.safetensors");
        AtomicFile.write(file, new Safetensors(Map.of("made", "elsewhere"), entries)::writeTo);
        return file;
    }

    private void refused(List<Safetensors.Entry> entries, String fault) throws IOException {
        var file = file(entries);
        assertThatThrownBy(() -> WeightsFile.read(file, NETWORK)).isInstanceOf(BrokenFileException.class).hasMessage(file + ": " + fault);
    }

    @Test
    void takesEveryTensorOfTheNetworkInItsOrder() throws IOException {
        var parameters = WeightsFile.read(file(fitting()), NETWORK);

        assertThat(parameters.precision()).isEqualTo(Precision.F64);
        assertThat(parameters.tensors()).extracting(Tensor::name)
                .containsExactly("layer1.weight", "layer1.bias", "layer2.weight", "layer2.bias");
        assertThat(parameters.tensors()).extracting(Tensor::bias).containsExactly(false, true, false, true);
        assertThat(parameters.tensor("layer1.weight").at(1, 2)).isEqualTo(5.5);
        assertThat(parameters.tensor("layer2.weight").values()).containsExactly(0.5, 1.5);
    }

    @Test
    void roundsToThePrecisionOfTheNetwork() throws IOException {
        var entries = fitting();
        entries.set(2, new Safetensors.Entry("layer1.bias", ElementType.F64, List.of(2), new double[] {0.1, 1e-60}));

        var parameters = WeightsFile.read(file(entries), NETWORK.withPrecision(Precision.F32));

        assertThat(parameters.precision()).isEqualTo(Precision.F32);
        assertThat(parameters.tensor("layer1.bias").values()).containsExactly(0.1f, 0);
    }

    @Test
    void readsBackWhatItStores() throws IOException {
        var parameters = WeightsFile.read(file(fitting()), NETWORK);

        assertThat(WeightsFile.read(file(WeightsFile.entries(parameters)), NETWORK).tensors()).usingRecursiveComparison()
                .withComparatorForType(Double::compare, Double.class).isEqualTo(parameters.tensors());
    }

    @Test
    void namesAMissingTensorAndTheOneThatMayBeMeant() throws IOException {
        var missing = fitting();
        missing.removeFirst();
        refused(missing, "it has no tensor layer2.bias; it must hold every tensor of the network and no other");

        missing.add(entry("layer2.biases", ElementType.F64, 1));
        refused(missing, "it has no tensor layer2.bias; did you mean layer2.biases?");
    }

    @Test
    void namesATensorTheNetworkDoesNotHave() throws IOException {
        var extra = fitting();
        extra.add(entry("layer3.weight", ElementType.F64, 1, 1));

        refused(extra, "it has a tensor layer3.weight, and the network has none of that name; did you mean layer1.weight?");
    }

    @Test
    void showsBothShapesWhereTheyDiffer() throws IOException {
        var wrong = fitting();
        wrong.set(1, entry("layer1.weight", ElementType.F32, 4, 3));
        refused(wrong,
                "layer1.weight is of shape [4, 3], and the network needs [2, 3]; take the weights of a network with the same layers");

        wrong.set(1, entry("layer1.weight", ElementType.F32, 3, 2));
        refused(wrong, "layer1.weight is of shape [3, 2], and the network needs [2, 3]; store it transposed, as [out, in]");

        wrong.set(1, entry("layer1.weight", ElementType.F32, 6));
        refused(wrong, "layer1.weight is of shape [6], and the network needs [2, 3]; take the weights of a network with the same layers");
    }

    @Test
    void refusesNumbersThatAreNotFiniteByTheirPlace() throws IOException {
        var wrong = fitting();
        wrong.get(1).values()[4] = Double.NaN;
        refused(wrong, "layer1.weight[1, 1] is NaN; take weights that are finite");

        wrong.set(1, entry("layer1.weight", ElementType.F64, 2, 3));
        wrong.set(2, new Safetensors.Entry("layer1.bias", ElementType.F64, List.of(2), new double[] {0, 1e300}));
        assertThat(WeightsFile.read(file(wrong), NETWORK).tensor("layer1.bias").values()[1]).isEqualTo(1e300);
        var file = file(wrong);
        assertThatThrownBy(() -> WeightsFile.read(file, NETWORK.withPrecision(Precision.F32)))
                .hasMessage(file + ": layer1.bias[1] is 1.0E300, more than f32 holds; write `precision f64`");
    }

    @Test
    void refusesRunningVariancesBelowZero() throws IOException {
        var network = ((Outcome.Success<Specification>) Checker.check(
                SpecParser.parse(new SourceText("t", "layer 2 -> 2 tanh norm -> 1 linear\nloss mse")), Map.of(), OptionalLong.empty(),
                new DataLibrary(new FileAccess.None()))).value();
        var parameters = Initializer.parameters(network);
        parameters.tensor("layer1.norm.mean").values()[1] = -3;
        assertThat(WeightsFile.read(file(WeightsFile.entries(parameters)), network).tensor("layer1.norm.mean").values()[1]).isEqualTo(-3);
        parameters.tensor("layer1.norm.variance").values()[1] = -1e-3f;
        var file = file(WeightsFile.entries(parameters));

        assertThatThrownBy(() -> WeightsFile.read(file, network)).isInstanceOf(BrokenFileException.class)
                .hasMessage(
                        file + ": layer1.norm.variance[1] is -0.0010000000474974513, and no variance is negative; take running variances "
                                + "as training left them");
    }

    @Test
    void readsManyTensorsInTimeThatGrowsWithTheirNumber() throws IOException {
        var widths = new Integer[5001];
        Arrays.fill(widths, 1);
        var network = TestNetwork.of(widths).network();
        var entries = new ArrayList<Safetensors.Entry>();
        network.feedForward().layers().forEach(layer -> layer.tensors().forEach(tensor -> entries.add(
                entry(tensor.name(), ElementType.F64, tensor.shape().extents().toArray(Integer[]::new)))));
        var file = file(entries.reversed());

        assertThat(WeightsFile.read(file, network).tensors()).hasSize(10_000);
    }
}
