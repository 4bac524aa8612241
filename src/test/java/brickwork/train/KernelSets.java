package brickwork.train;

import brickwork.kernel.KernelChoice;
import java.util.stream.Stream;

/** The kernel sets there are: the scalar one, and the SIMD one wherever this JVM has it. */
final class KernelSets {

    private KernelSets() {}

    static Stream<KernelChoice> available() {
        return Stream.of(KernelChoice.Set.values()).map(KernelChoice::demand)
                .filter(KernelChoice.Granted.class::isInstance).map(KernelChoice.Granted.class::cast).map(KernelChoice.Granted::choice);
    }
}
