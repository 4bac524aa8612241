package brickwork;

import brickwork.kernel.KernelChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs one benchmark in a JVM of its own and says on what machine. */
final class Measure {

    /** Where the warnings of the measured JVMs go. */
    private static final String LOG = "target/jmh.log";

    private Measure() {}

    /** The time of one operation, in the benchmark's unit: the median over fifths of a second, which a short disturbance does not move. */
    static double time(String benchmark, String method, Map<String, String> parameters, int seconds) {
        return median(result(benchmark, method, parameters, seconds).getPrimaryResult());
    }

    /** What the benchmark counts beside its time. */
    static double counter(String benchmark, String method, Map<String, String> parameters, int seconds) {
        return counter(result(benchmark, method, parameters, seconds));
    }

    /** The one counter of a result. */
    static double counter(RunResult result) {
        return median(result.getSecondaryResults().values().iterator().next());
    }

    /** Over the fifths of a second. */
    static double median(Result<?> result) {
        return result.getStatistics().getPercentile(50);
    }

    /** As many seconds of warm-up as of measurement. */
    static RunResult result(String benchmark, String method, Map<String, String> parameters, int seconds) {
        var options = new OptionsBuilder().include("^" + benchmark.replace(".", "\\.") + "\\." + method + "$").forks(1)
                .warmupIterations(seconds).measurementIterations(5 * seconds).warmupTime(TimeValue.seconds(1))
                .measurementTime(TimeValue.milliseconds(200)).verbosity(VerboseMode.SILENT).shouldFailOnError(true).output(LOG);
        parameters.forEach(options::param);
        try {
            return new Runner(options.build()).runSingle();
        } catch (RunnerException fault) {
            throw new IllegalStateException(benchmark + " " + parameters + " could not be measured", fault);
        }
    }

    /** {@code AMD EPYC, 2 cores, 512-bit vectors, Java 25.0.3}. */
    static String machine() {
        var cores = Runtime.getRuntime().availableProcessors();
        return processor() + ", " + (cores == 1 ? "1 core" : cores + " cores") + ", " + KernelChoice.best().species() + " vectors, Java "
                + System.getProperty("java.version");
    }

    private static String processor() {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name")).findFirst().map(line -> line.replaceFirst(".*:\\s*", ""))
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException _) { // no Linux
            return System.getProperty("os.arch");
        }
    }
}
