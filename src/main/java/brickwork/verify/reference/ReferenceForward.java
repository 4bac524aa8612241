package brickwork.verify.reference;

import brickwork.engine.Parameters;
import brickwork.model.Activation;
import brickwork.model.Specification;
import java.util.ArrayList;
import java.util.List;

/** The forward pass in one number type, sample by sample, dropout off unless masks are given. */
public final class ReferenceForward<S extends Scalar<S>> {

    private final Specification network;
    private final List<LayerValues<S>> layers;

    ReferenceForward(Specification network, List<LayerValues<S>> layers) {
        this.network = network;
        this.layers = layers;
    }

    /** The forward pass in pairs of doubles, which take {@code parameters} exactly. */
    public static ReferenceForward<DoubleDouble> precise(Specification network, Parameters parameters) {
        return new ReferenceForward<>(network,
                LayerValues.<DoubleDouble>of(network, parameters, (tensor, index) -> DoubleDouble.exactly(tensor.values()[index])));
    }

    /** The forward pass in doubles. */
    public static ReferenceForward<Real> plain(Specification network, Parameters parameters) {
        return new ReferenceForward<>(network,
                LayerValues.<Real>of(network, parameters, (tensor, index) -> new Real(tensor.values()[index])));
    }

    /** All of z and a for one row of (scaled) inputs. */
    public Trace<S> trace(List<S> inputs, Sides sides) {
        return trace(inputs, sides, Masks.NONE, 0);
    }

    /** The same under dropout: each layer passes on what {@code masks} leaves of {@code sample}. */
    public Trace<S> trace(List<S> inputs, Sides sides, Masks masks, int sample) {
        var sums = new ArrayList<List<S>>();
        var outputs = new ArrayList<List<S>>();
        var passed = new ArrayList<List<S>>();
        var taken = inputs;
        for (var layer = 0; layer < layers.size(); layer++) {
            var z = layers.get(layer).sums(taken);
            var a = outputs(layer, z, sides);
            taken = masks.applied(a, layer, sample);
            sums.add(z);
            outputs.add(a);
            passed.add(taken);
        }
        return new Trace<>(inputs, sums, outputs, passed);
    }

    /** What a sample with targets {@code y} adds to the data loss of a batch of {@code samples}. */
    public S share(Trace<S> trace, double[] y, int samples, Sides sides) {
        return ReferenceLoss.share(network.feedForward().loss(), trace.sums().getLast(), trace.outputs().getLast(), y, samples, sides);
    }

    /** The parts of {@link #share}: a row for each data term of the loss, a number for each output. */
    public List<List<S>> shares(Trace<S> trace, double[] y, int samples) {
        return ReferenceLoss.shares(network.feedForward().loss(), trace.sums().getLast(), trace.outputs().getLast(), y, samples);
    }

    /**
     * The share of a sample in the data loss if z of one unit were greater by {@code shift}: that unit's output changes, the next layer's z
     * by the unit's column of W times that change, and what follows is computed anew. Functions of the host program go along their
     * tangents.
     *
     * @param trace    the sample as it is
     * @param tangents at the sample
     * @param layer    of the unit, counted from 0
     */
    public S shiftedShare(Trace<S> trace, Tangents tangents, int layer, int unit, S shift, double[] y, int samples, Sides sides) {
        if (layer == layers.size() - 1) {
            var sums = new ArrayList<>(trace.sums().get(layer));
            sums.set(unit, sums.get(unit).plus(shift));
            return shareAfter(trace, tangents, layer, sums, y, samples, sides);
        }
        var z = trace.sums().get(layer).get(unit).plus(shift);
        var change = output(trace, tangents, layer, unit, z, sides).minus(trace.outputs().get(layer).get(unit));
        if (change.equals(change.of(0))) {
            return share(trace, y, samples, sides);
        }
        var next = new ArrayList<S>();
        for (var m = 0; m < network.feedForward().layers().get(layer + 1).units(); m++) {
            next.add(trace.sums().get(layer + 1).get(m).plus(layers.get(layer + 1).weights().get(m).get(unit).times(change)));
        }
        return shareAfter(trace, tangents, layer + 1, next, y, samples, sides);
    }

    private S shareAfter(Trace<S> trace, Tangents tangents, int layer, List<S> sums, double[] y, int samples, Sides sides) {
        var z = sums;
        var a = outputsNear(trace, tangents, layer, z, sides);
        for (var next = layer + 1; next < layers.size(); next++) {
            z = layers.get(next).sums(a);
            a = outputsNear(trace, tangents, next, z, sides);
        }
        var outputs = a;
        return ReferenceLoss.share(network.feedForward().loss(), z, a, y, samples, sides, (term, host) -> {
            var value = outputs.getFirst().of(host.value(ReferenceLoss.doubles(trace.outputs().getLast()), y.clone()));
            for (var k = 0; k < y.length; k++) {
                value = value.plus(outputs.get(k).minus(trace.outputs().getLast().get(k)).times(tangents.ofOutput(term, k)));
            }
            return value;
        });
    }

    private List<S> outputsNear(Trace<S> trace, Tangents tangents, int layer, List<S> sums, Sides sides) {
        if (!(network.feedForward().layers().get(layer).activation() instanceof Activation.Host)) {
            return outputs(layer, sums, sides);
        }
        var outputs = new ArrayList<S>(sums.size());
        for (var unit = 0; unit < sums.size(); unit++) {
            outputs.add(output(trace, tangents, layer, unit, sums.get(unit), sides));
        }
        return outputs;
    }

    /** a of one unit whose z is near that of {@code trace}. */
    private S output(Trace<S> trace, Tangents tangents, int layer, int unit, S z, Sides sides) {
        var activation = network.feedForward().layers().get(layer).activation();
        var side = sides.ofSum(layer, unit, Sides.ofSum(activation, z.value()));
        return activation instanceof Activation.Host
                ? trace.outputs().get(layer).get(unit)
                        .plus(z.minus(trace.sums().get(layer).get(unit)).times(tangents.ofUnit(layer, unit, side)))
                : ReferenceActivation.output(activation, z, side);
    }

    private List<S> outputs(int layer, List<S> sums, Sides sides) {
        return ReferenceActivation.outputs(network.feedForward().layers().get(layer).activation(), sums,
                (unit, falls) -> sides.ofSum(layer, unit, falls));
    }
}
