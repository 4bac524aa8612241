package brickwork.verify;

import brickwork.model.DataTerm;
import brickwork.model.Network;
import brickwork.run.Parameters;
import brickwork.verify.reference.DoubleDouble;
import brickwork.verify.reference.Real;
import brickwork.verify.reference.ReferenceForward;
import brickwork.verify.reference.Sample;
import brickwork.verify.reference.Sides;
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
    private final int[][] sums;
    private final int[][] residuals;
    private final boolean[][] doubtfulSums;
    private final boolean[][] doubtfulResiduals;

    BasePoint(Network network, Parameters parameters, ReferenceForward<DoubleDouble> precise, ReferenceForward<Real> plain, Sample sample) {
        this.sample = sample;
        this.trace = precise.trace(sample.inputs(DoubleDouble.exactly(0)), Sides.AS_THEY_FALL);
        var doubles = plain.trace(sample.inputs(new Real(0)), Sides.AS_THEY_FALL);
        var bounds = RoundingBounds.of(network, parameters, doubles);
        sums = new int[network.layers().size()][];
        doubtfulSums = new boolean[sums.length][];
        for (var l = 0; l < sums.length; l++) {
            var layer = network.layers().get(l);
            sums[l] = new int[layer.units()];
            doubtfulSums[l] = new boolean[layer.units()];
            for (var unit = 0; unit < layer.units(); unit++) {
                var z = trace.sums().get(l).get(unit).value();
                sums[l][unit] = Sides.ofSum(z);
                doubtfulSums[l][unit] = HeldSides.hasKink(layer.activation())
                        && doubtful(z, doubles.sums().get(l).get(unit).value(), bounds.sums()[l][unit]);
            }
        }
        var terms = network.loss().data();
        residuals = new int[terms.size()][network.outputs()];
        doubtfulResiduals = new boolean[terms.size()][network.outputs()];
        for (var k = 0; k < network.outputs(); k++) {
            var y = sample.targets()[k];
            var d = trace.outputs().getLast().get(k).minus(DoubleDouble.exactly(y)).value();
            for (var t = 0; t < terms.size(); t++) {
                residuals[t][k] = Sides.ofResidual(terms.get(t).kind(), d);
                doubtfulResiduals[t][k] = terms.get(t).kind() instanceof DataTerm.MeanAbsoluteError
                        && doubtful(d, doubles.outputs().getLast().get(k).value() - y, bounds.outputs()[k]);
            }
        }
    }

    Sample sample() {
        return sample;
    }

    Trace<DoubleDouble> trace() {
        return trace;
    }

    /** The side of 0 on which z of a unit lies. */
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
