package brickwork.verify.health;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * The figures of one layer on a part of the data.
 *
 * @param layer        counted from 1
 * @param units        how many it has
 * @param dead         the units, counted from 0, at which f is flat for every sample of the part: |f'(z)| is below 1/100 of the slope that
 *                     f has for large z, which for relu is where z is at most 0. A leaky_relu is flat only where its slope is 0. Empty for
 *                     layers that are not of the relu family
 * @param saturated    the share, from 0 to 1, of the pairs of a unit and a sample at which f'(z) is below 1/100 of its greatest value (1/4
 *                     for sigmoid, 1 for tanh); softmax is saturated with all units of a sample, where every a·(1-a) is below 1/100 of 1/4.
 *                     Empty for other layers, and for the last one under bce or cross_entropy
 * @param gradientNorm L2 norm over the gradients of everything of the layer that is trained, of data loss plus penalty over the part;
 *                     empty where nothing is
 * @param weightNorm   L2 norm over the weights
 */
public record LayerHealth(int layer, int units, Optional<List<Integer>> dead, OptionalDouble saturated, OptionalDouble gradientNorm,
        double weightNorm) {

    private static final int LISTED = 8;

    public LayerHealth {
        dead = dead.map(List::copyOf);
    }

    /** How many units are dead. */
    public int deadUnits() {
        return dead.map(List::size).orElse(0);
    }

    /** {@code 3 of 25 units are dead (3, 5, 11, counted from 0)}. */
    public String deadText() {
        var all = dead.orElse(List.of());
        var listed = all.stream().limit(LISTED).map(String::valueOf).collect(Collectors.joining(", "));
        var which = all.isEmpty() ? "" : " (" + listed + (all.size() > LISTED ? ", …" : "") + ", counted from 0)";
        return (all.size() == units ? "all " : all.size() + " of ") + units + " units are dead" + which;
    }
}
