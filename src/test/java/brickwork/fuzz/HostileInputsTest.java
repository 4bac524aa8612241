package brickwork.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever bytes are handed in, they are taken or refused by what is declared, in little memory. What was kept is read, and as many bytes
 * made of it as are asked for: {@code -Dfuzz.inputs=1000000}; whatever is answered in a way that is new becomes an example for more.
 * {@code -Dfuzz.keep=true} writes the examples found to the folder of those that are kept.
 */
class HostileInputsTest {

    private static final int INPUTS = Integer.getInteger("fuzz.inputs", 300);
    private static final boolean KEEPS = Boolean.getBoolean("fuzz.keep");
    private static final int LARGEST_KEPT = 2_000;
    private static final int MOST_EXAMPLES = 400;
    private static final int MOST_KEPT = 30;
    private static final long MOST_ALLOCATED = 40L << 20;
    private static final Path KEPT = Path.of("src/test/resources/fuzz");
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** What differs between faults of one kind. */
    private static final Pattern PARTICULARS = Pattern.compile("[\"`][^\"`]*[\"`]|[^\\s;:,()]*[0-9/\\P{ASCII}][^\\s;:,()]*|\\b\\w\\b");

    @TempDir
    private Path folder;

    private final HashSet<String> answers = new HashSet<>();
    private long mostAllocated;

    @ParameterizedTest
    @EnumSource
    void areTakenOrRefused(HostileFormat format) throws IOException {
        var examples = new ArrayList<>(format.examples());
        for (var example : examples) {
            read(format, example);
        }
        var kept = kept(format);
        for (var bytes : kept) {
            read(format, bytes);
        }
        examples.addAll(kept);
        var random = new SplittableRandom(format.ordinal());
        var found = new ArrayList<byte[]>();
        var begin = System.nanoTime();
        for (var i = 0; i < INPUTS; i++) {
            var bytes = Mutation.of(examples.get(random.nextInt(examples.size())), examples.get(random.nextInt(examples.size())), random);
            if (answers.add(read(format, bytes)) && examples.size() < MOST_EXAMPLES) {
                examples.add(bytes);
                found.add(bytes);
            }
        }
        assertThat(answers).as("different answers").hasSizeGreaterThan(3);
        if (INPUTS > 1_000) {
            System.out.printf(
                    "%s: %d inputs, %.0f a second, %d different answers, at most %.1f MB allocated for one, heap at most %.0f MB%n",
                    format, INPUTS, INPUTS / ((System.nanoTime() - begin) / 1e9), answers.size(), mostAllocated / 1e6, peak() / 1e6);
        }
        if (KEEPS) {
            keep(format, found);
        }
    }

    /** What is said, without what is particular. */
    private String read(HostileFormat format, byte[] bytes) {
        var before = THREADS.getCurrentThreadAllocatedBytes();
        try {
            return PARTICULARS.matcher(format.answer(bytes, folder)).replaceAll("");
        } catch (Throwable undeclared) {
            throw new AssertionError(format + " of " + bytes.length + " bytes: " + HexFormat.of().formatHex(bytes), undeclared);
        } finally {
            mostAllocated = Math.max(mostAllocated, THREADS.getCurrentThreadAllocatedBytes() - before);
            assertThat(mostAllocated).as(() -> "bytes allocated for " + HexFormat.of().formatHex(bytes)).isLessThan(MOST_ALLOCATED);
        }
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage).mapToLong(usage -> usage.getUsed()).sum();
    }

    private static List<byte[]> kept(HostileFormat format) throws IOException {
        var place = KEPT.resolve(format.folder());
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        var all = new ArrayList<byte[]>();
        try (var files = Files.list(place)) {
            for (var file : files.sorted().toList()) {
                all.add(Files.readAllBytes(file));
            }
        }
        return all;
    }

    private static void keep(HostileFormat format, List<byte[]> found) throws IOException {
        var place = Files.createDirectories(KEPT.resolve(format.folder()));
        var number = 0;
        for (var bytes : found) {
            if (bytes.length <= LARGEST_KEPT && number < MOST_KEPT) {
                Files.write(place.resolve("%02d".formatted(number++)), bytes);
            }
        }
    }
}
