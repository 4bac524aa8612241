package brickwork.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import brickwork.kernel.KernelChoice.Granted;
import brickwork.kernel.KernelChoice.Refused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The choice between the kernel sets, in this JVM and in JVMs started with flags that take something away. */
class KernelChoiceTest {

    private static final String MODULE = "--add-modules=jdk.incubator.vector";

    /** Prints the best choice and what comes of demanding SIMD. */
    static final class Report {
        public static void main(String[] arguments) {
            var best = KernelChoice.best();
            var demand = switch (KernelChoice.demand(KernelChoice.Set.SIMD)) {
                case Granted granted -> "granted " + granted.choice().species();
                case Refused refused -> "refused " + refused.reason();
            };
            System.out.println(best.set() + "|" + best.reason() + "|" + demand);
        }
    }

    @Test
    void scalarKernelsAreAlwaysThere() {
        assertThat(KernelChoice.demand(KernelChoice.Set.SCALAR)).isInstanceOfSatisfying(Granted.class, granted -> {
            assertThat(granted.choice().set()).isEqualTo(KernelChoice.Set.SCALAR);
            assertThat(granted.choice().species()).isEqualTo("scalar");
            assertThat(granted.choice().kernels64()).isInstanceOf(ScalarKernels64.class);
            assertThat(granted.choice().kernels32()).isInstanceOf(ScalarKernels32.class);
        });
    }

    @Test
    void theBestIsWhatADemandWouldGive() {
        var best = KernelChoice.best();
        assertThat(KernelChoice.demand(best.set())).isInstanceOfSatisfying(Granted.class,
                granted -> assertThat(granted.choice().species()).isEqualTo(best.species()));
        assertThat(best.reason()).endsWith(".");
    }

    @Test
    void withoutTheModuleTheFlagIsNamed() throws Exception {
        var lines = report(List.of());
        assertThat(lines.getFirst()).startsWith("SCALAR|").contains("--add-modules jdk.incubator.vector")
                .contains("|refused the vector module is not in this JVM");
    }

    @ParameterizedTest
    @CsvSource({"-Xint, drop -Xint", "-XX:TieredStopAtLevel=1, drop -XX:TieredStopAtLevel",
            "-XX:TieredStopAtLevel=3, without its optimizing compiler C2", "-XX:-UseFMA, microseconds"})
    void whereVectorsWouldBeSlowScalarKernelsAreTheBest(String flag, String said) throws Exception {
        var lines = report(List.of(MODULE, flag));
        assertThat(lines.getLast()).startsWith("SCALAR|").contains(said);
    }

    private static List<String> report(List<String> flags) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Report.class.getName()));
        var process = new ProcessBuilder(command).redirectErrorStream(false).start();
        process.getErrorStream().close();
        var lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        assertThat(process.waitFor()).isZero();
        return lines;
    }
}
