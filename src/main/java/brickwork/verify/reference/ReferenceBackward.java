package brickwork.verify.reference;

import brickwork.model.Layer;
import brickwork.model.Network;
import brickwork.model.Penalty;
import brickwork.run.Parameters;
import brickwork.run.Rows;
import brickwork.run.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The gradients of data loss plus penalty by the textbook: for each sample δ = dL/dz from the last layer to the first. */
final class ReferenceBackward {

    private final Network network;
    private final Parameters parameters;
    private final Map<String, double[]> gradients = new HashMap<>();

    private ReferenceBackward(Network network, Parameters parameters) {
        this.network = network;
        this.parameters = parameters;
        parameters.tensors().forEach(t -> gradients.put(t.name(), new double[t.values().length]));
    }

    /** Tensor by tensor as in {@code parameters}; zero for what is not trained. */
    static Parameters gradients(Network network, Parameters parameters, Rows rows) {
        var backward = new ReferenceBackward(network, parameters);
        var forward = ReferenceForward.plain(network, parameters);
        for (var row = 0; row < rows.count(); row++) {
            var sample = Sample.of(rows, row);
            backward.addSample(forward.trace(sample.inputs(new Real(0)), Sides.AS_THEY_FALL), sample.targets(), rows.count());
        }
        network.loss().penalties().forEach(backward::addPenalty);
        return backward.result();
    }

    private void addSample(Trace<Real> trace, double[] y, int samples) {
        var last = network.layers().size() - 1;
        var delta = ReferenceLoss.backward(network.loss(), network.lastLayer().activation(), doubles(trace.sums().get(last)),
                doubles(trace.outputs().get(last)), y, samples);
        for (var l = last; l >= 0; l--) {
            var layer = network.layers().get(l);
            var into = doubles(trace.into(l));
            addOuterProduct(layer, delta, into);
            if (l > 0) {
                var below = network.layers().get(l - 1).activation();
                delta = ReferenceActivation.backward(below, doubles(trace.sums().get(l - 1)), into, back(layer, delta));
            }
        }
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

    /** dL/da of what the layer takes: Wᵀ·δ. */
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

    private void addPenalty(Penalty penalty) {
        for (var layer : network.layers()) {
            var weights = parameters.tensor(layer.weightName()).values();
            var gradient = gradients.get(layer.weightName());
            for (var i = 0; i < weights.length; i++) {
                gradient[i] += switch (penalty) {
                    case Penalty.L1 l1 -> l1.lambda() * Math.signum(weights[i]);
                    case Penalty.L2 l2 -> 2 * l2.lambda() * weights[i];
                };
            }
        }
    }

    private Parameters result() {
        return new Parameters(parameters.precision(), parameters.tensors().stream().map(shape -> {
            var trained = ReferenceNetwork.isTrained(network, shape.name());
            var values = trained ? gradients.get(shape.name()) : new double[shape.values().length];
            return new Tensor(shape.name(), shape.rows(), shape.columns(), shape.bias(), values);
        }).toList());
    }

    private static double[] doubles(List<Real> numbers) {
        return numbers.stream().mapToDouble(Real::value).toArray();
    }
}
