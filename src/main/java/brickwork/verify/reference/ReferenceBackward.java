package brickwork.verify.reference;

import brickwork.data.SampleRows;
import brickwork.engine.Parameters;
import brickwork.engine.Tensor;
import brickwork.model.Layer;
import brickwork.model.Penalty;
import brickwork.model.Specification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The gradients of data loss plus penalty by the textbook: for each sample δ = dL/dz from the last layer to the first. */
public final class ReferenceBackward {

    private final Specification network;
    private final Parameters parameters;
    private final Masks masks;
    private final Map<String, double[]> gradients = new HashMap<>();

    public ReferenceBackward(Specification network, Parameters parameters, Masks masks) {
        this.network = network;
        this.parameters = parameters;
        this.masks = masks;
        parameters.tensors().forEach(t -> gradients.put(t.name(), new double[t.values().length]));
    }

    /** Tensor by tensor as in {@code parameters}; zero for what is not trained. */
    static Parameters gradients(Specification network, Parameters parameters, SampleRows rows, Masks masks) {
        var backward = new ReferenceBackward(network, parameters, masks);
        var forward = ReferenceForward.plain(network, parameters);
        for (var row = 0; row < rows.count(); row++) {
            var sample = Sample.of(rows, row);
            var trace = forward.trace(sample.inputs(new Real(0)), Sides.AS_THEY_FALL, masks, row);
            backward.add(trace, sample.targets(), rows.count(), row);
        }
        network.feedForward().loss().penalties().forEach(backward::add);
        return backward.gradients();
    }

    /**
     * Adds what one sample of a batch gives to the gradients.
     *
     * @param trace   made with the same masks
     * @param y       its targets
     * @param samples in the batch
     * @param number  of this one in the batch, from 0
     * @return the derivatives met on the way
     */
    public SampleGradients add(Trace<Real> trace, double[] y, int samples, int number) {
        var sample = gradients(trace, y, samples, number);
        for (var l = 0; l < network.feedForward().layers().size(); l++) {
            addOuterProduct(network.feedForward().layers().get(l), sample.deltas().get(l), doubles(trace.into(l)));
        }
        return sample;
    }

    /** Adds a penalty's gradient. */
    public void add(Penalty penalty) {
        for (var layer : network.feedForward().layers()) {
            var weights = parameters.tensor(layer.weightName()).values();
            var gradient = gradients.get(layer.weightName());
            var ofHost = new double[weights.length];
            if (penalty instanceof Penalty.Host host) {
                host.gradient(weights.clone(), layer.units(), layer.inputs(), ofHost);
            }
            for (var i = 0; i < weights.length; i++) {
                gradient[i] += switch (penalty) {
                    case Penalty.L1 l1 -> l1.lambda() * Math.signum(weights[i]);
                    case Penalty.L2 l2 -> 2 * l2.lambda() * weights[i];
                    case Penalty.Host host -> host.lambda() * ofHost[i];
                };
            }
        }
    }

    /** What was added so far, tensor by tensor; zero for what is not trained. */
    public Parameters gradients() {
        return new Parameters(parameters.precision(), parameters.tensors().stream().map(shape -> {
            var trained = ReferenceNetwork.isTrained(network, shape.name());
            var values = trained ? gradients.get(shape.name()).clone() : new double[shape.values().length];
            return new Tensor(shape.name(), shape.rows(), shape.columns(), shape.bias(), values);
        }).toList());
    }

    private SampleGradients gradients(Trace<Real> trace, double[] y, int samples, int number) {
        var last = network.feedForward().layers().size() - 1;
        var a = doubles(trace.outputs().get(last));
        var direct = ReferenceLoss.bySums(network.feedForward().loss(), a, y, samples);
        var passed = new ArrayList<double[]>();
        var outputs = new ArrayList<double[]>();
        var slopes = new ArrayList<double[]>();
        var deltas = new ArrayList<double[]>();
        for (var l = last; l >= 0; l--) {
            var f = network.feedForward().layers().get(l).activation();
            a = doubles(trace.outputs().get(l));
            var handed = l == last
                    ? ReferenceLoss.byOutputs(network.feedForward().loss(), a, y, samples)
                    : back(network.feedForward().layers().get(l + 1), deltas.getFirst());
            var da = masked(l, handed, number);
            var slope = ReferenceActivation.slopes(f, doubles(trace.sums().get(l)), a);
            var delta = ReferenceActivation.backward(f, slope, a, da);
            for (var k = 0; l == last && k < delta.length; k++) {
                delta[k] += direct[k];
            }
            passed.addFirst(handed);
            outputs.addFirst(da);
            slopes.addFirst(slope);
            deltas.addFirst(delta);
        }
        return new SampleGradients(passed, outputs, slopes, direct, deltas);
    }

    /** dL/da = dL/da'·mask. */
    private double[] masked(int layer, double[] handed, int number) {
        var da = handed.clone();
        for (var unit = 0; unit < da.length; unit++) {
            da[unit] *= masks.factor(layer, unit, number);
        }
        return da;
    }

    /** dL/dW += δ·aᵀ, dL/db += δ. */
    private void addOuterProduct(Layer layer, double[] delta, double[] into) {
        var weights = gradients.get(layer.weightName());
        for (var unit = 0; unit < layer.units(); unit++) {
            for (var i = 0; i < layer.inputs(); i++) {
                weights[unit * layer.inputs() + i] += delta[unit] * into[i];
            }
            if (layer.hasBias()) {
                gradients.get(layer.biasName())[unit] += delta[unit];
            }
        }
    }

    /** dL/da' of what the layer takes: Wᵀ·δ. */
    private double[] back(Layer layer, double[] delta) {
        var weights = parameters.tensor(layer.weightName());
        var da = new double[layer.inputs()];
        for (var i = 0; i < layer.inputs(); i++) {
            for (var unit = 0; unit < layer.units(); unit++) {
                da[i] += weights.at(unit, i) * delta[unit];
            }
        }
        return da;
    }

    private static double[] doubles(List<Real> numbers) {
        return numbers.stream().mapToDouble(Real::value).toArray();
    }
}
