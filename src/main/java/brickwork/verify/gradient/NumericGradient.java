package brickwork.verify.gradient;

import brickwork.data.SampleRows;
import brickwork.engine.Parameters;
import brickwork.engine.Tensor;
import brickwork.model.Layer;
import brickwork.model.Penalty;
import brickwork.model.Specification;
import brickwork.verify.reference.DoubleDouble;
import brickwork.verify.reference.Tangents;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The numeric derivatives of data loss and penalties by every trained parameter, layer after layer. */
final class NumericGradient {

    private static final DoubleDouble ZERO = DoubleDouble.exactly(0);

    private final Specification network;
    private final UnitSlopes slopes;
    private final boolean parallel;
    private final List<Kink> weightKinks = new ArrayList<>();
    private UnitSlopes.Slope[][] ofLayer;
    private List<double[]> ofHost;
    private int sloped = -1;

    NumericGradient(Specification network, Parameters parameters, SampleRows rows, boolean parallel) {
        this.network = network;
        this.slopes = new UnitSlopes(network, parameters, rows);
        this.parallel = parallel;
    }

    /**
     * The derivatives by one parameter.
     *
     * @param data      of the data loss
     * @param low       the least derivative of the data loss with doubtful kinks held on either side
     * @param high      likewise the greatest
     * @param penalties of each penalty
     */
    record Entry(DoubleDouble data, DoubleDouble low, DoubleDouble high, List<DoubleDouble> penalties) {

        /** Whether the side of a kink is in doubt. */
        boolean doubtful() {
            return !low.equals(high);
        }

        /** Of all penalties together. */
        DoubleDouble penalty() {
            return penalties.stream().reduce(ZERO, DoubleDouble::plus);
        }
    }

    Entry of(Layer layer, Tensor tensor, int index) {
        var l = layer.number() - 1;
        if (sloped != l) {
            ofLayer = slopes.ofLayer(l, parallel);
            sloped = l;
            ofHost = null;
        }
        var row = index / tensor.columns();
        var held = ZERO;
        var low = ZERO;
        var high = ZERO;
        for (var sample = 0; sample < slopes.samples(); sample++) {
            var slope = ofLayer[row][sample];
            var factor = tensor.bias() ? DoubleDouble.exactly(1) : slopes.into(l, sample, index % tensor.columns());
            held = held.plus(slope.held().times(factor));
            if (slope.doubtful()) {
                var upright = factor.value() >= 0;
                low = low.plus((upright ? slope.low() : slope.high()).minus(slope.held()).times(factor));
                high = high.plus((upright ? slope.high() : slope.low()).minus(slope.held()).times(factor));
            }
        }
        return new Entry(held, held.plus(low), held.plus(high), penalties(layer, tensor, index));
    }

    /** Data loss over all samples. */
    double dataLoss() {
        return slopes.dataLoss().value();
    }

    /** The samples as they were evaluated. */
    List<BasePoint> points() {
        return slopes.points();
    }

    /** The kinks met so far: those of units and residuals, then those of weights. */
    List<Kink> kinks() {
        var all = new ArrayList<>(slopes.kinks());
        all.addAll(weightKinks);
        return all;
    }

    private List<DoubleDouble> penalties(Layer layer, Tensor tensor, int index) {
        if (tensor.bias()) {
            return network.feedForward().loss().penalties().stream().map(_ -> ZERO).toList();
        }
        if (ofHost == null) {
            ofHost = network.feedForward().loss().penalties().stream().map(penalty -> ofHost(penalty, tensor)).toList();
        }
        var derivatives = new ArrayList<DoubleDouble>();
        for (var p = 0; p < ofHost.size(); p++) {
            derivatives.add(penalty(network.feedForward().loss().penalties().get(p), p, layer, tensor, index));
        }
        return derivatives;
    }

    private DoubleDouble penalty(Penalty penalty, int place, Layer layer, Tensor tensor, int index) {
        var w = DoubleDouble.exactly(tensor.values()[index]);
        var slope = switch (penalty) {
            case Penalty.L1 _ -> {
                if (Math.abs(w.value()) <= CentralDifference.firstStep(w.value())) {
                    weightKinks.add(new Kink(Kink.Kind.WEIGHT, layer.number(), index / tensor.columns(), -1, index % tensor.columns()));
                }
                yield CentralDifference.slope(shift -> shift.plus(w).times(Math.signum(w.value())), w.value());
            }
            case Penalty.L2 _ -> CentralDifference.slope(shift -> shift.plus(w).times(shift.plus(w)), w.value());
            case Penalty.Host _ -> DoubleDouble.exactly(ofHost.get(place)[index]);
        };
        return slope.times(penalty.lambda());
    }

    /** The derivatives of a penalty of the host program by all weights of a matrix, without λ; empty for other penalties. */
    private double[] ofHost(Penalty penalty, Tensor tensor) {
        if (!(penalty instanceof Penalty.Host host)) {
            return new double[0];
        }
        var entries = IntStream.range(0, tensor.values().length);
        return (parallel ? entries.parallel() : entries)
                .mapToDouble(i -> Tangents.ofPenalty(host, tensor.values(), tensor.rows(), tensor.columns(), i)).toArray();
    }
}
