package brickwork.kernel;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Optional;

/**
 * Looks for the SIMD kernels, the only part that needs an incubator module, and says why they are missing and what to do. Their classes are
 * named by strings, so that none is loaded before the checks have passed. Each has a public constructor without arguments and a public
 * static {@code int bits()}, the width of its vectors.
 */
final class SimdLookup {

    static final String NAME_64 = "brickwork.kernel.simd.VectorKernels64";
    static final String NAME_32 = "brickwork.kernel.simd.VectorKernels32";

    private static final String MODULE = "jdk.incubator.vector";
    private static final int LEAST_BITS = 128;

    /** Whether the SIMD kernels are available. */
    static final Answer LOADED = load();

    private SimdLookup() {}

    /** Whether they are available and faster than the scalar ones. */
    static Answer found() {
        return Best.ANSWER;
    }

    /** Made when somebody leaves the choice to us; so the warning is given once in a JVM, and not to those who ask for scalar kernels. */
    private static final class Best {
        private static final Answer ANSWER = judge();

        static {
            if (withoutModule().isPresent()) {
                System.getLogger("brickwork").log(System.Logger.Level.WARNING, "the vector module is not in this JVM: results are the same,"
                        + " but training takes about four times as long; start Java with --add-modules " + MODULE);
            }
        }
    }

    /** The result of the lookup. */
    sealed interface Answer {}

    /** The kernels are there and use vectors of {@code bits} bits. */
    record Found(int bits) implements Answer {}

    record Missing(String reason) implements Answer {}

    private static Optional<String> withoutModule() {
        return ModuleLayer.boot().findModule(MODULE).isPresent()
                ? Optional.empty()
                : Optional.of("the vector module is not in this JVM; start Java with --add-modules " + MODULE + " for SIMD kernels.");
    }

    private static Answer load() {
        if (withoutModule().isPresent()) {
            return new Missing(withoutModule().get());
        }
        try {
            var type = Class.forName(NAME_64);
            var bits = (int) MethodHandles.lookup().findStatic(type, "bits", MethodType.methodType(int.class)).invoke();
            return bits < LEAST_BITS
                    ? new Missing("this JVM offers vectors of " + bits + " bits only; SIMD kernels need " + LEAST_BITS
                            + ", which most machines have unless -XX:MaxVectorSize or -XX:UseSSE takes them away.")
                    : new Found(bits);
        } catch (ClassNotFoundException _) {
            return new Missing("this build of the program holds no SIMD kernels; use the complete jar.");
        } catch (Throwable e) { // whatever a foreign JVM makes of an incubator module
            return new Missing("the SIMD kernels could not be started (" + e + "); use a JDK of the release this program was built for.");
        }
    }

    private static Answer judge() {
        return withoutModule().or(Machine::withoutOptimizer).<Answer>map(Missing::new)
                .orElseGet(() -> Machine.hasFma() ? LOADED : new Missing("without an fma instruction SIMD kernels gain nothing."));
    }

    static <K> K newKernels(Class<K> type, String name) {
        try {
            return type.cast(MethodHandles.lookup()
                    .findConstructor(Class.forName(name), MethodType.methodType(void.class)).invoke());
        } catch (Throwable e) { // the lookup succeeded before this set was chosen
            throw new IllegalStateException("the SIMD kernels were found but " + name + " could not be made", e);
        }
    }
}
