package brickwork.verify.reference;

import brickwork.model.Network;
import brickwork.run.Parameters;
import java.util.ArrayList;
import java.util.List;

/** The forward pass in one number type, sample by sample, dropout off unless masks are given. */
public final class ReferenceForward<S extends Scalar<S>> {

    private final Network network;
    private final List<LayerValues<S>> layers;

    ReferenceForward(Network network, List<LayerValues<S>> layers) {
        this.network = network;
        this.layers = layers;
    }

    /** The forward pass in pairs of doubles, which take {@code parameters} exactly. */
    public static ReferenceForward<DoubleDouble> precise(Network network, Parameters parameters) {
        return new ReferenceForward<>(network,
                LayerValues.<DoubleDouble>of(network, parameters, (tensor, index) -> DoubleDouble.exactly(tensor.values()[index])));
    }

    /** The forward pass in doubles. */
    public static ReferenceForward<Real> plain(Network network, Parameters parameters) {
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
        return ReferenceLoss.share(network.loss(), trace.sums().getLast(), trace.outputs().getLast(), y, samples, sides);
    }

    /** The parts of {@link #share}: a row for each data term of the loss, a number for each output. */
    public List<List<S>> shares(Trace<S> trace, double[] y, int samples) {
        return ReferenceLoss.shares(network.loss(), trace.sums().getLast(), trace.outputs().getLast(), y, samples);
    }

    /**
     * The share of a sample in the data loss if z of one unit were greater by {@code shift}: that unit's output changes, the next layer's z
     * by the unit's column of W times that change, and what follows is computed anew.
     *
     * @param trace the sample as it is
     * @param layer of the unit, counted from 0
     */
    public S shiftedShare(Trace<S> trace, int layer, int unit, S shift, double[] y, int samples, Sides sides) {
        var sums = new ArrayList<>(trace.sums().get(layer));
        sums.set(unit, sums.get(unit).plus(shift));
        if (layer == layers.size() - 1) {
            return shareAfter(layer, sums, y, samples, sides);
        }
        var activation = network.layers().get(layer).activation();
        var side = sides.ofSum(layer, unit, Sides.ofSum(sums.get(unit).value()));
        var change = ReferenceActivation.output(activation, sums.get(unit), side).minus(trace.outputs().get(layer).get(unit));
        if (change.equals(change.of(0))) {
            return share(trace, y, samples, sides);
        }
        var next = new ArrayList<S>();
        for (var m = 0; m < network.layers().get(layer + 1).units(); m++) {
            next.add(trace.sums().get(layer + 1).get(m).plus(layers.get(layer + 1).weights().get(m).get(unit).times(change)));
        }
        return shareAfter(layer + 1, next, y, samples, sides);
    }

    private S shareAfter(int layer, List<S> sums, double[] y, int samples, Sides sides) {
        var z = sums;
        var a = outputs(layer, z, sides);
        for (var next = layer + 1; next < layers.size(); next++) {
            z = layers.get(next).sums(a);
            a = outputs(next, z, sides);
        }
        return ReferenceLoss.share(network.loss(), z, a, y, samples, sides);
    }

    private List<S> outputs(int layer, List<S> sums, Sides sides) {
        return ReferenceActivation.outputs(network.layers().get(layer).activation(), sums,
                (unit, falls) -> sides.ofSum(layer, unit, falls));
    }
}
