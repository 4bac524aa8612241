package brickwork.verify.health;

import brickwork.model.ActivationTraits;
import brickwork.model.Layer;
import brickwork.verify.reference.ReferenceActivation;
import java.util.List;
import java.util.stream.IntStream;

/** Counts, for each unit of a layer, the samples at which it is flat. */
final class SaturationCount {

    private final Layer layer;
    private final ActivationTraits traits;
    private final long[] flat;
    private long samples;

    SaturationCount(Layer layer) {
        this.layer = layer;
        this.traits = layer.activation().traits();
        this.flat = new long[layer.units()];
    }

    /** Counts samples given as z and a of every unit, sample after sample. */
    void count(double[] sums, double[] outputs) {
        var z = new double[layer.units()];
        var a = new double[layer.units()];
        for (var at = 0; at < sums.length; at += layer.units()) {
            System.arraycopy(sums, at, z, 0, z.length);
            System.arraycopy(outputs, at, a, 0, a.length);
            countSample(ReferenceActivation.slopes(layer.activation(), z, a), a);
            samples++;
        }
    }

    private void countSample(double[] slopes, double[] a) {
        if (traits.isOfLayer()) {
            if (IntStream.range(0, a.length).allMatch(unit -> traits.course().flatness().holds(a[unit] * (1 - a[unit])))) {
                for (var unit = 0; unit < flat.length; unit++) {
                    flat[unit]++;
                }
            }
            return;
        }
        for (var unit = 0; unit < flat.length; unit++) {
            flat[unit] += traits.course().flatness().holds(slopes[unit]) ? 1 : 0;
        }
    }

    /** The units flat at every sample, counted from 0. */
    List<Integer> everywhere() {
        return IntStream.range(0, flat.length).filter(unit -> flat[unit] == samples).boxed().toList();
    }

    /** The share of pairs of a unit and a sample. */
    double share() {
        return (double) IntStream.range(0, flat.length).mapToLong(unit -> flat[unit]).sum() / (samples * flat.length);
    }
}
