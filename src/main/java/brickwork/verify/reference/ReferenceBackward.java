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
    private final Masks masks;
    private final Map<String, double[]> gradients = new HashMap<>();

    private ReferenceBackward(Network network, Parameters parameters, Masks masks) {
        this.network = network;
        this.parameters = parameters;
        this.masks = masks;
        parameters.tensors().forEach(t -> gradients.put(t.name(), new double[t.values().length]));
    }

    /** Tensor by tensor as in {@code parameters}; zero for what is not trained. */
    static Parameters gradients(Network network, Parameters parameters, Rows rows, Masks masks) {
        var backward = new ReferenceBackward(network, parameters, masks);
        var forward = ReferenceForward.plain(network, parameters);
        for (var row = 0; row < rows.count(); row++) {
            var sample = Sample.of(rows, row);
            var trace = forward.trace(sample.inputs(new Real(0)), Sides.AS_THEY_FALL, masks, row);
            backward.addSample(trace, sample.targets(), rows.count(), row);
        }
        network.loss().penalties().forEach(backward::addPenalty);
        return backward.result();
    }

    private void addSample(Trace<Real> trace, double[] y, int samples, int sample) {
        var last = network.layers().size() - 1;
        var delta = ReferenceLoss.backward(network.loss(), network.lastLayer().activation(), doubles(trace.sums().get(last)),
                doubles(trace.outputs().get(last)), y, samples);
        for (var l = last; l >= 0; l--) {
            var layer = network.layers().get(l);
            addOuterProduct(layer, delta, doubles(trace.into(l)));
            if (l > 0) {
                delta = below(l - 1, trace.sums().get(l - 1), back(layer, delta), sample);
            }
        }
    }

    /** dL/dz of layer {@code l} from dL/da of what it passes on: through dropout, then through f. */
    private double[] below(int l, List<Real> sums, double[] passedOn, int sample) {
        var f = network.layers().get(l).activation();
        var a = ReferenceActivation.outputs(f, sums, (_, falls) -> falls);
        var da = new double[passedOn.length];
        for (var unit = 0; unit < da.length; unit++) {
            da[unit] = passedOn[unit] * masks.factor(l, unit, sample);
        }
        return ReferenceActivation.backward(f, doubles(sums), doubles(a), da);
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
