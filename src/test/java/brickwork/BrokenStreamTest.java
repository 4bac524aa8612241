package brickwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brickwork.data.BrokenStreamException;
import brickwork.data.Dataset;
import brickwork.data.SampleStream;
import brickwork.engine.Cancellation;
import brickwork.engine.CancelledException;
import brickwork.model.ResourceLimits;
import brickwork.source.InvalidSpecException;
import brickwork.store.BrokenFileException;
import brickwork.store.RunFolder;
import brickwork.train.Ending;
import brickwork.train.TrainingResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stream that breaks, that is cancelled, or that asks for too much. */
class BrokenStreamTest {

    private static final int ROWS = 50;
    private static final String TEXT = "layer 1 -> 3 tanh -> 1 linear\nloss mse\ntrain 4 epochs batch 8 shuffle within 12";

    @TempDir
    private Path folder;

    private static SineRows whole() {
        return new SineRows(_ -> ROWS);
    }

    private static NeuralSpec spec() {
        return Brickwork.standard().compile(TEXT);
    }

    private static String undisturbed() {
        return spec().streaming(whole()).train().report().fingerprint();
    }

    private static Dataset held() {
        return Dataset.of(IntStream.range(0, ROWS).mapToObj(i -> new double[] {i / 10.0}).toArray(double[][]::new),
                IntStream.range(0, ROWS).mapToObj(i -> new double[] {Math.sin(i / 10.0)}).toArray(double[][]::new));
    }

    private void assertGoesOn() {
        var resumed = spec().streaming(whole()).train(spec().settings(), RunFolder.resuming(folder));
        assertThat(resumed.report().notes()).anyMatch(note -> note.startsWith("resumed"));
        assertThat(resumed.report().fingerprint()).isEqualTo(undisturbed())
                .isEqualTo(spec().withData(held()).train().report().fingerprint());
    }

    private static BrokenStreamException broken(SineRows rows, RunFolder run) {
        try {
            spec().streaming(rows).train(spec().settings(), run);
        } catch (BrokenStreamException broken) {
            assertThat(rows.closed).isEqualTo(rows.opened);
            return broken;
        }
        throw new AssertionError("the training came to its end");
    }

    /** With a run folder the second reading is for the digest of the samples. */
    @Test
    void endsEarlyInTheSecondEpochAndGoesOnFromThere() throws Exception {
        var broken = broken(new SineRows(reading -> reading == 3 ? 40 : ROWS), RunFolder.fresh(folder));

        assertThat(broken).hasMessage("row 41 of the stream: the source ended after 40 rows, but gave 50 when they were counted; "
                + "give the same rows whenever the stream is opened");
        assertThat(broken.row()).hasValue(40);
        assertGoesOn();
    }

    @Test
    void goesOnTooLongInTheSecondEpoch() throws Exception {
        var broken = broken(new SineRows(reading -> reading == 3 ? ROWS + 1 : ROWS), RunFolder.fresh(folder));

        assertThat(broken).hasMessageStartingWith("row 51 of the stream: the source goes on after 50 rows");
        assertGoesOn();
    }

    @Test
    void failsInTheSecondEpoch() throws Exception {
        var gone = new IOException("gone");
        var rows = new SineRows(_ -> ROWS) {
            @Override
            void next(int reading, int row) throws IOException {
                if (reading == 3 && row == 30) {
                    throw gone;
                }
            }
        };

        var broken = broken(rows, RunFolder.fresh(folder));

        assertThat(broken).hasCause(gone).hasMessageStartingWith("row 31 of the stream: the source failed: IOException: gone;");
        assertGoesOn();
    }

    @Test
    void failsInAnEvaluation() throws Exception {
        var text = TEXT + "\nstop when loss stalls 9 epochs";
        var rows = new SineRows(_ -> ROWS) {
            @Override
            void next(int reading, int row) {
                if (reading == 5 && row == 20) {
                    throw new IllegalStateException("no more");
                }
            }
        };
        var spec = Brickwork.standard().compile(text);

        assertThatThrownBy(() -> spec.streaming(rows).train(spec.settings(), RunFolder.fresh(folder)))
                .isInstanceOf(BrokenStreamException.class).hasMessageStartingWith("row 21 of the stream: the source failed");
        assertThat(rows.closed).isEqualTo(rows.opened);
        assertThat(spec.streaming(whole()).train(spec.settings(), RunFolder.resuming(folder)).report())
                .satisfies(report -> assertThat(report.epochs()).isEqualTo(4))
                .satisfies(report -> assertThat(report.history()).isEqualTo(spec.streaming(whole()).train().report().history()));
    }

    @Test
    void everyCursorIsClosed() {
        var rows = whole();

        spec().streaming(rows).train();

        assertThat(rows.opened).isGreaterThan(5);
        assertThat(rows.closed).isEqualTo(rows.opened);
    }

    @Test
    void anInterruptionWhileItReadsEndsAsCancelled() throws Exception {
        var rows = new SineRows(_ -> ROWS) {
            @Override
            void next(int reading, int row) throws IOException {
                if (reading == 3 && row == 30) {
                    throw new IOException("while waiting", new InterruptedException());
                }
            }
        };

        var outcome = spec().streaming(rows).train(spec().settings(), RunFolder.fresh(folder));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(((TrainingResult.Finished) outcome.result()).ending()).isEqualTo(new Ending.Cancelled(Cancellation.Reason.INTERRUPTED));
        assertThat(rows.closed).isEqualTo(rows.opened);
        assertGoesOn();
    }

