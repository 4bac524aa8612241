package brickwork.verify.health;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A network at certain parameters on a part of the data.
 *
 * @param samples   of the part
 * @param layers    the figures of every layer, in order
 * @param notFinite the first number that is NaN or infinite: parameters first, then the sums z and outputs a of layer after layer in blocks
 *                  of samples, then the gradients
 * @param subnormal the first number in the same order that is not 0 and below the smallest normal number of the precision
 */
public record Moment(int samples, List<LayerHealth> layers, Optional<AbnormalNumber> notFinite, Optional<AbnormalNumber> subnormal) {

    public Moment {
        layers = List.copyOf(layers);
    }

    /** The figures of a layer, counted from 1. */
    public LayerHealth layer(int number) {
        if (number < 1 || number > layers.size()) {
            throw new IllegalArgumentException("the network has layers 1 to " + layers.size() + ", got " + number);
        }
        return layers.get(number - 1);
    }

    /** Layers of which something is trained. */
    public List<LayerHealth> trained() {
        return layers.stream().filter(layer -> layer.gradientNorm().isPresent()).toList();
    }

    /**
     * The gradient norm of the lowest trained layer over that of the highest: far below 1 gradients vanish on their way down, far above 1
     * they explode. Empty where fewer than two layers are trained, or both norms are 0.
     */
    public OptionalDouble gradientRatio() {
        var trained = trained();
        if (trained.size() < 2) {
            return OptionalDouble.empty();
        }
        var ratio = trained.getFirst().gradientNorm().getAsDouble() / trained.getLast().gradientNorm().getAsDouble();
        return Double.isNaN(ratio) ? OptionalDouble.empty() : OptionalDouble.of(ratio);
    }
}
