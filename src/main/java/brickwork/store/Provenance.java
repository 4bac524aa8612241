package brickwork.store;

import brickwork.engine.EngineOptions;
import brickwork.engine.Sha256;
import brickwork.kernel.KernelChoice;
import brickwork.model.Precision;
import brickwork.model.Specification;
import brickwork.syntax.SpecPrinter;
import java.util.Optional;

/**
 * What made a result, enough to make it again.
 *
 * @param specSha256 over the canonical text of the network, which shows every default, override and the seed; lower-case hex
 * @param seed       the one seed
 * @param precision  number type of training
 * @param kernels    which kernels ran, and why; both sets give the same bits
 * @param threads    threads allowed; any number gives the same bits
 * @param brickwork  version of this library, or {@code development} where it runs from class files
 * @param java       version of the Java runtime
 */
public record Provenance(String specSha256, long seed, Precision precision, KernelChoice kernels, int threads, String brickwork,
        String java) {

    public static Provenance of(Specification network, EngineOptions engines) {
        return new Provenance(Sha256.of(SpecPrinter.print(network)), network.seed(), network.precision(), engines.kernels(),
                engines.threads(),
                version(), Runtime.version().toString());
    }

    /** The version of this library, or {@code development}. */
    public static String version() {
        return Optional.ofNullable(Provenance.class.getPackage().getImplementationVersion()).orElse("development");
    }
}
