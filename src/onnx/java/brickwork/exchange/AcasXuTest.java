package brickwork.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import brickwork.data.FittedScaling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The 45 networks ACAS Xu (github.com/guykatzz/ReluplexCav2017) and the points that are known to violate a property of them, with their
 * margins as others computed them in double precision. The folder is named by {@code -Dacasxu}.
 */
class AcasXuTest {

    private static final Path FOLDER = Path.of(System.getProperty("acasxu", "../shared/data/acasxu"));

    private static ImportedModel network(String name, NetworkUnits units) throws IOException {
        return ModelImport.read(FOLDER.resolve("nnet").resolve(name.replace(".onnx", ".nnet")), units);
    }

    @Test
    void allOfThemAreReadAndSpeakInEitherUnits() throws IOException {
        var random = new SplittableRandom(1);
        var names = IntStream.rangeClosed(1, 5).boxed().flatMap(i -> IntStream.rangeClosed(1, 9)
                .mapToObj(j -> "ACASXU_run2a_" + i + "_" + j + "_batch_2000.nnet")).toList();
        for (var name : names) {
            var bare = network(name, NetworkUnits.NORMALISED);
            var whole = network(name, NetworkUnits.OF_DATA);
            assertThat(bare.model().network().parameters()).isEqualTo(13_305);
            assertThat(bare.model().scaling()).isEqualTo(FittedScaling.NONE);
            var inputs = random.doubles(5, -0.3, 0.3).toArray();
            var raw = inputs.clone();
            var scaling = whole.model().scaling();
            Arrays.setAll(raw, i -> inputs[i] * scaling.divisors()[i] + scaling.shifts()[i]);
            var normalised = TestGraph.outputs(bare, inputs);
            var ofData = TestGraph.outputs(whole, raw);
            for (var k = 0; k < 5; k++) {
                assertThat(ofData[k]).isEqualTo(normalised[k] * 373.94992 + 7.5188840201005975, within(1e-3));
            }
        }
        assertThat(names).hasSize(45);
    }

    @Test
    void knownViolationsHaveTheirKnownMargins() throws IOException {
        var worst = 0.0;
        var lines = Files.readAllLines(FOLDER.resolve("witness_in_box.csv"));
        for (var line : lines.subList(1, lines.size())) {
            var cells = line.split(",");
            var inputs = Arrays.stream(cells, 4, 9).mapToDouble(Double::parseDouble).toArray();
            var outputs = TestGraph.outputs(network(cells[0], NetworkUnits.NORMALISED), inputs);
            var margin = property(cells[1]).applyAsDouble(outputs);
            worst = Math.max(worst, Math.abs(margin - Double.parseDouble(cells[2])));
        }
        System.out.println((lines.size() - 1) + " margins in f32: at most " + worst + " off those in f64");
        assertThat(lines).hasSize(48);
        assertThat(worst).isLessThan(1e-6);
    }

    /** By how much a property is violated. */
    private static ToDoubleFunction<double[]> property(String name) {
        return switch (name) {
            case "prop_2.vnnlib" -> y -> others(y, 0).map(other -> y[0] - other).min().orElseThrow();
            case "prop_3.vnnlib", "prop_4.vnnlib" -> y -> others(y, 0).map(other -> other - y[0]).min().orElseThrow();
            case "prop_7.vnnlib" -> y -> Math.min(y[0], Math.min(y[1], y[2])) - Math.min(y[3], y[4]);
            case "prop_8.vnnlib" -> y -> Math.min(y[0], y[1]) - Math.min(y[2], Math.min(y[3], y[4]));
            case String other -> throw new AssertionError("no such property is known: " + other);
        };
    }

    private static DoubleStream others(double[] y, int without) {
        return IntStream.range(0, y.length).filter(k -> k != without).mapToDouble(k -> y[k]);
    }
}
