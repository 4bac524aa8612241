package brickwork;

import static org.assertj.core.api.Assertions.assertThat;

import brickwork.data.SampleStream;
import brickwork.data.SampleTable;
import brickwork.engine.Cancellation;
import brickwork.kernel.KernelChoice;
import brickwork.random.RandomStream;
import brickwork.store.RunFolder;
import brickwork.train.Ending;
import brickwork.train.TrainingReport;
import brickwork.train.TrainingResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A network trained on a stream is, bit for bit, the one trained on the same samples in memory. */
class StreamTrainingTest {

    private static final int ROWS = 103;
    private static final double[][] INPUTS = drawn(3);
    private static final int[] LABELS = Arrays.stream(INPUTS).mapToInt(x -> x[0] + x[1] > 0.2 ? 1 : 0).toArray();
    private static final int[] THREE = Arrays.stream(INPUTS).mapToInt(x -> x[0] > 0.4 ? 2 : x[1] > 0 ? 1 : 0).toArray();
    private static final String TEXT = """
            %s
            layer 3 -> 7 tanh -> 1 sigmoid
            loss bce + l2 1e-3
            optimizer adam rate 0.02
            %s
            """;

    @TempDir
    private Path folder;

    private static double[][] drawn(int width) {
        var random = new RandomStream(5, "test");
        var rows = new double[ROWS][width];
        for (var row : rows) {
            Arrays.setAll(row, i -> random.nextGaussian() * (i + 1) + i);
        }
        return rows;
    }

    private static double[][] column(int[] labels) {
        return Arrays.stream(labels).mapToObj(label -> new double[] {label}).toArray(double[][]::new);
    }

    private static Stream<double[]> rows(double[][] inputs, double[][] targets) {
        return IntStream.range(0, inputs.length).mapToObj(i -> {
            var row = Arrays.copyOf(inputs[i], inputs[i].length + targets[i].length);
            System.arraycopy(targets[i], 0, row, inputs[i].length, targets[i].length);
            return row;
        });
    }

    private static SampleStream stream() {
        return SampleStream.ofRows(3, 1, () -> rows(INPUTS, column(LABELS)));
    }

    private static SampleTable table() {
        return SampleTable.ofReals(INPUTS, column(LABELS));
    }

    private static NeuralSpec spec(String head, String training) {
        return Brickwork.standard().compile(TEXT.formatted(head, training));
    }

    private static void assertSame(TrainingReport streamed, TrainingReport held) {
        assertThat(streamed.fingerprint()).isEqualTo(held.fingerprint());
        assertThat(streamed.history()).isEqualTo(held.history());
        assertThat(streamed.metrics()).isEqualTo(held.metrics());
        assertThat(streamed.steps()).isEqualTo(held.steps());
        assertThat(streamed.bestEpoch()).isEqualTo(held.bestEpoch());
    }

    private static void assertSame(NeuralSpec spec) {
        var held = spec.withData(table()).train();
        var streamed = spec.streaming(stream()).train();
        assertSame(streamed.report(), held.report());
        assertThat(streamed.trained().predict(1, 2, 3)).isEqualTo(held.trained().predict(1, 2, 3));
        assertThat(streamed.trained().classNames()).isEqualTo(held.trained().classNames());
    }

