package brickwork.model;

/**
 * A penalty of the host program: a number for each weight matrix, which the loss adds up over all layers, frozen ones too, biases never,
 * and multiplies by λ, the number behind its name in a spec. Specs name it like any other once it is registered
 * ({@code Brickwork.withPenalty}).
 *
 * <p>It sees a whole matrix, so that it need not work element by element. It must be pure and fit for several threads at once, computes in
 * doubles whatever the training precision is, and must neither change nor keep the arrays it is given. For steps that leave no garbage it
 * allocates nothing. A number that is not finite ends training as a divergence; an exception ends it with a {@link HostCodeException}
 * that names the function.
 *
 * <p>A gradient check compares {@link #gradient} with {@link #value}, entry by entry: a matrix of n weights costs some n evaluations.
 */
public interface CustomPenalty {

    /**
     * The penalty of one layer, without λ.
     *
     * @param weights W of the layer, row-major: the weight of unit o for input i stands at o·columns + i
     * @param rows    units of the layer
     * @param columns inputs of the layer
     */
    double value(double[] weights, int rows, int columns);

    /**
     * The derivative of {@link #value} by each weight.
     *
     * @param into receives it, row-major; holds zeros on entry
     */
    void gradient(double[] weights, int rows, int columns, double[] into);
}
