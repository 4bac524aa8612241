package brickwork.store;

import static org.assertj.core.api.Assertions.assertThat;

import brickwork.Brickwork;
import brickwork.data.FittedPreparation;
import brickwork.data.FittedScaling;
import brickwork.engine.Initializer;
import brickwork.engine.Parameters;
import brickwork.engine.Tensor;
import brickwork.model.FunctionRegistry;
import brickwork.model.Precision;
import brickwork.train.History;
import brickwork.train.LearnerState;
import brickwork.train.StoppingState;
import brickwork.train.TrainingState;
import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever bytes are given for a model, a checkpoint or weights: one declared error or what they hold, in memory of their size. */
class HostileBytesTest {

    private static final int ROUNDS = 1500;
    private static final long SEED = 20_261_127;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** For files of some thousand bytes; to compile the network of a model takes most of it. */
    private static final long MOST_ALLOCATED = 24L << 20;

    private static final List<String> NUMBERS = List.of("0", "-1", "1e999", "2147483647", "2147483648", "9223372036854775807",
            "999999999999999999",
            "99999999999999999999999", "NaN", "null", "[]", "{}", "\"\"", "01", "1.5");

    private static byte[] model;
    private static byte[] checkpoint;

    private interface Reading {
        void read(byte[] bytes);
    }

    @BeforeAll
    static void write() throws IOException {
        var network = Brickwork.standard().compile("layer 2 -> 3 tanh norm -> 2 softmax; scale standard; loss cross_entropy").network();
        var scaling = FittedScaling.read("columns 1.0 2.0 3.0 4.0").orElseThrow();
        model = ModelFile.of(network, FittedPreparation.of(scaling, List.of("no", "ja \u6f22")), Initializer.parameters(network)).toBytes();
        var weight = new Tensor("layer1.weight", 1, 2, false, new double[] {1, 2});
        var columns = new double[History.COLUMNS.size()][3];
        var learner = new LearnerState(new Parameters(Precision.F64, List.of(weight)), List.of(weight), Map.of("steps", "12"));
        var stopping = new StoppingState(List.of(new StoppingState.Rule(1, 0.5, 1)), StoppingState.NOT_STOPPED, Optional.empty());
        checkpoint = bytes(new Checkpoint(new RunIdentity("nn 1\n", "d", "i"),
                new TrainingState(3, 0.5, learner, stopping, History.of(columns))).toFile().sealed());
    }

    private static byte[] bytes(Safetensors content) throws IOException {
        var stream = new ByteArrayOutputStream();
        content.writeTo(stream);
        return stream.toByteArray();
    }

    private static void readModel(byte[] bytes) {
        ModelFile.read(bytes, FunctionRegistry.NONE);
    }

    private static void readStream(byte[] bytes) {
        ModelFile.read(new ByteArrayInputStream(bytes), FunctionRegistry.NONE);
    }

    /** The folder passes over what is refused by this exception. */
    private static void readCheckpoint(byte[] bytes) {
        try {
            RunFolder.read(new ByteSource.InMemory(bytes));
        } catch (IllegalArgumentException refused) {
            throw new BrokenFileException(Path.of("checkpoint"), String.valueOf(refused.getMessage()), "pass it over");
        }
    }

