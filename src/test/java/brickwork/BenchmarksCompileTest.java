package brickwork;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmarks are built in a profile of their own; what they use of the project must not change without them. */
class BenchmarksCompileTest {

    @TempDir
    Path classes;

    @Test
    void allBenchmarksCompile() throws IOException {
        var faults = new DiagnosticCollector<JavaFileObject>();
        try (var files = ToolProvider.getSystemJavaCompiler().getStandardFileManager(faults, Locale.ROOT, null)) {
            var options = List.of("--add-modules=jdk.incubator.vector", "-proc:none", "-d", classes.toString(), "-classpath",
                    System.getProperty("java.class.path"));
            ToolProvider.getSystemJavaCompiler().getTask(null, files, faults, options, null, files.getJavaFileObjectsFromPaths(sources()))
                    .call();
        }

        assertThat(faults.getDiagnostics()).filteredOn(fault -> fault.getKind() == javax.tools.Diagnostic.Kind.ERROR).isEmpty();
        assertThat(classes.resolve("brickwork/StepBenchmark.class")).exists();
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> all = Files.walk(Path.of("src/jmh/java"))) {
            return all.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
