package brickwork.verify.gradient;

/**
 * A place where a derivative jumps, so near the parameters checked that a probe would cross it. Derivatives that depend on it are taken on
 * the side where the parameters lie.
 *
 * @param kind   what jumps there
 * @param layer  counted from 1
 * @param unit   the unit, counted from 0; for a weight its row
 * @param sample the sample among those checked, counted from 0; -1 for a weight
 * @param column for a weight its column; otherwise -1
 */
public record Kink(Kind kind, int layer, int unit, int sample, int column) {

    /** Kinds of kinks. */
    public enum Kind {
        /** z of a unit is near a kink of its activation. */
        ACTIVATION,
        /** a - y of an output is near 0 under mae, or near a threshold of huber. */
        RESIDUAL,
        /** A weight is near 0 under l1. */
        WEIGHT
    }
}