    @Test
    void aRequestWhileItReadsEndsAsCancelled() {
        var token = Cancellation.onRequest();
        var rows = new SineRows(_ -> ROWS) {
            @Override
            void next(int reading, int row) {
                if (reading == 2 && row == 30) {
                    token.cancel();
                }
            }
        };

        var outcome = spec().withCancellation(token).streaming(rows).train();

        assertThat(((TrainingResult.Finished) outcome.result()).ending()).isEqualTo(new Ending.Cancelled(Cancellation.Reason.REQUESTED));
        assertThat(outcome.report().steps()).isEqualTo(10);
        assertThat(rows.closed).isEqualTo(rows.opened);
    }

    @Test
    void aRequestWhileRowsAreCountedIsThrown() {
        var token = Cancellation.onRequest();
        token.cancel();
        var rows = whole();

        assertThatThrownBy(() -> spec().withCancellation(token).streaming(rows).train()).isInstanceOf(CancelledException.class);
        assertThat(rows.closed).isEqualTo(rows.opened);
    }

    @Test
    void aCheckpointOfAnotherWindowIsAnotherTrainings() throws Exception {
        spec().streaming(whole()).train(spec().settings(), RunFolder.fresh(folder));

        assertThatThrownBy(
                () -> spec().streaming(whole()).withWindow(13).train(spec().settings(), RunFolder.resuming(folder)))
                .isInstanceOf(BrokenFileException.class).hasMessageContaining("it is of another training")
                .hasMessageContaining("shuffle within 12").hasMessageContaining("shuffle within 13");
    }

    @Test
    void limitsHoldForTheWindowAndNotForAllRows() {
        var small = ResourceLimits.standard().withMemory(200_000);
        var many = new SineRows(_ -> 100_000);
        var spec = Brickwork.standard().withLimits(small).compile(TEXT.replace("train 4", "train 1"));

        assertThat(spec.streaming(many).train().report().steps()).isEqualTo(12_500);
        assertThatThrownBy(() -> spec.streaming(many).withWindow(50_000).train()).isInstanceOf(InvalidSpecException.class)
                .hasMessageContaining("NN212").hasMessageContaining("data 1 MB").hasMessageContaining("a smaller window");
        assertThatThrownBy(() -> Brickwork.standard().withLimits(ResourceLimits.standard().withSamples(49)).compile(TEXT)
                .streaming(whole()).train()).isInstanceOf(InvalidSpecException.class)
                .hasMessageContaining("50 samples, and 49 are allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"train 4 epochs batch 8", "train 4 epochs shuffle"})
    void aShuffleOfAllIsRefused(String training) {
        var spec = Brickwork.standard().compile(TEXT.lines().limit(2).reduce("", (a, b) -> a + b + "\n") + training);

        assertThatIllegalArgumentException().isThrownBy(() -> spec.streaming(whole()).train()).withMessageContaining("shuffle within");
    }

    @Test
    void aSplitOfItsOwnOrderIsRefused() {
        var spec = Brickwork.standard().compile("split test 20%\n" + TEXT.replace("shuffle within 12", "in order"));

        assertThatIllegalArgumentException().isThrownBy(() -> spec.streaming(whole()).train()).withMessageContaining("split … in order");
    }

    @Test
    void widthsMustBeTheNetworks() {
        assertThatIllegalArgumentException().isThrownBy(() -> spec().streaming(SampleStream.ofRows(2, 1, Stream::empty)))
                .withMessageContaining("takes 1 inputs and gives 1 outputs a row, got a stream of 2 inputs and 1 targets");
        assertThatIllegalArgumentException().isThrownBy(() -> spec().streaming(whole().withClasses(List.of("a", "b", "c"))))
                .withMessageContaining("in 3 classes");
        assertThatExceptionOfType(InvalidSpecException.class)
                .isThrownBy(() -> Brickwork.standard().compile("layer 1 -> 1 linear\nloss mse").streaming(whole()).train())
                .withMessageContaining("train 100 epochs");
    }

    @Test
    void aLastBatchThatIsTooSmallIsRefusedBeforeAnyStep() {
        var spec = Brickwork.standard().compile("layer 1 -> 3 tanh norm -> 1 linear\nloss mse\ntrain 4 epochs batch 7 shuffle within 12");

        assertThatIllegalArgumentException().isThrownBy(() -> spec.streaming(whole()).train())
                .withMessageContaining("needs 2 samples at least, but a batch of each epoch has 1");
    }

    @Test
    void numbersBeyondThePrecisionAreRefusedBeforeAnyStep() {
        var large = SampleStream.ofRows(1, 1, () -> IntStream.range(0, 9).mapToObj(i -> new double[] {i == 5 ? 1e39 : i, 0}));

        assertThatThrownBy(() -> spec().streaming(large).train()).isInstanceOf(InvalidSpecException.class)
                .hasMessageContaining("row 6, input 1: 1.0E39 is beyond what f32 holds");
    }

    @Test
    void aTrainingOnAStreamIsExamined() {
        var health = spec().streaming(whole()).train().health();

        assertThat(health.latest().layers()).hasSize(2);
        assertThat(health.latest()).isEqualTo(spec().withData(held()).train().health().latest());
    }

    @Test
    void aDivergenceIsAResultHereToo() {
        var wild = Brickwork.standard().compile(TEXT.replace("train", "optimizer sgd rate 1e30\ntrain"));

        var streamed = wild.streaming(whole()).train().result();
        var held = wild.withData(held()).train().result();

        assertThat(streamed).isInstanceOf(TrainingResult.Diverged.class);
        assertThat(((TrainingResult.Diverged) streamed).message()).isEqualTo(((TrainingResult.Diverged) held).message());
        assertThat(((TrainingResult.Diverged) streamed).cure()).isEqualTo(((TrainingResult.Diverged) held).cure());
    }
}
