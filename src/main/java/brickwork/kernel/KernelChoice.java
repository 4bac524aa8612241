package brickwork.kernel;

/**
 * Which kernels run a network, and why. Both sets give the same bits.
 *
 * @param set which of the two sets
 * @param reason one sentence: what was found, and the remedy where the slower set had to do
 */
public record KernelChoice(Set set, String reason) {

    /** The kernel sets. */
    public enum Set {
        SCALAR,
        SIMD
    }
}
