package brickwork.verify.health;

import brickwork.model.Activation;

/**
 * Where an activation passes hardly any gradient on: |f'(z)| is below a hundredth of the slope f has at its steepest (sigmoid 1/4, tanh 1)
 * or for large z (selu its SCALE, relu and the others 1). leaky_relu is flat only where its slope is 0. Softmax is flat for all units of a
 * sample at once, where every a·(1-a) is below a hundredth of 1/4.
 */
final class Flatness {

    /** The share of its full slope below which an activation counts as flat. */
    static final double SHARE = 0.01;

    private static final double STEEPEST_SIGMOID = 0.25;

    private Flatness() {}

    /** Whether f is flat where it has that slope; never where the slope is not a number. */
    static boolean isFlat(Activation f, double slope) {
        return switch (f) {
            case Activation.LeakyRelu _ -> slope == 0;
            case Activation.Sigmoid _, Activation.Softmax _ -> Math.abs(slope) < SHARE * STEEPEST_SIGMOID;
            case Activation.Selu _ -> Math.abs(slope) < SHARE * Activation.Selu.SCALE;
            case Activation.Linear _, Activation.Tanh _, Activation.Relu _, Activation.Elu _, Activation.Gelu _, Activation.Silu _,
                    Activation.Softplus _, Activation.Host _ -> Math.abs(slope) < SHARE;
        };
    }
}
