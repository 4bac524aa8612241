package brickwork.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a header says, it is refused by one declared error, soon and in little memory. */
class HostileHeaderTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** All that is allocated on the way, of which only a part is there at a time. */
    private static final long MOST_ALLOCATED = 200L << 20;

    @TempDir
    private Path folder;

    private static byte[] file(String header) {
        var text = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Long.BYTES + text.length).order(ByteOrder.LITTLE_ENDIAN).putLong(text.length).put(text).array();
    }

    private static String repeated(String item, int length) {
        return item.repeat(length / item.length());
    }

    /** Distinct short names, each followed by {@code value}. */
    private static String names(String value, int length) {
        var members = new StringBuilder(length + 100).append("{\"__metadata__\":{");
        for (var i = 0; members.length() < length; i++) {
            members.append('"').append(Integer.toString(i, 36)).append("\":").append(value).append(',');
        }
        return members.append("\"\":\"\"}}").toString();
    }

    static Stream<Arguments> headers() {
        var mebi = 1 << 20;
        return Stream.of(
                Arguments.of("95 MB of short keys", names("\"\"", 95 * mebi), "would mean a header of"),
                Arguments.of("95 MB of one string", "{\"a\":\"" + "x".repeat(95 * mebi) + "\"}", "would mean a header of"),
                Arguments.of("short keys", names("\"\"", 15 * mebi), "has more than 10000 members"),
                Arguments.of("one long name", "{\"" + "x".repeat(15 * mebi) + "\":1}", "stands a name of 15728640 characters"),
                Arguments.of("one long string", "{\"__metadata__\":{\"a\":\"" + "x".repeat(15 * mebi) + "\",\"b\":7}}", "under \"b\""),
                Arguments.of("many escapes", "{\"__metadata__\":{\"a\":\"" + repeated("\\n", 15 * mebi) + "\",\"b\":7}}", "under \"b\""),
                Arguments.of("wide characters",
                        "{\"__metadata__\":{\"a\":\"\\n漢" + "x".repeat(15 * mebi) + "\",\"b\":7}}", "under \"b\""),
                Arguments.of("many dimensions", "{\"a\":{\"shape\":[" + repeated("1,", 15 * mebi) + "1]}}", "has more than 16 numbers"),
                Arguments.of("a long number", "{\"a\":{\"shape\":[" + "1".repeat(15 * mebi) + "]}}", "other than whole numbers"),
                Arguments.of("white space", "{" + " ".repeat(15 * mebi) + "1", "is missing at byte"),
                Arguments.of("nesting", "{\"a\":" + "[".repeat(15 * mebi), "does not say dtype, shape and data_offsets of a"),
                Arguments.of("tensors", tensors(210_000), "names more than 200000 tensors"));
    }

    private static String tensors(int count) {
        var members = new StringBuilder("{");
        for (var i = 0; i < count; i++) {
            members.append(i == 0 ? "" : ",").append('"').append(Integer.toString(i, 36))
                    .append("\":{\"dtype\":\"F64\",\"shape\":[0],\"data_offsets\":[0,0]}");
        }
        return members.append('}').toString();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("headers")
    void isRefusedSoonAndInLittleMemory(String name, String header, String fault) throws IOException {
        var file = folder.resolve("w.safetensors");
        Files.write(file, file(header));
        var before = THREADS.getCurrentThreadAllocatedBytes();
        var cpu = THREADS.getCurrentThreadCpuTime();

        assertThatThrownBy(() -> Safetensors.read(file)).isInstanceOf(BrokenFileException.class).hasMessageContaining(fault)
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(1500));

        assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).as("bytes allocated").isLessThan(MOST_ALLOCATED);
        assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - cpu)).as("time of the processor").isLessThan(Duration.ofSeconds(3));
    }

    /** A stream does not say how long it is; what its header promises is not believed before it comes. */
    @Test
    void aStreamThatPromisesMoreThanItHasTakesNoMemoryForIt() {
        var promise = file("{\"a\":{\"dtype\":\"F64\",\"shape\":[2000000000],\"data_offsets\":[0,16000000000]}}");
        var before = THREADS.getCurrentThreadAllocatedBytes();

        assertThatThrownBy(() -> SafetensorsReader.read(new ByteSource.InStream(new ByteArrayInputStream(promise))))
                .hasMessage("(stream): it ends too early: its tensors need 16000000000 bytes, but only 0 are there; "
                        + "write or copy the file again");
        assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isLessThan(4 << 20);
    }

    @Test
    void aStreamWithoutAnEndIsLeftAfterTheLastTensor() {
        var endless = new InputStream() {
            @Override
            public int read() {
                return 0;
            }
        };
        var stream = new SequenceInputStream(
                new ByteArrayInputStream(file("{\"a\":{\"dtype\":\"F64\",\"shape\":[2],\"data_offsets\":[0,16]}}")),
                endless);

        assertThatThrownBy(() -> SafetensorsReader.read(new ByteSource.InStream(stream)))
                .hasMessageContaining("after its last tensor come bytes that belong to none");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void pipesAndDevicesAreRefusedBeforeTheyAreOpened() throws Exception {
        var pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

        for (var none : new Path[] {pipe, Path.of("/dev/zero"), Path.of("/dev/null")}) {
            assertThatThrownBy(() -> Safetensors.read(none))
                    .hasMessage(none + ": it is a device or a pipe, not a file; name an ordinary file");
        }
        assertThatThrownBy(() -> Safetensors.read(folder)).hasMessage(folder + ": it is a folder; name a file in it");
    }

    /** What could not be read again is not written. */
    @Test
    void aHeaderThatIsTooLongIsNotWritten() {
        var file = folder.resolve("w.safetensors");
        var content = new Safetensors(Map.of("spec", "x".repeat(1 << 24)), List.of());

        assertThatThrownBy(() -> content.requireReadable(file)).isInstanceOf(BrokenFileException.class)
                .hasMessageContaining("its header would have 16777248 bytes");
    }
}