    @ParameterizedTest
    @CsvSource({"1, 8", "7, 8", "8, 8", "9, 4", "40, 13", "50, 50", "102, 10", "103, 10", "5000, 10", "20, 102", "20, 500"})
    void underAnyWindowAndBatch(int window, int batch) {
        assertSame(spec("", "train 3 epochs batch %d shuffle within %d".formatted(batch, window)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"train 3 epochs batch 8 in order", "train 3 epochs batch full", "train 3 epochs batch full in order",
            "train 3 epochs batch 1 in order", "train 3 epochs batch full shuffle within 5"})
    void inOrder(String training) {
        assertSame(spec("", training));
    }

    @ParameterizedTest
    @ValueSource(strings = {"scale standard", "scale minmax", "scale by 3", "split test 20%", "split test 20% validation 15%",
            "split test 20% in order", "split test 20% validation 10% stratified", "split test 10% stratified in order",
            "split test 30% validation 20%\nscale standard", "precision f64\nscale standard\nseed 11",
            "precision f64\nsplit test 20% validation 15%\nscale minmax\nseed 9",
            "split test 20% validation 20%\nstop when loss stalls 2 epochs keep best"})
    void splitScaledUnderEverySeed(String head) {
        assertSame(spec(head, "train 6 epochs batch 9 shuffle within 31"));
    }

    @Test
    void withPlateauAndStops() {
        var text = """
                split test 20% validation 20%
                scale standard
                layer 3 -> 7 tanh dropout 20% -> 1 sigmoid
                loss bce
                optimizer sgd rate 0.5 plateau 0.5 after 1 epochs
                train 20 epochs batch 9 shuffle within 20
                stop when accuracy >= 85% for 2 epochs
                stop when auc stalls 3 epochs keep best
                """;
        assertSame(Brickwork.standard().compile(text));
    }

    @Test
    void withClasses() {
        var text = """
                split test 20% stratified
                layer 3 -> 7 relu -> 3 softmax
                loss cross_entropy
                train 4 epochs batch 9 shuffle within 20
                """;
        var names = List.of("low", "middle", "high");
        var spec = Brickwork.standard().compile(text);

        var held = spec.withData(SampleTable.ofClasses(INPUTS, THREE, names)).train();
        var streamed = spec.streaming(SampleStream.ofRows(3, 1, () -> rows(INPUTS, column(THREE))).withClasses(names)).train();

        assertSame(streamed.report(), held.report());
        assertThat(streamed.trained().classNames()).isEqualTo(names);
    }

    @ParameterizedTest
    @ValueSource(strings = {"f32", "f64"})
    void withEveryKernelSetAndThreads(String precision) {
        var spec = spec("precision " + precision + "\nscale standard", "train 3 epochs batch 8 shuffle within 20");
        var held = spec.withData(table()).train().report();
        var scalar = spec.withKernels(KernelChoice.best().scalarFirst());
        var threads = Brickwork.standard().withThreads(2).compile(spec.text().text());

        assertSame(scalar.streaming(stream()).train().report(), held);
        assertSame(threads.streaming(stream()).train().report(), held);
    }

    /** Names of classes in a file, and whole numbers, which are classes only where the program says so. */
    @Test
    void onACsvFile() throws IOException {
        var names = List.of("low", "middle", "high");
        var rows = IntStream.range(0, ROWS).mapToObj(i -> INPUTS[i][0] + "," + names.get(THREE[i]) + "," + INPUTS[i][2] + "," + THREE[i]);
        var file = Files.write(folder.resolve("rows.csv"),
                Stream.concat(Stream.of("a,kind,c,number"), rows).toList());
        var text = """
                data csv "rows.csv" target %s features a, c
                split test 20%% stratified
                scale minmax
                layer 2 -> 7 relu -> 3 softmax
                loss cross_entropy
                train 4 epochs batch 9 shuffle within 20
                """;
        var brickwork = Brickwork.standard().withFolder(folder);
        var byName = brickwork.compile(text.formatted("kind"));
        var byNumber = brickwork.compile(text.formatted("number"));
        var features = List.of("a", "c");

        var named = byName.streaming(SampleStream.ofCsv(file, List.of("kind"), features)).train();
        var numbered = byNumber.streaming(SampleStream.ofCsv(file, List.of("number"), features).withClasses(List.of("0", "1", "2")))
                .train();

        assertSame(named.report(), byName.train().report());
        assertThat(named.trained().classNames()).isEqualTo(byName.train().trained().classNames());
        assertSame(numbered.report(), byNumber.train().report());
    }

    @Test
    void aWindowCanBeGivenByTheProgram() {
        var plain = spec("split test 20%", "train 3 epochs batch 8");
        var windowed = spec("split test 20%", "train 3 epochs batch 8 shuffle within 20");

        assertSame(plain.streaming(stream()).withWindow(20).train().report(), windowed.withData(table()).train().report());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 5, 13, 14, 20, 38})
    void goesOnWithinAnEpoch(long steps) throws Exception {
        var spec = spec("split test 10% validation 10%\nscale standard",
                "train 4 epochs batch 8 shuffle within 11\nstop when loss stalls 9 epochs keep best");
        var whole = spec.withData(table()).train().report();
        var cut = spec.withCancellation(Cancellation.afterSteps(steps)).streaming(stream());
        var fresh = spec.withCancellation(Cancellation.afterSteps(steps));

        var cancelled = cut.train(fresh.settings(), RunFolder.fresh(folder));
        var ending = ((TrainingResult.Finished) cancelled.result()).ending();
        assertThat(ending).isEqualTo(new Ending.Cancelled(Cancellation.Reason.STEPS));
        assertThat(cancelled.report().steps()).isEqualTo(steps);

        assertSame(spec.streaming(stream()).train(spec.settings(), RunFolder.resuming(folder)).report(), whole);
    }

    @Test
    void aRunGoesFromMemoryToAStreamAndBack() throws Exception {
        var spec = spec("split test 10% validation 10%\nscale standard", "train 6 epochs batch 8 shuffle within 11");
        var whole = spec.withData(table()).train().report();
        var held = spec.withData(table());
        var first = held.withCancellation(Cancellation.afterSteps(17)).settings();
        var second = held.withCancellation(Cancellation.afterSteps(17)).settings();

        held.train(held.data().orThrow(), first, RunFolder.fresh(folder));
        spec.streaming(stream()).train(second, RunFolder.resuming(folder));

        assertSame(held.train(held.data().orThrow(), held.settings(), RunFolder.resuming(folder)).report(), whole);
    }
}
