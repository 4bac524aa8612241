package brickwork.data;

import static brickwork.data.Sources.SOFTMAX;
import static org.assertj.core.api.Assertions.assertThat;

import brickwork.check.DataCatalog.Answer;
import brickwork.check.DataCatalog.Targets;
import brickwork.source.Code;
import brickwork.source.Diagnostic;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxSourceTest {

    private static final byte[] IMAGES = idx(8, new int[] {3, 2, 2}, 0, 1, 2, 255, 4, 5, 6, 7, 128, 9, 10, 11);
    private static final byte[] LABELS = idx(8, new int[] {3}, 2, 0, 1);

    @TempDir
    private Path folder;

    @Test
    void imagesBecomeRowsAndLabelsClasses() throws IOException {
        write(IMAGES, LABELS);
        assertWhole();
    }

    @Test
    void packedFilesAreReadWhateverTheirName() throws IOException {
        write(gzip(IMAGES), gzip(LABELS));
        assertWhole();
    }

    @Test
    void theyAreDescribed() throws IOException {
        write(IMAGES, LABELS);
        assertThat(Sources.in(folder).describe(Sources.idx("images", "labels")))
                .isEqualTo(new Answer.Known(3, 4, new Targets.Classes(3), true, 0, 2, true));
    }

    @Test
    void countsMustAgree() throws IOException {
        write(IMAGES, idx(8, new int[] {2}, 1, 0));
        var fault = fault();
        assertThat(fault.code()).isEqualTo(Code.NN205);
        assertThat(fault.message()).isEqualTo("images holds 3 images, but labels holds 2 labels");
        assertThat(Sources.place(fault)).isEqualTo("labels");
    }

    @Test
    void exchangedFilesAreRecognised() throws IOException {
        write(LABELS, IMAGES);
        var fault = fault();
        assertThat(fault.message()).isEqualTo("images holds labels, not images (its number of dimensions is 1)");
        assertThat(fault.help()).contains("see that images and labels are not exchanged");
    }

    @Test
    void otherValuesThanUnsignedBytesAreRefused() throws IOException {
        write(idx(13, new int[] {1, 1, 1}, 0, 0, 0, 0), LABELS);
        assertThat(fault().code()).isEqualTo(Code.NN207);
    }

    @Test
    void otherFilesAndOtherLengthsAreRefused() throws IOException {
        write("P5 2 2 255".getBytes(StandardCharsets.US_ASCII), LABELS);
        assertThat(fault().message()).isEqualTo("images is broken: it does not begin as an idx file does");
        write(Arrays.copyOf(IMAGES, IMAGES.length + 1), LABELS);
        assertThat(fault().message()).isEqualTo("images is broken: it goes on after its 12 values");
        write(Arrays.copyOf(IMAGES, IMAGES.length - 1), LABELS);
        assertThat(fault().message()).isEqualTo("images is broken: it ends after 11 of 12 values");
        write(idx(8, new int[] {0, 2, 2}), LABELS);
        assertThat(fault().code()).isEqualTo(Code.NN206);
    }

    @Test
    void aSmallFileCannotAskForMuchMemory() throws IOException {
        write(idx(8, new int[] {-1, -1, -1}), LABELS);
        assertThat(fault().code()).isEqualTo(Code.NN203);
        write(gzip(idx(8, new int[] {2_000_000_000, 1, 1})), LABELS);
        assertThat(fault().code()).isEqualTo(Code.NN203);
    }

    @Test
    void aPackedFileThatIsCutIsRefused() throws IOException {
        var packed = gzip(IMAGES);
        for (var length = 2; length < packed.length; length++) {
            write(Arrays.copyOf(packed, length), LABELS);
            assertThat(fault().code()).isEqualTo(Code.NN203);
        }
    }

    private void assertWhole() {
        var network = Sources.network(Sources.idx("images", "labels"), 4, 3, SOFTMAX).network();
        var train = Sources.success(Sources.in(folder).prepare(network)).train();
        assertThat(Sources.inputs(train)).isDeepEqualTo(new double[][] {{0, 1, 2, 255}, {4, 5, 6, 7}, {128, 9, 10, 11}});
        assertThat(Sources.labels(train)).containsExactly(2, 0, 1);
    }

    private void write(byte[] images, byte[] labels) throws IOException {
        Files.write(folder.resolve("images"), images);
        Files.write(folder.resolve("labels"), labels);
    }

    private Diagnostic fault() {
        return Sources.onlyFault(Sources.in(folder).prepare(Sources.network(Sources.idx("images", "labels"), 4, 3, SOFTMAX).network()));
    }

    static byte[] idx(int type, int[] dimensions, int... values) {
        var buffer = ByteBuffer.allocate(4 + 4 * dimensions.length + values.length);
        buffer.put((byte) 0).put((byte) 0).put((byte) type).put((byte) dimensions.length);
        Arrays.stream(dimensions).forEach(buffer::putInt);
        Arrays.stream(values).forEach(value -> buffer.put((byte) value));
        return buffer.array();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }
}
