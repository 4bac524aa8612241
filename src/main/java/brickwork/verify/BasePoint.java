package brickwork.verify;

import brickwork.engine.Parameters;
import brickwork.model.Activation;
import brickwork.model.LossTerm;
import brickwork.model.Specification;
import brickwork.verify.reference.DoubleDouble;
import brickwork.verify.reference.Real;
import brickwork.verify.reference.ReferenceForward;
import brickwork.verify.reference.Sample;
import brickwork.verify.reference.Sides;
import brickwork.verify.reference.Tangents;
import brickwork.verify.reference.Trace;
import java.util.Arrays;

/**
 * One sample at the parameters to be checked: its values to 30 digits, the side of every kink it lies on, and where that side is doubtful,
 * because the rounding of doubles may put the engine on the other one. Exactly 0, in doubles as in truth, is not doubtful: the language
 * says what the derivative is there.
 */
final class BasePoint {

    private final Sample sample;
    private final Trace<DoubleDouble> trace;
    private final Tangents tangents;
    private final int[][] sums;
    private final int[][] below;
    private final int[][] residuals;
    private final boolean[][] doubtfulSums;
    private final boolean[][] doubtfulResiduals;

    BasePoint(Specification network, Parameters parameters, ReferenceForward<DoubleDouble> precise, ReferenceForward<Real> plain,
            Sample sample) {
        this.sample = sample;
        this.trace = precise.trace(sample.inputs(DoubleDouble.exactly(0)), Sides.AS_THEY_FALL);
        var doubles = plain.trace(sample.inputs(new Real(0)), Sides.AS_THEY_FALL);
        this.tangents = new Tangents(network, trace, sample.targets());
        var bounds = RoundingBounds.of(network, parameters, doubles);
        sums = new int[network.feedForward().layers().size()][];
        below = new int[sums.length][];
        doubtfulSums = new boolean[sums.length][];
        for (var l = 0; l < sums.length; l++) {
            var layer = network.feedForward().layers().get(l);
            sums[l] = new int[layer.units()];
            below[l] = new int[layer.units()];
            doubtfulSums[l] = new boolean[layer.units()];
            for (var unit = 0; unit < layer.units(); unit++) {
                var z = trace.sums().get(l).get(unit).value();
                sums[l][unit] = Sides.ofSum(layer.activation(), z);
                below[l][unit] = -1;
                if (layer.activation() instanceof Activation.Host host) {
                    below[l][unit] = pieceBelowKink(host, z, bounds.sums()[l][unit]);
                    doubtfulSums[l][unit] = below[l][unit] >= 0;
                } else {
                    doubtfulSums[l][unit] = !layer.activation().kinks().isEmpty()
                            && doubtful(z, doubles.sums().get(l).get(unit).value(), bounds.sums()[l][unit]);
                }
            }
        }
        var terms = network.feedForward().loss().data();
        residuals = new int[terms.size()][network.outputs()];
        doubtfulResiduals = new boolean[terms.size()][network.outputs()];
        for (var k = 0; k < network.outputs(); k++) {
            var y = sample.targets()[k];
            var d = trace.outputs().getLast().get(k).minus(DoubleDouble.exactly(y)).value();
            for (var t = 0; t < terms.size(); t++) {
                residuals[t][k] = Sides.ofResidual(terms.get(t).kind(), d);
                doubtfulResiduals[t][k] = terms.get(t).kind() instanceof LossTerm.MeanAbsoluteError
                        && doubtful(d, doubles.outputs().getLast().get(k).value() - y, bounds.outputs()[k]);
            }
        }
    }

    /**
     * The piece that ends in a kink which z may be on either side of; -1 where there is none. A function of the host program may have
     * either slope at a kink itself.
     */
    private static int pieceBelowKink(Activation.Host host, double z, double bound) {
        for (var piece = 0; piece < host.kinks().size(); piece++) {
            if (Math.abs(z - host.kinks().get(piece)) <= bound) {
                return piece;
            }
        }
        return -1;
    }

    Sample sample() {
        return sample;
    }

    Trace<DoubleDouble> trace() {
        return trace;
    }

    Tangents tangents() {
        return tangents;
    }

    /** The lower side of the kink that z of a unit is near to. */
    int below(int layer, int unit) {
        return below[layer][unit];
    }

    /** The upper side of the kink that z of a unit is near to. */
    int above(int layer, int unit) {
        return below[layer][unit] < 0 ? 1 : below[layer][unit] + 1;
    }

    /** The side of 0 on which z of a unit lies; for a function of the host program the piece between its kinks. */
    int sum(int layer, int unit) {
        return sums[layer][unit];
    }

    /** The formula of a data term which the residual of an output calls for. */
    int residual(int term, int output) {
        return residuals[term][output];
    }

    boolean doubtfulSum(int layer, int unit) {
        return doubtfulSums[layer][unit];
    }

    boolean doubtfulResidual(int term, int output) {
        return doubtfulResiduals[term][output];
    }

    /** Whether anything is doubtful at all. */
    boolean doubtful() {
        return any(doubtfulSums) || any(doubtfulResiduals);
    }

    private static boolean doubtful(double truth, double inDoubles, double bound) {
        return Math.abs(truth) <= bound && !(truth == 0 && inDoubles == 0);
    }

    private static boolean any(boolean[][] flags) {
        return Arrays.stream(flags).anyMatch(row -> {
            for (var flag : row) {
                if (flag) {
                    return true;
                }
            }
            return false;
        });
    }
}
