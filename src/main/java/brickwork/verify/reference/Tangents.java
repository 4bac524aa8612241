package brickwork.verify.reference;

import brickwork.model.Activation;
import brickwork.model.LossTerm;
import brickwork.model.Penalty;
import brickwork.model.Specification;
import java.util.stream.IntStream;

/**
 * The functions of the host program around one sample, as the straight lines that touch them there. Their slopes are {@link NumericSlope}s
 * of the functions' values and know nothing of the derivatives the host program states, so that these can be held against them. A
 * derivative of the loss needs no more of a function than its tangent.
 */
public final class Tangents {

    private final Specification network;
    private final Trace<?> trace;
    private final int[][] pieces;
    private final double[][] activations;
    private final double[][] terms;

    /** Around the values of {@code trace}, with targets {@code y}. */
    public Tangents(Specification network, Trace<?> trace, double[] y) {
        this.network = network;
        this.trace = trace;
        var layers = network.feedForward().layers();
        pieces = new int[layers.size()][];
        activations = new double[layers.size()][];
        for (var l = 0; l < pieces.length; l++) {
            if (layers.get(l).activation() instanceof Activation.Host host) {
                var z = doubles(trace, l);
                pieces[l] = IntStream.range(0, z.length).map(unit -> Sides.ofSum(host, z[unit])).toArray();
                activations[l] = IntStream.range(0, z.length).mapToDouble(unit -> ofActivation(host, z[unit], Sides.ofSum(host, z[unit])))
                        .toArray();
            }
        }
        var a = trace.outputs().getLast().stream().mapToDouble(Scalar::value).toArray();
        terms = network.feedForward().loss().data().stream()
                .map(term -> term.kind() instanceof LossTerm.Host host ? ofTerm(host, a, y) : new double[0]).toArray(double[][]::new);
    }

    private static double[] doubles(Trace<?> trace, int layer) {
        return trace.sums().get(layer).stream().mapToDouble(Scalar::value).toArray();
    }

    /** The slope of the activation of a unit on one of its pieces. */
    double ofUnit(int layer, int unit, int piece) {
        var host = (Activation.Host) network.feedForward().layers().get(layer).activation();
        return piece == pieces[layer][unit]
                ? activations[layer][unit]
                : ofActivation(host, trace.sums().get(layer).get(unit).value(), piece);
    }

    /** The slope of a data term by one output, without factor and for a batch of one. */
    double ofOutput(int term, int output) {
        return terms[term][output];
    }

    /** f'(z) of a function of the host program on the piece between two of its kinks, by its values alone. */
    public static double ofActivation(Activation.Host host, double z, int piece) {
        var kinks = host.kinks();
        return NumericSlope.of(host::value, z, piece == 0 ? Double.NEGATIVE_INFINITY : kinks.get(piece - 1),
                piece == kinks.size() ? Double.POSITIVE_INFINITY : kinks.get(piece));
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
