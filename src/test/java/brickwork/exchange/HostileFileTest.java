package brickwork.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brickwork.model.Precision;
import brickwork.store.BrokenFileException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Broken and hostile files are refused by the one declared exception, or read as the network that they are then. */
class HostileFileTest {

    private static final Path FILE = Path.of("hostile.onnx");
    private static final String NNET = """
            // by hand
            2,2,1,3,
            2,3,1,
            0,
            0,0,
            1,1,
            0.5,0.5,2,
            1,1,4,
            1,2,
            3,4,
            5,6,
            1,
            2,
            3,
            1,2,3,
            -1,
            """;

    @TempDir
    private Path folder;

    private interface Reading {
        ImportedModel read(byte[] bytes);
    }

    /** Whether it is refused; a message is short and names the file. */
    private static boolean isRefused(byte[] bytes, Reading reading) {
        try {
            assertThat(reading.read(bytes).model().network().outputs()).isPositive();
            return false;
        } catch (BrokenFileException refused) {
            assertThat(refused.getMessage()).startsWith("hostile.").hasSizeLessThan(600);
            return true;
        }
    }

    private static boolean isRefused(byte[] onnx) {
        return isRefused(onnx, bytes -> OnnxImport.read(FILE, bytes));
    }

    private static boolean isRefusedNnet(byte[] nnet) {
        return isRefused(nnet, bytes -> NnetImport.read(Path.of("hostile.nnet"), bytes, NetworkUnits.OF_DATA));
    }

    private static byte[] model() throws IOException {
        return OnnxRoundTripTest.bytes(RandomModels.any(new SplittableRandom(5), Precision.F32));
    }

    private static byte[] small() {
        return TestGraph.of(2).constant("w", List.of(2L, 2L), 1, 2, 3, 4).constant("b", List.of(2L), 1, 2).constant("s", List.of(2L), 1, 2)
                .node("d = Sub x s").node("z = Gemm d w b", TestGraph.whole("transB", 1)).node("a = Sigmoid z").node("y = Mul z a").bytes();
    }

    private static byte[] bytes(MessageWriter message) throws IOException {
        var bytes = new ByteArrayOutputStream();
        message.writeTo(bytes);
        return bytes.toByteArray();
    }

    @Test
    void filesThatEndEarlyAreRefused() throws IOException {
        var whole = small();
        for (var length = 0; length < whole.length; length++) {
            assertThat(isRefused(Arrays.copyOf(whole, length))).as("%s of %s bytes", length, whole.length)
                    .isTrue();
        }
        assertThat(isRefused(whole)).isFalse();
    }

    @Test
    void everyFlippedBitIsRefusedOrReadAsWhatItIsThen() {
        var whole = small();
        for (var bit = 0; bit < 8 * whole.length; bit++) {
            whole[bit / 8] ^= (byte) (1 << bit % 8);
            isRefused(whole);
            whole[bit / 8] ^= (byte) (1 << bit % 8);
        }
        assertThat(isRefused(whole)).isFalse();
    }

    @Test
    void everyByteMayBeAnything() throws IOException {
        var whole = model();
        var random = new SplittableRandom(11);
        for (var attempt = 0; attempt < 5_000; attempt++) {
            var changed = whole.clone();
            for (var change = random.nextInt(1, 6); change > 0; change--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            }
            isRefused(random.nextBoolean() ? changed : Arrays.copyOf(changed, random.nextInt(changed.length)));
        }
        for (var attempt = 0; attempt < 5_000; attempt++) {
            var noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            isRefused(noise);
        }
    }

    @Test
    void hugeLengthsTakeNoMemory() throws IOException {
        var tensor = new MessageWriter().number(OnnxFields.Tensor.EXTENT, 1L << 40).number(OnnxFields.Tensor.EXTENT, 1L << 40)
                .number(OnnxFields.Tensor.TYPE, 1).text(OnnxFields.Tensor.NAME, "w")
                .numbers(OnnxFields.Tensor.RAW, Precision.F32, new double[1]);
        var graph = new MessageWriter().message(OnnxFields.Graph.INITIALIZER, tensor);
        assertThatThrownBy(() -> OnnxImport.read(FILE, bytes(new MessageWriter().message(OnnxFields.Model.GRAPH, graph))))
                .isInstanceOf(BrokenFileException.class)
                .hasMessageContaining("\"w\" should have 2147483647 numbers after its shape, and has 1");
        var wide = "2,100000000,1,100000000,\n100000000,1,1,\n";
        assertThatThrownBy(() -> NnetImport.read(FILE, wide.getBytes(StandardCharsets.US_ASCII), NetworkUnits.OF_DATA))
                .hasMessageContaining("line 2: the network would have 100000003 weights and biases, and 0 bytes are left");
    }

    /** One constant that thousands of nodes use would be as many layers. */
    @Test
    void aSmallFileMakesNoLargeNetwork() {
        var graph = TestGraph.of(300).constant("w", List.of(300L, 300L), new double[300 * 300]);
        for (var i = 0; i < 100; i++) {
            graph.node((i == 99 ? "y" : "v" + i) + " = MatMul " + (i == 0 ? "x" : "v" + (i - 1)) + " w");
        }
        assertThatThrownBy(graph::read).hasMessageContaining("with it the network has more than 4,284,304 weights and biases");
    }

    @Test
    void manySmallPartsAreRefused() throws IOException {
        var graph = new MessageWriter();
        for (var i = 0; i < 1_000_001; i++) {
            graph.message(OnnxFields.Graph.NODE, new MessageWriter());
        }
        assertThatThrownBy(() -> OnnxImport.read(FILE, bytes(new MessageWriter().message(OnnxFields.Model.GRAPH, graph))))
                .hasMessageContaining("the model has more than 1000000 nodes, names and tensors");
    }