    /** Whether the bytes were refused; anything but the declared error fails the test. */
    private static boolean refused(Reading reading, byte[] bytes) {
        var before = THREADS.getCurrentThreadAllocatedBytes();
        try {
            reading.read(bytes);
            return false;
        } catch (BrokenFileException declared) {
            assertThat(declared.getMessage()).hasSizeLessThan(1500);
            return true;
        } finally {
            assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).as(() -> "bytes allocated for "
                    + new String(bytes, StandardCharsets.ISO_8859_1)).isLessThan(MOST_ALLOCATED);
        }
    }

    @Test
    void readsWhatWasWritten() throws IOException {
        readModel(model);
        readStream(model);
        readCheckpoint(checkpoint);
    }

    @Test
    void everyTruncationIsRefused() {
        for (var length = 0; length < model.length; length++) {
            assertThat(refused(HostileBytesTest::readModel, Arrays.copyOf(model, length))).isTrue();
            assertThat(refused(HostileBytesTest::readStream, Arrays.copyOf(model, length))).isTrue();
        }
        for (var length = 0; length < checkpoint.length; length++) {
            assertThat(refused(HostileBytesTest::readCheckpoint, Arrays.copyOf(checkpoint, length))).isTrue();
        }
    }

    @Test
    void everyChangeOfBytesIsRefused() {
        var random = new Random(SEED);
        for (var round = 0; round < ROUNDS; round++) {
            var changed = changed(model, random);
            assertThat(refused(HostileBytesTest::readModel, changed)).as("round %d", round).isEqualTo(!Arrays.equals(changed, model));
            assertThat(refused(HostileBytesTest::readStream, changed)).as("round %d", round).isEqualTo(!Arrays.equals(changed, model));
            var torn = changed(checkpoint, random);
            assertThat(refused(HostileBytesTest::readCheckpoint, torn)).as("round %d", round).isEqualTo(!Arrays.equals(torn, checkpoint));
        }
    }

    /** Bytes overwritten, taken out, put in, doubled. */
    private static byte[] changed(byte[] whole, Random random) {
        var bytes = whole;
        for (var change = random.nextInt(1, 4); change > 0; change--) {
            var from = random.nextInt(bytes.length - 1);
            var to = Math.min(bytes.length, from + 1 + (int) Math.abs(random.nextGaussian() * 8));
            var before = Arrays.copyOf(bytes, from);
            var part = Arrays.copyOfRange(bytes, from, to);
            var after = Arrays.copyOfRange(bytes, to, bytes.length);
            bytes = switch (random.nextInt(4)) {
                case 0 -> joined(before, after);
                case 1 -> joined(before, part, part, after);
                case 2 -> {
                    random.nextBytes(part);
                    yield joined(before, part, after);
                }
                default -> {
                    part[0] ^= (byte) (1 << random.nextInt(8));
                    yield joined(before, part, after);
                }
            };
        }
        return bytes;
    }

    private static byte[] joined(byte[]... parts) {
        var stream = new ByteArrayOutputStream();
        for (var part : parts) {
            stream.writeBytes(part);
        }
        return stream.toByteArray();
    }

    /** Lengths in the header replaced by others; the digest is not reached. */
    @Test
    void hugeLengthsAreRefused() {
        for (var whole : List.of(model, checkpoint)) {
            var header = new String(whole, StandardCharsets.ISO_8859_1);
            for (var at = header.indexOf("\"data_offsets\"") - 40; at < header.lastIndexOf("}}"); at++) {
                if (Character.isDigit(header.charAt(at)) && !Character.isLetterOrDigit(header.charAt(at - 1))) {
                    for (var number : NUMBERS) {
                        var text = header.substring(8, at) + number + header.substring(at + 1);
                        var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
                        var length = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN)
                                .putLong(ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).getLong() + number.length() - 1);
                        Reading reading = whole == model ? HostileBytesTest::readStream : HostileBytesTest::readCheckpoint;
                        assertThat(refused(reading, joined(length.array(), bytes))).as(number + " at " + at)
                                .isEqualTo(header.charAt(at) != number.charAt(0) || number.length() > 1);
                    }
                }
            }
        }
    }

    /** Whoever knows how digests are made can state anything; then nothing but a declared error comes of it. */
    @Test
    void metadataUnderAFittingDigestIsHeldAgainstTheRest() throws IOException {
        var random = new Random(SEED + 1);
        var ofModel = SafetensorsReader.read(new ByteSource.InMemory(model)).content();
        var ofCheckpoint = SafetensorsReader.read(new ByteSource.InMemory(checkpoint)).content();
        for (var round = 0; round < ROUNDS; round++) {
            refused(HostileBytesTest::readModel, bytes(lying(ofModel, random).sealed()));
            refused(HostileBytesTest::readCheckpoint, bytes(lying(ofCheckpoint, random).sealed()));
        }
    }

    private static Safetensors lying(Safetensors content, Random random) {
        var metadata = new TreeMap<>(content.metadata());
        var keys = List.copyOf(metadata.keySet());
        var key = keys.get(random.nextInt(keys.size()));
        var value = metadata.get(key);
        var at = value.isEmpty() ? 0 : random.nextInt(value.length());
        switch (random.nextInt(5)) {
            case 0 -> metadata.remove(key);
            case 1 -> metadata.put(key, metadata.get(keys.get(random.nextInt(keys.size()))));
            case 2 -> metadata.put(key, NUMBERS.get(random.nextInt(NUMBERS.size())));
            case 3 -> metadata.put(key, value.substring(0, at) + NUMBERS.get(random.nextInt(NUMBERS.size())) + value.substring(at));
            default -> metadata.put(key, value.substring(0, at));
        }
        var entries = content.entries().stream().map(entry -> random.nextInt(20) > 0 ? entry : switch (random.nextInt(3)) {
            case 0 -> new Safetensors.Entry(entry.name(), entry.type(), List.of(entry.values().length), entry.values());
            case 1 -> new Safetensors.Entry(entry.name(), entry.type(), List.of(), new double[1]);
            default -> new Safetensors.Entry(entry.name(), entry.type(), List.of(1, 0, 7), new double[0]);
        }).toList();
        return new Safetensors(metadata, entries);
    }
}
