package brickwork.model;

/**
 * A data term of the host program: a number for each sample, of which the loss takes the mean over the batch. Specs name it like any other
 * once it is registered ({@code Brickwork.withLoss}).
 *
 * <p>It must be pure and fit for several threads at once, computes in doubles whatever the training precision is, and must neither change
 * nor keep the arrays it is given; they are as long as the last layer is wide. For steps that leave no garbage it allocates nothing. A
 * number that is not finite ends training as a divergence; an exception ends it with a {@link HostCodeException} that names the
 * function.
 *
 * <p>A gradient check compares {@link #gradient} with {@link #value}.
 */
public interface CustomLoss {

    /** The loss of one sample, not divided by the batch. */
    double value(double[] outputs, double[] targets);

    /**
     * The derivative of {@link #value} by each output.
     *
     * @param into receives it; holds zeros on entry
     */
    void gradient(double[] outputs, double[] targets, double[] into);
}
