package brickwork.verify.reference;

import brickwork.model.Activation;
import brickwork.model.LossTerm;
import brickwork.model.Penalty;
import java.util.stream.IntStream;

/**
 * The slopes of functions of the host program. They are {@link NumericSlope}s of the functions' values and know nothing of the derivatives
 * the host program states, so that these can be held against them.
 */
public final class CustomTangents {

    private CustomTangents() {}

    /** f'(z) of a function of the host program on the piece between two of its kinks, by its values alone. */
    public static double ofActivation(Activation.Host host, double z, int piece) {
        var pieces = Pieces.of(host);
        return NumericSlope.of(host::value, z, pieces.from(piece), pieces.to(piece));
    }

    /** The derivative of a data term of the host program by each output, by its values alone. */
    public static double[] ofTerm(LossTerm.Host host, double[] a, double[] y) {
        return IntStream.range(0, a.length).mapToDouble(k -> {
            var moved = a.clone();
            return NumericSlope.of(x -> {
                moved[k] = x;
                return host.value(moved, y);
            }, a[k]);
        }).toArray();
    }

    /** The derivative of a penalty of the host program by one weight, without λ, by its values alone. */
    public static double ofPenalty(Penalty.Host host, double[] weights, int rows, int columns, int index) {
        var moved = weights.clone();
        return NumericSlope.of(w -> {
            moved[index] = w;
            return host.value(moved, rows, columns);
        }, weights[index]);
    }
}
