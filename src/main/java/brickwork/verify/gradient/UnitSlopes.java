package brickwork.verify.gradient;

import brickwork.data.SampleRows;
import brickwork.engine.Parameters;
import brickwork.model.Specification;
import brickwork.verify.reference.DoubleDouble;
import brickwork.verify.reference.ReferenceForward;
import brickwork.verify.reference.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * How the data loss changes with z of each unit and sample, numerically. To move a weight by h is to move z of its unit by h·a in each
 * sample and nothing else, so that all weights of a unit share one curve a sample; the weight's step is the curve's step divided by a. Only
 * what lies behind the unit is computed anew.
 */
final class UnitSlopes {

    private static final Comparator<Kink> ORDER = Comparator.comparingInt(Kink::layer).thenComparing(Kink::kind)
            .thenComparingInt(Kink::unit).thenComparingInt(Kink::sample).thenComparingInt(Kink::column);

    private final Specification network;
    private final ReferenceForward<DoubleDouble> forward;
    private final List<BasePoint> points = new ArrayList<>();
    private final Set<Kink> kinks = new ConcurrentSkipListSet<>(ORDER);

    UnitSlopes(Specification network, Parameters parameters, SampleRows rows) {
        this.network = network;
        this.forward = ReferenceForward.precise(network, parameters);
        var plain = ReferenceForward.plain(network, parameters);
        for (var row = 0; row < rows.count(); row++) {
            points.add(new BasePoint(network, parameters, forward, plain, Sample.of(rows, row)));
        }
    }

    /**
     * d(data loss)/dz of one unit in one sample.
     *
     * @param held the slope on the side where the point lies
     * @param low  the least slope with doubtful kinks held on either side; {@code held} where there are none
     * @param high likewise the greatest
     */
    record Slope(DoubleDouble held, DoubleDouble low, DoubleDouble high) {
        boolean doubtful() {
            return low.value() != high.value();
        }
    }

    /** The slopes of all units of a layer, counted from 0: [unit][sample]. Units are shared out to threads; the result is the same. */
    Slope[][] ofLayer(int layer, boolean parallel) {
        IntFunction<Slope[]> ofUnit = unit -> IntStream.range(0, points.size())
                .mapToObj(sample -> slope(layer, unit, sample)).toArray(Slope[]::new);
        var units = IntStream.range(0, network.feedForward().layers().get(layer).units());
        return (parallel ? units.parallel() : units).mapToObj(ofUnit).toArray(Slope[][]::new);
    }

    /** What the unit's weights multiply: a of the layer below, to 30 digits. */
    DoubleDouble into(int layer, int sample, int input) {
        return points.get(sample).trace().into(layer).get(input);
    }

    /** Data loss over all samples. */
    DoubleDouble dataLoss() {
        var total = DoubleDouble.exactly(0);
        for (var sample = 0; sample < points.size(); sample++) {
            var point = points.get(sample);
            total = total.plus(forward.share(point.trace(), point.sample().targets(), points.size(),
                    held(sample, HeldSides.Doubtful.AS_THEY_LIE, kinks)));
        }
        return total;
    }

    /** The kinks met so far, in order. */
    List<Kink> kinks() {
        return List.copyOf(kinks);
    }

    List<BasePoint> points() {
        return points;
    }

    int samples() {
        return points.size();
    }

    private Slope slope(int layer, int unit, int sample) {
        var held = slope(layer, unit, sample, held(sample, HeldSides.Doubtful.AS_THEY_LIE, kinks));
        if (!points.get(sample).doubtful()) {
            return new Slope(held, held, held);
        }
        var elsewhere = new TreeSet<>(ORDER);
        var all = Arrays.stream(HeldSides.Doubtful.values())
                .map(doubtful -> slope(layer, unit, sample, held(sample, doubtful, elsewhere)))
                .sorted(Comparator.comparingDouble(DoubleDouble::value)).toList();
        return new Slope(held, all.getFirst(), all.getLast());
    }

    private DoubleDouble slope(int layer, int unit, int sample, HeldSides sides) {
        var point = points.get(sample);
        return CentralDifference.slope(
                shift -> forward.shiftedShare(point.trace(), point.tangents(), layer, unit, shift, point.sample().targets(), points.size(),
                        sides),
                point.trace().sums().get(layer).get(unit).value());
    }

    private HeldSides held(int sample, HeldSides.Doubtful doubtful, Set<Kink> crossed) {
        return new HeldSides(network, points.get(sample), sample, doubtful, crossed);
    }
}
