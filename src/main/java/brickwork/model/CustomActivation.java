package brickwork.model;

/**
 * An activation of the host program, a = f(z), element by element; specs name it like any other once it is registered
 * ({@code Brickwork.withActivation}).
 *
 * <p>It must be pure: the same z gives the same number, on every machine where the same bits are wanted, and on several threads at once. It
 * computes in doubles whatever the training precision is; each result is rounded to that precision once. For steps that leave no garbage it
 * allocates nothing. A number that is not finite ends training as a divergence that names the layer; an exception ends it with a
 * {@link HostCodeException} that names the function.
 *
 * <p>A gradient check compares {@link #derivative} with {@link #value}.
 */
public interface CustomActivation {

    /** f(z), continuous. */
    double value(double z);

    /** f'(z). At a kink, either of the two slopes. */
    double derivative(double z);

    /** The places where f' jumps, in any order; a gradient check compares near them on the side where z lies. */
    default double[] kinks() {
        return new double[0];
    }
}
