package brickwork.verify.reference;

import brickwork.data.SampleRows;
import brickwork.engine.Parameters;
import brickwork.engine.Tensor;
import brickwork.model.Layer;
import brickwork.model.Penalty;
import brickwork.model.Specification;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A network as its definition reads, in doubles: what it gives, what its loss is, and the derivatives of that, dropout and clipping off.
 * Rows hold scaled inputs and encoded targets; parameters are those of {@link Parameters}, taken as they are whatever precision they say.
 */
public final class ReferenceNetwork {

    private final Specification network;

    public ReferenceNetwork(Specification network) {
        this.network = network;
    }

    /** a of the last layer, a row for each sample. */
    public double[][] outputs(Parameters parameters, SampleRows rows) {
        var forward = ReferenceForward.plain(network, parameters);
        var outputs = new double[rows.count()][];
        for (var row = 0; row < rows.count(); row++) {
            var trace = forward.trace(Sample.of(rows, row).inputs(new Real(0)), Sides.AS_THEY_FALL);
            outputs[row] = trace.outputs().getLast().stream().mapToDouble(Real::value).toArray();
        }
        return outputs;
    }

    /** The data terms of the loss over all rows. */
    public double dataLoss(Parameters parameters, SampleRows rows) {
        return dataLoss(ReferenceForward.plain(network, parameters), new Real(0), rows).value();
    }

    /** The penalties, over all weights, frozen ones too. */
    public double penalty(Parameters parameters) {
        return penalty(LayerValues.of(network, parameters, (tensor, index) -> new Real(tensor.values()[index])), new Real(0)).value();
    }

    /** One penalty, over all weights, frozen ones too. */
    public double penalty(Penalty penalty, Parameters parameters) {
        var layers = LayerValues.of(network, parameters, (tensor, index) -> new Real(tensor.values()[index]));
        return penalty(penalty, layers, new Real(0)).value();
    }

    /** Gradients of data loss plus penalty by backpropagation, in the shape of {@code parameters}; zero for what is not trained. */
    public Parameters gradients(Parameters parameters, SampleRows rows) {
        return ReferenceBackward.gradients(network, parameters, rows, Masks.NONE);
    }

    /**
     * The derivative of data loss plus penalty by one parameter, forward by dual numbers; a frozen one has its derivative too. A dual
     * number goes through a function of the host program by a {@link NumericSlope} of the function's value, never by the derivative it
     * states.
     */
    public double derivative(Parameters parameters, SampleRows rows, String tensor, int row, int column) {
        var columns = parameters.tensor(tensor).columns();
        var layers = LayerValues.of(network, parameters,
                (t, index) -> new Dual(t.values()[index], t.name().equals(tensor) && index == row * columns + column ? 1 : 0));
        var zero = new Dual(0, 0);
        return dataLoss(new ReferenceForward<>(network, layers), zero, rows).plus(penalty(layers, zero)).slope();
    }

    /** Training from {@code initial}, one update at a time. */
    public ReferenceTraining training(Parameters initial) {
        return new ReferenceTraining(network, initial);
    }

    /**
     * Training that goes on after {@code updates} updates.
     *
     * @param memory what the rule remembers then, named as in {@code layer1.weight.m}
     */
    public ReferenceTraining training(Parameters parameters, List<Tensor> memory, long updates) {
        return new ReferenceTraining(network, parameters, memory, updates);
    }

    /** Data loss of a batch under dropout. */
    public double dataLoss(Parameters parameters, SampleRows rows, Masks masks) {
        var forward = ReferenceForward.plain(network, parameters);
        var total = 0.0;
        for (var row = 0; row < rows.count(); row++) {
            var sample = Sample.of(rows, row);
            var trace = forward.trace(sample.inputs(new Real(0)), Sides.AS_THEY_FALL, masks, row);
            total += forward.share(trace, sample.targets(), rows.count(), Sides.AS_THEY_FALL).value();
        }
        return total;
    }

    /** Whether an update moves the tensor of that name. */
    public static boolean isTrained(Specification network, String tensor) {
        return network.feedForward().layers().stream().anyMatch(layer -> layer.weightsTrained() && layer.weightName().equals(tensor)
                || layer.biasTrained() && layer.biasName().equals(tensor));
    }

    private <S extends Scalar<S>> S dataLoss(ReferenceForward<S> forward, S zero, SampleRows rows) {
        var total = zero;
        for (var row = 0; row < rows.count(); row++) {
            var sample = Sample.of(rows, row);
            var trace = forward.trace(sample.inputs(zero), Sides.AS_THEY_FALL);
            total = total.plus(forward.share(trace, sample.targets(), rows.count(), Sides.AS_THEY_FALL));
        }
        return total;
    }

    private <S extends Scalar<S>> S penalty(List<LayerValues<S>> layers, S zero) {
        var total = zero;
        for (var penalty : network.feedForward().loss().penalties()) {
            total = total.plus(penalty(penalty, layers, zero));
        }
        return total;
    }

    private static <S extends Scalar<S>> S penalty(Penalty penalty, List<LayerValues<S>> layers, S zero) {
        var sum = zero;
        for (var layer : layers) {
            var weights = layer.weights().stream().flatMap(List::stream).toList();
            sum = sum.plus(switch (penalty) {
                case Penalty.L1 _ -> sum(weights, zero, w -> w.times(Math.signum(w.value())));
                case Penalty.L2 _ -> sum(weights, zero, w -> w.times(w));
                case Penalty.Host host -> ofHost(host, weights, layer.layer());
            });
        }
        return sum.times(penalty.lambda());
    }

    private static <S extends Scalar<S>> S sum(List<S> weights, S zero, UnaryOperator<S> term) {
        var sum = zero;
        for (var w : weights) {
            sum = sum.plus(term.apply(w));
        }
        return sum;
    }

    private static <S extends Scalar<S>> S ofHost(Penalty.Host host, List<S> weights, Layer layer) {
        var values = ReferenceLoss.doubles(weights);
        var slope = 0.0;
        for (var i = 0; i < values.length; i++) {
            var carried = weights.get(i).slope();
            slope += carried == 0 ? 0 : carried * Tangents.ofPenalty(host, values, layer.units(), layer.inputs(), i);
        }
        return weights.getFirst().of(host.value(values.clone(), layer.units(), layer.inputs()), slope);
    }
}
