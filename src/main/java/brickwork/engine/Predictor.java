package brickwork.engine;

/** Predicts row by row at the present parameters, dropout off. */
@FunctionalInterface
public interface Predictor {

    /**
     * Outputs for one row; allocates nothing.
     *
     * @param inputs  scaled, as wide as the network takes
     * @param outputs receives what the last layer gives
     * @throws IllegalArgumentException where an array has another width
     */
    void predict(double[] inputs, double[] outputs);
}
