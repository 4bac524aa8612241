package brickwork.model;

/**
 * Where an activation passes hardly any gradient on.
 *
 * @param figure what counts such units
 * @param below  f is flat where |f'(z)| is below this number
 */
public record Flatness(Figure figure, double below) {

    /** The share of its full slope below which an activation counts as flat. */
    public static final double SHARE = 0.01;

    /** What becomes of a unit that is flat. */
    public enum Figure {
        /** Flat for large negative z: at every sample, it is dead. */
        DEAD,
        /** Flat for large z of either sign. */
        SATURATED,
        /** It is counted by no figure of health. */
        NONE
    }

    /** Flat below a hundredth of the slope f has at its steepest, or for large z. */
    static Flatness of(Figure figure, double fullSlope) {
        return new Flatness(figure, SHARE * fullSlope);
    }

    /** Flat only where the slope is 0. */
    static Flatness atZero(Figure figure) {
        return new Flatness(figure, Double.MIN_VALUE);
    }

    /** Whether f is flat where it has that slope; never where the slope is not a number. */
    public boolean holds(double slope) {
        return Math.abs(slope) < below;
    }
}
