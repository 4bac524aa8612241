package brickwork.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import brickwork.Brickwork;
import brickwork.data.BrokenStreamException;
import brickwork.data.SampleStream;
import brickwork.data.SampleTable;
import brickwork.model.DatasetPart;
import brickwork.model.Metric;
import brickwork.store.RunFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The blocks of the page about embedding that stream samples, compiled and run. */
class EmbeddedStreamTest {

    private static final String TEXT = """
            layer 2 -> 8 tanh -> 1 sigmoid
            loss bce
            optimizer adam rate 0.01
            train 3 epochs batch 32
            """;

    @TempDir
    private Path folder;

    private final List<String> log = new ArrayList<>();

    private static Stream<String> lines(Path file) {
        try {
            return Files.lines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double[] numbers(String line) {
        return Arrays.stream(line.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    record Grid(int inputs, int targets) implements SampleStream {
        @Override
        public Cursor open() {
            return new Cursor() {
                private int row;

                @Override
                public boolean next(double[] inputs, double[] targets) {
                    inputs[0] = row % 100 / 50.0 - 1;
                    inputs[1] = row / 100 / 50.0 - 1;
                    targets[0] = inputs[0] > inputs[1] ? 1 : 0;
                    return row++ < 10_000;
                }
            };
        }
    }

    @Test
    void trainsOnLinesOfAFile() throws Exception {
        var brickwork = Brickwork.standard();
        var rows = IntStream.range(0, 2000).mapToObj(i -> i % 40 / 20.0 + " " + i / 40 / 25.0 + " " + (i % 40 > 20 ? 1 : 0)).toList();
        var file = Files.write(folder.resolve("rows.txt"), rows);

        var stream = SampleStream.ofRows(2, 1, () -> lines(file).map(line -> numbers(line)));
        var spec = brickwork.compile("""
                split test 20%
                scale standard
                layer 2 -> 8 tanh -> 1 sigmoid
                loss bce
                train 5 epochs batch 32 shuffle within 5_000
                """);
        var outcome = spec.streaming(stream).train();

        assertTrue(outcome.report().metrics().get(DatasetPart.TEST).value(Metric.ACCURACY).orElseThrow() > 0.8);
        assertEquals(spec.withData(SampleTable.collect(stream)).train().report().fingerprint(), outcome.report().fingerprint());
    }

    @Test
    void trainsOnASourceOfItsOwn() {
        var outcome = Brickwork.standard().compile(TEXT).streaming(new Grid(2, 1)).withWindow(2_000).train();

        assertTrue(outcome.report().metrics().get(DatasetPart.TRAIN).value(Metric.ACCURACY).orElseThrow() > 0.9);
    }

    @Test
    void readsCsvClassesAndWhatIsReadOnce() throws Exception {
        var file = Files.writeString(folder.resolve("a.csv"), "length,colour,width,species\n1,3,2,b\n2,3,4,a\n");
        var blocks = List.of(new double[][] {{1, 2, 0}, {3, 4, 1}}, new double[][] {{5, 6, 1}});
        var once = Stream.of(new double[] {1, 2, 3});

        var ofFile = SampleStream.ofCsv(file, List.of("species"), List.of("length", "width"));
        var ofClasses = SampleStream.ofBlocks(2, 1, () -> blocks.stream()).withClasses(List.of("no", "yes"));
        var table = SampleTable.collect(SampleStream.ofRows(2, 1, () -> once));

        assertEquals(List.of("a", "b"), ofFile.classNames());
        assertEquals(2, SampleTable.collect(ofFile).rows());
        assertEquals(3, SampleTable.collect(ofClasses).rows());
        assertEquals(1, table.rows());
    }

    @Test
    void goesOnAfterTheStreamBroke() throws Exception {
        var spec = Brickwork.standard().compile(TEXT);
        var readings = new AtomicInteger();
        var whole = IntStream.range(0, 3000).mapToObj(i -> new double[] {i % 50, i % 7, i % 2}).toList();
        var stream = SampleStream.ofRows(2, 1, () -> whole.stream().limit(readings.incrementAndGet() == 4 ? 2_500 : 3_000));

        var training = spec.streaming(stream).withWindow(1_000);
        try {
            training.train(spec.settings(), RunFolder.fresh(folder));
        } catch (BrokenStreamException broken) {
            log.add(broken.getMessage());
            training.train(spec.settings(), RunFolder.resuming(folder));
        }

        assertEquals(1, log.size());
        assertTrue(log.getFirst().startsWith("row 2501 of the stream: the source ended after 2500 rows"), log::toString);
    }
}
