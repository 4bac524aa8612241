package brickwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brickwork.data.Dataset;
import brickwork.data.SampleStream;
import brickwork.data.SampleTable;
import brickwork.engine.Cancellation;
import brickwork.engine.Parameters;
import brickwork.model.Specification;
import brickwork.source.InvalidSpecException;
import brickwork.source.Outcome;
import brickwork.source.SourceText;
import brickwork.store.BrokenFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the values of the API say of themselves, of files with faults, and of what is missing. */
class OneLineTest {

    private static final Brickwork BRICKWORK = Brickwork.standard();
    private static final NeuralSpec SPEC = BRICKWORK.compile("""
            network corners
            precision f64
            data xor
            scale standard
            layer 2 -> 3 leaky_relu 0.1 -> 1 sigmoid
            loss bce
            train 5 epochs
            """);

    @Test
    void aValueIsToldInOneLine() {
        assertThat(SPEC).hasToString("spec corners: 2 -> 3 leaky_relu 0.1 -> 1 sigmoid, 13 parameters, f64, trains 5 epochs");
        var outcome = SPEC.train();
        assertThat(outcome).hasToString(
                "training of corners: 2 -> 3 leaky_relu 0.1 -> 1 sigmoid, 13 parameters, f64: finished after 5 epochs");
        assertThat(outcome.trained())
                .hasToString("network corners: 2 -> 3 leaky_relu 0.1 -> 1 sigmoid, 13 parameters, f64, inputs scaled, 2 classes");
    }

    @Test
    void aDeepNetworkIsToldByItsEnds() {
        assertThat(BRICKWORK.compile("layer 2 -> 3 relu; repeat 9000 { layer 3 relu }; layer 3 -> 1 linear; loss mse").toString())
                .contains("(8,994 more) -> 1 linear").hasSizeLessThan(200);
    }

    @Test
    void theEndOfATrainingIsTold() {
        assertThat(SPEC.withCancellation(Cancellation.afterSteps(2)).train().toString())
                .endsWith(": cancelled after 2 epochs: its training steps were used up");
        assertThat(BRICKWORK.compile("data xor; layer 2 -> 1 linear; loss mse; optimizer sgd rate 1e30; train 9 epochs").train().toString())
                .contains(": training diverged in epoch");
    }

    @Test
    void theFaultsOfAFileAreValues(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("three.nn"), "layer 2 -> 1 sigmod\nloss bc\n");
        assertThat(BRICKWORK.compile(file)).isInstanceOf(Outcome.Failure.class);
        assertThat(BRICKWORK.compile(file).diagnostics()).hasSize(2).allMatch(fault -> fault.source().name().equals(file.toString()));
        assertThatThrownBy(() -> BRICKWORK.load(file)).isInstanceOf(InvalidSpecException.class);
    }

    @Test
    void aFileThatIsNoTextIsRefusedByName(@TempDir Path folder) throws IOException {
        var file = Files.write(folder.resolve("latin.nn"), new byte[] {'#', '\n', '#', ' ', (byte) 0xe4, '\n'});
        assertThatThrownBy(() -> BRICKWORK.compile(file)).isInstanceOf(BrokenFileException.class)
                .hasMessageContaining("latin.nn: line 2, at byte 4, is not UTF-8");
    }

    static Stream<ThrowingCallable> missing() {
        var network = SPEC.train().trained();
        return Stream.of(
                () -> BRICKWORK.compile((String) null), () -> BRICKWORK.compile((SourceText) null), () -> BRICKWORK.compile((Path) null),
                () -> BRICKWORK.load(null), () -> BRICKWORK.loadModel((Path) null), () -> BRICKWORK.withFolder(null),
                () -> BRICKWORK.withAnyFile(null), () -> BRICKWORK.withSource("s", null), () -> BRICKWORK.withConstant(null, 1),
                () -> BRICKWORK.withKernels(null), () -> BRICKWORK.withEngines(null), () -> BRICKWORK.withCancellation(null),
                () -> BRICKWORK.withLimits(null), () -> SPEC.withKernels(null), () -> SPEC.withCancellation(null),
                () -> SPEC.withInitial(null), () -> SPEC.withData((Dataset) null), () -> SPEC.withData((SampleTable) null),
                () -> SPEC.train(null), () -> SPEC.train(null, SPEC.settings()), () -> TrainedNetwork.load((Path) null),
                () -> TrainedNetwork.of(SPEC, null), () -> TrainedNetwork.of((NeuralSpec) null, new Parameters(null, List.of())),
                () -> network.save((Path) null), () -> network.predict((double[]) null), () -> network.predictAll((double[][]) null),
                () -> network.predict((Path) null), () -> network.predict(new double[2], null), () -> network.withScaling(null),
                () -> network.withClassNames(null), () -> network.evaluate((Dataset) null), () -> network.evaluate(null, new double[1][1]),
                () -> network.evaluate((SampleStream) null), () -> SPEC.streaming(null), () -> SampleTable.collect(null),
                () -> SampleStream.ofRows(2, 1, null), () -> SampleStream.ofBlocks(2, 1, null),
                () -> SampleStream.ofIterators(2, 1, null), () -> SampleStream.ofCsv(null, List.of("y"), List.of()),
                () -> SampleStream.ofCsv(Path.of("a.csv"), null, List.of()),
                () -> SampleStream.ofRows(2, 1, Stream::empty).withClasses(null), () -> network.classOf(null),
                () -> new SourceText("x", null), () -> new SourceText(null, ""),
                () -> Dataset.of(null, new double[1][1]), () -> Dataset.of(new double[1][1], null),
                () -> Dataset.of(new double[1][1], new double[][] {null}), () -> SampleTable.ofClasses(new double[1][1], null, null),
                () -> SampleTable.ofClasses(new double[1][1], new int[1], null), () -> SPEC.settings().withObserver(null),
                () -> SPEC.settings().withInitial(null), () -> SPEC.train(SPEC.data().orThrow(), null),
                () -> SPEC.train(SPEC.data().orThrow(), SPEC.settings(), null), () -> BRICKWORK.compile((SpecBuilder) null),
                () -> BRICKWORK.compile((Specification) null));
    }

    @ParameterizedTest
    @MethodSource("missing")
    void whatIsMissingIsNamed(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(NullPointerException.class).hasMessageContaining("needed, got null");
    }
}
