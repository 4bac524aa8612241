package brickwork.bits;

import brickwork.kernel.KernelChoice;
import java.util.Locale;

/** A kernel set and a number of threads, written {@code simd/3}. */
record EngineMode(KernelChoice.Set kernels, int threads) {

    static EngineMode of(String text) {
        var parts = text.split("/");
        return new EngineMode(KernelChoice.Set.valueOf(parts[0].toUpperCase(Locale.ROOT)), Integer.parseInt(parts[1]));
    }

    @Override
    public String toString() {
        return kernels.name().toLowerCase(Locale.ROOT) + "/" + threads;
    }
}
