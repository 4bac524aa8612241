package brickwork.data;

import static brickwork.data.Sources.SIGMOID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import brickwork.check.DataCatalog.Answer;
import brickwork.model.DataSource;
import brickwork.random.RandomStream;
import brickwork.source.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a file holds, the answer is samples or a fault: never an exception. */
class HostileFileTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void labels() throws IOException {
        Files.write(folder.resolve("labels"), IdxSourceTest.idx(8, new int[] {2}, 0, 1));
    }

    private record Sample(String name, byte[] bytes, DataSource source) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Sample> samples() {
        var archive = new NumPy().with("x", "<f4", "3, 1", 1, 2, 3).with("y", "|u1", "3,", 0, 1, 0);
        var npz = Sources.npz("data", "x", "y");
        var csv = "\"first, column\";b;kind\r\n1;-2.5e3;\"x \"\"y\"\"\"\r\n.5;4;z\r\n".getBytes(StandardCharsets.UTF_8);
        return Stream.of(new Sample("stored npz", archive.stored(), npz), new Sample("deflated npz", archive.deflated(), npz),
                new Sample("csv", csv, Sources.csv("data", List.of("kind"), List.of())),
                new Sample("csv by number", csv, Sources.csv("data", List.of("#3"), List.of("#1"))),
                new Sample("idx", IdxSourceTest.idx(8, new int[] {2, 1, 2}, 1, 2, 3, 4),
                        new DataSource.Idx("data", Sources.at("data"), "labels", Sources.at("labels"), Sources.at("idx"))));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void cutAnywhere(Sample sample) throws IOException {
        for (var length = 0; length <= sample.bytes().length; length++) {
            assertAnswer(sample, Arrays.copyOf(sample.bytes(), length));
        }
        assertThat(library().describe(sample.source())).isInstanceOf(Answer.Known.class);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void oneByteChanged(Sample sample) throws IOException {
        for (var place = 0; place < sample.bytes().length; place++) {
            for (var change : new int[] {1, 0xff, sample.bytes()[place]}) {
                var bytes = sample.bytes().clone();
                bytes[place] ^= (byte) change;
                assertAnswer(sample, bytes);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void manyBytesChanged(Sample sample) throws IOException {
        var random = new RandomStream(1, "hostile");
        for (var round = 0; round < 300; round++) {
            var bytes = sample.bytes().clone();
            for (var changes = 1 + random.nextInt(8); changes > 0; changes--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            assertAnswer(sample, bytes);
        }
    }

    private void assertAnswer(Sample sample, byte[] bytes) throws IOException {
        Files.write(folder.resolve("data"), bytes);
        var library = library();
        assertThatCode(() -> library.describe(sample.source())).doesNotThrowAnyException();
        var outcome = library.prepare(Sources.network(sample.source(), 2, 1, SIGMOID).network());
        if (outcome instanceof Outcome.Failure<Dataset>(var faults)) {
            assertThat(faults).isNotEmpty().allSatisfy(fault -> {
                assertThat(fault.message()).doesNotContain("Exception", "\n");
                assertThat(fault.help()).isPresent();
            });
        }
    }

    private DataLibrary library() {
        return Sources.in(folder);
    }
}
