package brickwork.kernel;

import brickwork.model.Precision;

/**
 * Which kernels run a network, and why. Both sets give the same bits.
 *
 * @param set      which of the two sets
 * @param species  the width of its vectors, {@code 512-bit}, or {@code scalar}
 * @param reason   one or two sentences: what was found, and what to do to get the faster set
 * @param demanded whether to begin with the set at once; otherwise small networks begin with scalar kernels, because the JVM takes seconds
 *                to compile vectors well
 */
public record KernelChoice(Set set, String species, String reason, boolean demanded) {

    /** The kernel sets. */
    public enum Set {
        SCALAR,
        SIMD
    }

    /** The answer to a demand for a certain set. */
    public sealed interface Demand {}

    /** The set is available. */
    public record Granted(KernelChoice choice) implements Demand {}

    /** The set is not available; {@code reason} says why and what would help. */
    public record Refused(String reason) implements Demand {}

    /**
     * The faster set of this machine and this JVM. Where the vector module is missing, the {@link System.Logger} named {@code brickwork}
     * gets one warning, with the first call in a JVM.
     */
    public static KernelChoice best() {
        return switch (SimdLookup.found()) {
            case SimdLookup.Found found -> simd(found, false);
            case SimdLookup.Missing missing -> scalar(missing.reason(), false);
        };
    }

    /** The set asked for, or why it is not available. SIMD kernels are granted even where they are slow. */
    public static Demand demand(Set set) {
        return switch (set) {
            case SCALAR -> new Granted(scalar("scalar kernels were asked for.", true));
            case SIMD -> switch (SimdLookup.LOADED) {
                case SimdLookup.Found found -> new Granted(simd(found, true));
                case SimdLookup.Missing missing -> new Refused(missing.reason());
            };
        };
    }

    /** The same set, to begin with at once. */
    public KernelChoice atOnce() {
        return new KernelChoice(set, species, reason, true);
    }

    /** The scalar kernels, to begin with until the SIMD kernels of this choice are compiled. */
    public KernelChoice scalarFirst() {
        return scalar(reason, demanded);
    }

    private static KernelChoice simd(SimdLookup.Found found, boolean demanded) {
        var reason = withSpeedOfFma("SIMD kernels over vectors of " + found.bits() + " bits.");
        return new KernelChoice(Set.SIMD, found.bits() + "-bit", reason, demanded);
    }

    private static KernelChoice scalar(String reason, boolean demanded) {
        return new KernelChoice(Set.SCALAR, "scalar", withSpeedOfFma(reason), demanded);
    }

    private static String withSpeedOfFma(String reason) {
        return Machine.hasFma()
                ? reason
                : reason + " This JVM has no fma instruction to use (old processor, or -XX:UseAVX=0 or -XX:-UseFMA),"
                        + " so every multiply-add takes microseconds: results are right, but slow.";
    }

    /** A new set of f64 kernels, for one thread. */
    public Kernels64 kernels64() {
        return switch (set) {
            case SCALAR -> new ScalarKernels64();
            case SIMD -> SimdLookup.newKernels(Kernels64.class, SimdLookup.NAME_64);
        };
    }

    /** A new set of f32 kernels, for one thread. */
    public Kernels32 kernels32() {
        return switch (set) {
            case SCALAR -> new ScalarKernels32();
            case SIMD -> SimdLookup.newKernels(Kernels32.class, SimdLookup.NAME_32);
        };
    }

    /** Bytes of scratch memory a kernel set holds in that number type; each thread has a set. */
    public long scratchBytes(Precision precision) {
        return switch (precision) {
            case F32 -> kernels32().scratchBytes();
            case F64 -> kernels64().scratchBytes();
        };
    }
}
