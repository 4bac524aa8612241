package brickwork.verify.reference;

import brickwork.model.Layer;
import brickwork.model.Penalty;
import brickwork.model.Specification;
import java.util.List;
import java.util.function.UnaryOperator;

/** The penalties of a network over all weights, frozen ones too: values in any number type, gradients in doubles. */
final class ReferencePenalty {

    private static final Pieces SIGNS = new Pieces.Around(0);

    private ReferencePenalty() {}

    /** λ·Σ over the weight matrices. */
    static <S extends Scalar<S>> S value(Penalty penalty, Specification network, TensorEntries<S> entries, S zero) {
        var sum = zero;
        for (var layer : network.feedForward().layers()) {
            var weights = entries.of(layer.weightName());
            sum = sum.plus(switch (penalty) {
                case Penalty.L1 _ -> sum(weights, zero, ReferencePenalty::absolute);
                case Penalty.L2 _ -> sum(weights, zero, w -> w.times(w));
                case Penalty.Host host -> ofHost(host, weights, layer);
            });
        }
        return sum.times(penalty.lambda());
    }

    private static <S extends Scalar<S>> S absolute(S w) {
        return w.branching().through(w, SIGNS, natural -> natural, (x, sign) -> x.times(sign));
    }

    private static <S extends Scalar<S>> S sum(List<S> weights, S zero, UnaryOperator<S> term) {
        var sum = zero;
        for (var w : weights) {
            sum = sum.plus(term.apply(w));
        }
        return sum;
    }

    private static <S extends Scalar<S>> S ofHost(Penalty.Host host, List<S> weights, Layer layer) {
        var values = Batch.doubles(weights);
        var slope = 0.0;
        for (var i = 0; i < values.length; i++) {
            var carried = weights.get(i).slope();
            slope += carried == 0 ? 0 : carried * CustomTangents.ofPenalty(host, values, layer.units(), layer.inputs(), i);
        }
        return weights.getFirst().of(host.value(values.clone(), layer.units(), layer.inputs()), slope);
    }

    /** Adds λ·sign(w), 2·λ·w, or what the host program states. */
    static void addGradients(Penalty penalty, Specification network, TensorEntries<Real> entries, GradientSums sums) {
        for (var layer : network.feedForward().layers()) {
            var weights = Batch.doubles(entries.of(layer.weightName()));
            var gradient = sums.of(layer.weightName());
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
}
