package brickwork.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The two small real sets in this package's resources; their README names their authors and terms. */
final class ShippedSource {

    private ShippedSource() {}

    /** 150 flowers, four lengths each. The file begins with the counts of rows and inputs and the names; a row ends with its class. */
    static SampleTable iris() {
        try (var stream = resource("iris.csv")) {
            var lines = lines(stream);
            var head = lines.getFirst().split(",");
            return table(lines.subList(1, lines.size()), List.of(head).subList(2, head.length));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** 1,797 pictures of digits, 8 × 8 grey values 0 to 16 each; the last field is the class. */
    static SampleTable digits() {
        try (var stream = new GZIPInputStream(resource("digits.csv.gz"))) {
            return table(lines(stream), List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SampleTable table(List<String> lines, List<String> names) {
        var labels = new int[lines.size()];
        var inputs = new double[lines.size()][];
        for (var i = 0; i < labels.length; i++) {
            var numbers = Arrays.stream(lines.get(i).split(",")).mapToDouble(Double::parseDouble).toArray();
            labels[i] = (int) numbers[numbers.length - 1];
            inputs[i] = Arrays.copyOf(numbers, numbers.length - 1);
        }
        var classes = names.isEmpty() ? Targets.Labels.numbered(labels) : new Targets.Labels(labels, names.size(), names);
        return new SampleTable(Cells.Doubles.of("the inputs", inputs), classes);
    }

    private static InputStream resource(String name) throws IOException {
        var stream = ShippedSource.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IOException(name + " is missing beside the classes of this package");
        }
        return stream;
    }

    private static List<String> lines(InputStream stream) {
        return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)).lines().toList();
    }
}
