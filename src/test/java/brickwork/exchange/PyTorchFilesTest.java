package brickwork.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files that {@code torch.onnx.export} of PyTorch 1.13 wrote, with opset 13 and a symbolic batch, of networks in evaluation mode with
 * random weights; beside each stand five rows and what the network made of them there. {@code normalised} has batch normalisation before,
 * between and behind the layers.
 */
class PyTorchFilesTest {

    private static final Path FOLDER = Path.of("src/test/resources/exchange");

    static Stream<String> names() throws IOException {
        try (var files = Files.list(FOLDER)) {
            var names = files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".onnx")).sorted().toList();
            assertThat(names).hasSize(8);
            return names.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void giveTheNumbersThatPyTorchGave(String name) throws IOException {
        var imported = ModelImport.read(FOLDER.resolve(name), NetworkUnits.OF_DATA);
        var rows = Files.readAllLines(FOLDER.resolve(name.replace(".onnx", ".csv")));
        assertThat(rows).hasSize(6);
        for (var row : rows.subList(1, rows.size())) {
            var numbers = Arrays.stream(row.split(",")).mapToDouble(Double::parseDouble).toArray();
            var outputs = TestGraph.outputs(imported, Arrays.copyOf(numbers, 4));
            for (var k = 0; k < outputs.length; k++) {
                assertThat(outputs[k]).isEqualTo(numbers[4 + k], within(4e-7));
            }
        }
    }
}
