package brickwork.store;

import brickwork.engine.EngineOptions;
import brickwork.engine.Sha256;
import brickwork.kernel.KernelChoice;
import brickwork.model.Precision;
import brickwork.model.Specification;
import brickwork.syntax.SpecPrinter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * What made a result, enough to make it again.
 *
 * @param specSha256 over the canonical text of the network, which shows every default, override and the seed; lower-case hex
 * @param seed       the one seed
 * @param precision  number type of training
 * @param kernels    which kernels ran, and why; both sets give the same bits
 * @param threads    threads allowed; any number gives the same bits
 * @param brickwork  version of this library, or {@code development} where that is not to be found
 * @param java       version of the Java runtime
 */
public record Provenance(String specSha256, long seed, Precision precision, KernelChoice kernels, int threads, String brickwork,
        String java) {

    private static final String VERSION = read("version.txt");

    public static Provenance of(Specification network, EngineOptions engines) {
        return new Provenance(Sha256.of(SpecPrinter.print(network)), network.seed(), network.precision(), engines.kernels(),
                engines.threads(),
                version(), Runtime.version().toString());
    }

    /**
     * The version of this library, or {@code development}. It stands in a file of our own, for the manifest of a jar that holds us with
     * others tells the version of that jar.
     */
    public static String version() {
        return VERSION;
    }

    private static String read(String resource) {
        try (var stream = Provenance.class.getResourceAsStream(resource)) {
            var text = stream == null ? "" : new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
            return text.isEmpty() || text.startsWith("$") ? "development" : text;
        } catch (IOException _) {
            return "development";
        }
    }
}
