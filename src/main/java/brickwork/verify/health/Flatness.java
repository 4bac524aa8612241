package brickwork.verify.health;

import brickwork.model.Activation;
import brickwork.model.DataTerm;
import brickwork.model.Layer;
import brickwork.model.Network;

/**
 * Where an activation passes hardly any gradient on: |f'(z)| is below a hundredth of the slope f has at its steepest (sigmoid 1/4, tanh 1)
 * or for large z (selu its SCALE, relu and the others 1). leaky_relu is flat only where its slope is 0. Softmax is flat for all units of a
 * sample at once, where every a·(1-a) is below a hundredth of 1/4.
 */
public final class Flatness {

    /** The share of its full slope below which an activation counts as flat. */
    public static final double SHARE = 0.01;

    private static final double STEEPEST_SIGMOID = 0.25;

    private Flatness() {}

    /** Whether the units of a layer can be dead: those of the relu family, as leaky_relu is one though it never is. */
    public static boolean canDie(Layer layer) {
        return layer.activation().isReluFamily();
    }

    /**
     * Whether the units of a layer can be saturated: sigmoid, tanh and softmax (of functions of the host program nobody knows), but not on the last layer where bce or cross_entropy is a
     * term of the loss, for its gradient a - y does not pass through f'.
     */
    public static boolean canSaturate(Layer layer, Network network) {
        return switch (layer.activation()) {
            case Activation.Sigmoid _, Activation.Tanh _, Activation.Softmax _ ->
                    layer.number() < network.layers().size() || network.loss().data().stream().noneMatch(Flatness::takesSums);
            case Activation.Linear _, Activation.Relu _, Activation.LeakyRelu _, Activation.Elu _, Activation.Selu _, Activation.Gelu _,
                    Activation.Silu _, Activation.Softplus _, Activation.Host _ -> false;
        };
    }

    private static boolean takesSums(DataTerm term) {
        return term.kind() instanceof DataTerm.BinaryCrossEntropy || term.kind() instanceof DataTerm.CrossEntropy;
    }

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
