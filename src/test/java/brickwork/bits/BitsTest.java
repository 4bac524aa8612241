package brickwork.bits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The first law: scalar and SIMD kernels, every vector width, every number of threads and every compiler of the JVM give the fingerprints
 * that are written in {@code fingerprints.txt}. They were written on x86-64 with vectors of 512 bits; another machine proves or disproves
 * them.
 */
class BitsTest {

    /** One flag each that changes how wide the vectors of this processor seem, or which instructions it seems to have. */
    private static final List<String> WIDTHS = switch (System.getProperty("os.arch")) {
        case "amd64", "x86_64" -> List.of("-XX:UseAVX=3", "-XX:UseAVX=2", "-XX:UseAVX=1", "-XX:MaxVectorSize=16");
        case "aarch64" -> List.of("-XX:UseSVE=0", "-XX:MaxVectorSize=16");
        default -> List.of();
    };

    /** Takes the fma instruction away, where a flag can. */
    private static final List<String> WITHOUT_FMA = WIDTHS.contains("-XX:UseAVX=1") ? List.of("-XX:UseAVX=0") : List.of();

    private static final String INTERPRETER = "-Xint";
    private static final String QUICK_COMPILER = "-XX:TieredStopAtLevel=1";
    private static final String OPTIMIZING_COMPILER = "-XX:-TieredCompilation";
    private static final List<String> ALL_WAYS = List.of("scalar/1", "scalar/2", "simd/1", "simd/2", "simd/3");

    static List<ForkedJvm> forks() throws IOException {
        var forks = new ArrayList<ForkedJvm>();
        forks.add(new ForkedJvm(WIDTHS.isEmpty() ? "" : WIDTHS.getFirst(), List.of("scalar/1", "simd/1", "simd/3"), BitSpecs.all()));
        for (var width : WIDTHS.stream().skip(1).toList()) {
            forks.add(new ForkedJvm(width, List.of("simd/2"), width.equals("-XX:UseAVX=1") ? BitSpecs.allButLarge() : BitSpecs.all()));
        }
        forks.add(new ForkedJvm(QUICK_COMPILER, List.of("scalar/1", "simd/1"), BitSpecs.allButLarge()));
        forks.add(new ForkedJvm(OPTIMIZING_COMPILER, List.of("simd/3"), BitSpecs.all()));
        forks.add(new ForkedJvm(INTERPRETER, List.of("scalar/1", "simd/1"), BitSpecs.TINY));
        return forks;
    }

    /** Every width under every compiler in every way; minutes where vectors are interpreted. */
    static List<ForkedJvm> allForks() throws IOException {
        var forks = new ArrayList<ForkedJvm>();
        var widths = new ArrayList<>(WIDTHS);
        widths.add("");
        for (var width : widths) {
            for (var compiler : List.of("", "-Xbatch", QUICK_COMPILER, "-XX:TieredStopAtLevel=3", OPTIMIZING_COMPILER)) {
                forks.add(new ForkedJvm(flags(width, compiler), ALL_WAYS, BitSpecs.all()));
            }
            forks.add(new ForkedJvm(flags(width, INTERPRETER), List.of("scalar/2", "simd/3"), BitSpecs.allButLarge()));
        }
        for (var flag : WITHOUT_FMA) {
            forks.add(new ForkedJvm(flag, List.of("scalar/1", "simd/2"), List.of("tiny", "single", "widths", "adagrad")));
        }
        return forks;
    }

    private static List<String> flags(String width, String compiler) {
        return List.of(width, compiler).stream().filter(flag -> !flag.isEmpty()).toList();
    }

    @ParameterizedTest
    @MethodSource
    void forks(ForkedJvm fork, TestReporter reporter) throws Exception {
        givesTheFingerprintsAsWritten(fork, reporter);
    }

    @ParameterizedTest
    @MethodSource
    @Tag("slow")
    void allForks(ForkedJvm fork, TestReporter reporter) throws Exception {
        givesTheFingerprintsAsWritten(fork, reporter);
    }

    private static ForkedJvm.Answer givesTheFingerprintsAsWritten(ForkedJvm fork, TestReporter reporter) throws Exception {
        var answer = fork.run();
        var written = new TreeMap<>(BitSpecs.fingerprints());
        written.keySet().removeIf(key -> !fork.specs().contains(key.substring(0, key.indexOf('.'))));
        assertThat(written).hasSize(2 * fork.specs().size());
        assertThat(answer.fingerprints().keySet()).containsExactlyInAnyOrderElementsOf(fork.ways());
        answer.fingerprints()
                .forEach((way, fingerprints) -> assertThat(fingerprints).as("%s, %s", fork.flagsText(), way).isEqualTo(written));
        if (fork.flags().contains("-XX:MaxVectorSize=16")) {
            assertThat(answer.widths()).allSatisfy((way, width) -> assertThat(width).isIn("scalar", "128-bit"));
        }
        if (fork.specs().contains(BitSpecs.LARGE)) {
            answer.threads().forEach((way, threads) -> assertThat(threads).as("threads that shared the work of %s", way)
                    .isEqualTo(EngineMode.of(way).threads()));
        }
        answer.widths().forEach((way, width) -> reporter.publishEntry(fork.flagsText() + ", " + way + ", " + width,
                fork.specs().size() + " specs, the bits as written"));
        return answer;
    }

    @Test
    void withoutAnFmaInstructionResultsAreRightAndTheSlownessIsSaid(TestReporter reporter) throws Exception {
        for (var flag : WITHOUT_FMA) {
            var fork = new ForkedJvm(flag, List.of("scalar/1", "simd/1"), BitSpecs.TINY);
            var answer = givesTheFingerprintsAsWritten(fork, reporter);
            assertThat(answer.choice()).startsWith("SCALAR").contains("no fma instruction").contains("right, but slow");
        }
    }
}