    @Test
    void deepNestingIsNotFollowed() throws IOException {
        var nested = new MessageWriter().text(OnnxFields.Attribute.NAME, "body");
        for (var depth = 0; depth < 2_000; depth++) {
            var attribute = new MessageWriter().text(OnnxFields.Attribute.NAME, "body").message(6, new MessageWriter()
                    .message(OnnxFields.Graph.NODE, new MessageWriter().message(OnnxFields.Node.ATTRIBUTE, nested)));
            nested = attribute;
        }
        var node = new MessageWriter().text(OnnxFields.Node.OPERATOR, "Loop").message(OnnxFields.Node.ATTRIBUTE, nested);
        var graph = new MessageWriter().message(OnnxFields.Graph.NODE, node);
        assertThat(isRefused(bytes(new MessageWriter().message(OnnxFields.Model.GRAPH, graph)))).isTrue();
    }

    @Test
    void fieldsOfAnotherKindAreRefused() throws IOException {
        assertThatThrownBy(() -> OnnxImport.read(FILE, bytes(new MessageWriter().number(OnnxFields.Model.GRAPH, 5))))
                .hasMessage("hostile.onnx: at byte 0: field 7 of the model is a varint, and should be a length and as many bytes; "
                        + "write or copy the file again");
        var twice = new MessageWriter().message(OnnxFields.Model.GRAPH, new MessageWriter()).message(OnnxFields.Model.GRAPH,
                new MessageWriter());
        assertThatThrownBy(() -> OnnxImport.read(FILE, bytes(twice))).hasMessageContaining("at byte 2: a second graph");
    }

    @Test
    void numbersElsewhereAreRefused() throws IOException {
        var outside = new MessageWriter().number(OnnxFields.Tensor.TYPE, 1).text(OnnxFields.Tensor.NAME, "w")
                .message(OnnxFields.Tensor.EXTERNAL, new MessageWriter().text(1, "location").text(2, "/etc/passwd"))
                .number(OnnxFields.Tensor.LOCATION, 1);
        var graph = new MessageWriter().message(OnnxFields.Graph.INITIALIZER, outside);
        assertThatThrownBy(() -> OnnxImport.read(FILE, bytes(new MessageWriter().message(OnnxFields.Model.GRAPH, graph))))
                .hasMessageContaining(
                        "the numbers of a tensor stand in another file, which is not read; save the model with all its data in one file");
    }

    @Test
    void numbersAsFieldsAreReadPackedOrNot() throws IOException {
        var packed = new MessageWriter().number(OnnxFields.Tensor.EXTENT, 2).number(OnnxFields.Tensor.EXTENT, 1)
                .number(OnnxFields.Tensor.TYPE, 1).text(OnnxFields.Tensor.NAME, "w")
                .numbers(OnnxFields.Tensor.FLOATS, Precision.F32, new double[] {3, 4});
        var single = new MessageWriter().number(OnnxFields.Tensor.EXTENT, 1).number(OnnxFields.Tensor.TYPE, 1)
                .text(OnnxFields.Tensor.NAME, "b").single(OnnxFields.Tensor.FLOATS, 5);
        var appended = new MessageWriter().message(OnnxFields.Model.GRAPH, new MessageWriter()
                .message(OnnxFields.Graph.INITIALIZER, packed).message(OnnxFields.Graph.INITIALIZER, single)
                .message(OnnxFields.Graph.NODE, new MessageWriter().text(1, "x").text(1, "w").text(1, "b").text(2, "y").text(4, "Gemm"))
                .message(OnnxFields.Graph.INPUT, new MessageWriter().text(1, "x").message(2, new MessageWriter().message(1,
                        new MessageWriter().number(1, 1).message(2, new MessageWriter().message(1, new MessageWriter().text(2, "n"))
                                .message(1, new MessageWriter().number(1, 2))))))
                .message(OnnxFields.Graph.OUTPUT, new MessageWriter().text(1, "y")))
                .message(OnnxFields.Model.OPERATOR_SET, new MessageWriter().number(2, 17));
        assertThat(TestGraph.outputs(OnnxImport.read(FILE, bytes(appended)), 1, 2)).containsExactly(16);
    }

    @Test
    void nnetFilesThatEndEarlyOrAreChangedAreRefused() {
        var whole = NNET.getBytes(StandardCharsets.US_ASCII);
        assertThat(isRefusedNnet(whole)).isFalse();
        for (var length = 0; length < NNET.lastIndexOf('-'); length++) {
            assertThat(isRefusedNnet(Arrays.copyOf(whole, length))).as("%s bytes", length).isTrue();
        }
        for (var bit = 0; bit < 8 * whole.length; bit++) {
            whole[bit / 8] ^= (byte) (1 << bit % 8);
            isRefusedNnet(whole);
            whole[bit / 8] ^= (byte) (1 << bit % 8);
        }
    }

    @Test
    void filesThatCannotBeReadAreRefused() throws IOException {
        var folders = Files.createDirectory(folder.resolve("net.onnx"));
        assertThatThrownBy(() -> ModelImport.read(folders, NetworkUnits.OF_DATA)).isInstanceOf(BrokenFileException.class)
                .hasMessage(folders + ": it is a folder; name a file");
        assertThatThrownBy(() -> ModelImport.read(folder.resolve("none.nnet"), NetworkUnits.OF_DATA))
                .hasMessageEndingWith(": there is no such file; check the path");
        assertThatThrownBy(() -> ModelImport.read(folder.resolve("net.h5"), NetworkUnits.OF_DATA))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("expected a file .onnx or .nnet");
    }
}
