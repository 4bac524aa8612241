package brickwork.kernel;

/** How one optimizer moves parameters. */
public interface UpdateKernel64 {

    /**
     * One step for the parameters {@code at … at + length - 1}; no other element of any array is written.
     *
     * @param w       parameters
     * @param g       their gradients
     * @param state   what the optimizer remembers of each parameter: an array for each name in {@link brickwork.model.Optimizer.Rule#state}
     * @param numbers the numbers of the formula that change from step to step, rounded to the number type; {@link ScalarUpdates64} says
     *                which they are
     */
    void update(double[] w, double[] g, double[][] state, int at, int length, double[] numbers);
}
