package brickwork.check;

import brickwork.model.Activation;

/**
 * The numbers an activation can give, its limits included.
 *
 * @param smallest may be minus infinity
 * @param largest  may be infinity
 */
record ActivationRange(double smallest, double largest) {

    /** Below the least value of gelu, -0.16997… at z = -0.7518, and of silu, -0.27846… at z = -1.2785. */
    private static final double LEAST_GELU = -0.17;
    private static final double LEAST_SILU = -0.2785;

    static ActivationRange of(Activation activation) {
        return switch (activation) {
            case Activation.Linear _, Activation.Host _ -> from(Double.NEGATIVE_INFINITY);
            case Activation.Sigmoid _, Activation.Softmax _ -> new ActivationRange(0, 1);
            case Activation.Tanh _ -> new ActivationRange(-1, 1);
            case Activation.Relu _, Activation.Softplus _ -> from(0);
            case Activation.LeakyRelu leaky -> from(leaky.slope() > 0 ? Double.NEGATIVE_INFINITY : 0);
            case Activation.Elu elu -> from(Math.min(0, -elu.alpha()));
            case Activation.Selu _ -> from(-Activation.Selu.SCALE * Activation.Selu.ALPHA);
            case Activation.Gelu _ -> from(LEAST_GELU);
            case Activation.Silu _ -> from(LEAST_SILU);
        };
    }

    private static ActivationRange from(double smallest) {
        return new ActivationRange(smallest, Double.POSITIVE_INFINITY);
    }

    boolean holds(double from, double to) {
        return from >= smallest && to <= largest;
    }

    /** As messages say it. */
    String text() {
        return largest == Double.POSITIVE_INFINITY
                ? "numbers from " + DiagnosticCollector.number(smallest)
                : "numbers from " + DiagnosticCollector.number(smallest) + " to " + DiagnosticCollector.number(largest);
    }
}
