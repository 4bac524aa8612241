package brickwork.verify;

import brickwork.model.Layer;
import brickwork.model.Network;
import brickwork.model.Penalty;
import brickwork.run.Parameters;
import brickwork.run.Rows;
import brickwork.run.Tensor;
import brickwork.verify.reference.DoubleDouble;
import java.util.ArrayList;
import java.util.List;

/** The numeric derivatives of data loss and penalty by every trained parameter, layer after layer. */
final class NumericGradient {

    private static final DoubleDouble ZERO = DoubleDouble.exactly(0);

    private final Network network;
    private final UnitSlopes slopes;
    private final boolean parallel;
    private final List<Kink> weightKinks = new ArrayList<>();
    private UnitSlopes.Slope[][] ofLayer;
    private int sloped = -1;

    NumericGradient(Network network, Parameters parameters, Rows rows, boolean parallel) {
        this.network = network;
        this.slopes = new UnitSlopes(network, parameters, rows);
        this.parallel = parallel;
    }

    /**
     * The derivatives by one parameter.
     *
     * @param data    of the data loss
     * @param low     the least derivative of the data loss with doubtful kinks held on either side
     * @param high    likewise the greatest
     * @param penalty of the penalties
     */
    record Entry(DoubleDouble data, DoubleDouble low, DoubleDouble high, DoubleDouble penalty) {

        /** Whether the side of a kink is in doubt. */
        boolean doubtful() {
            return !low.equals(high);
        }
    }

    Entry of(Layer layer, Tensor tensor, int index) {
        var l = layer.number() - 1;
        if (sloped != l) {
            ofLayer = slopes.ofLayer(l, parallel);
            sloped = l;
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
        return new Entry(held, held.plus(low), held.plus(high), tensor.bias() ? ZERO : penalty(layer, tensor, index));
    }

    /** Data loss over all samples. */
    double dataLoss() {
        return slopes.dataLoss().value();
    }

    /** The kinks met so far: those of units and residuals, then those of weights. */
    List<Kink> kinks() {
        var all = new ArrayList<>(slopes.kinks());
        all.addAll(weightKinks);
        return all;
    }

    private DoubleDouble penalty(Layer layer, Tensor tensor, int index) {
        var w = tensor.values()[index];
        var total = ZERO;
        for (var penalty : network.loss().penalties()) {
            var slope = CentralDifference.slope(shift -> {
                var moved = shift.plus(DoubleDouble.exactly(w));
                return switch (penalty) {
                    case Penalty.L1 _ -> moved.times(Math.signum(w));
                    case Penalty.L2 _ -> moved.times(moved);
                };
            }, w);
            total = total.plus(slope.times(penalty.lambda()));
            if (penalty instanceof Penalty.L1 && Math.abs(w) <= CentralDifference.firstStep(w)) {
                weightKinks.add(new Kink(Kink.Kind.WEIGHT, layer.number(), index / tensor.columns(), -1, index % tensor.columns()));
            }
        }
        return total;
    }
}
