package brickwork.verify.gradient;

import brickwork.engine.Cancellation;
import brickwork.model.Specification;
import brickwork.verify.reference.DoubleDouble;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * How the data loss changes, numerically, with what a layer gives for one unit and sample, or with one parameter. Only what lies behind is
 * computed anew: of one sample where the layers behind are sample-wise, of the whole batch where one of them couples samples.
 */
final class OutputSlopes {

    private static final Comparator<Kink> ORDER = Comparator.comparingInt(Kink::layer).thenComparing(Kink::kind)
            .thenComparingInt(Kink::unit).thenComparingInt(Kink::sample).thenComparingInt(Kink::column);

    private final Specification network;
    private final LinearizationPoint point;
    private final Cancellation cancellation;
    private final Set<Kink> kinks = new ConcurrentSkipListSet<>(ORDER);

    OutputSlopes(Specification network, LinearizationPoint point, Cancellation cancellation) {
        this.network = network;
        this.point = point;
        this.cancellation = cancellation;
    }

    /**
     * A derivative of the data loss.
     *
     * @param pinned with every function on the piece where the point lies
     * @param low    the least derivative with doubtful pieces fixed either way; {@code pinned} where there are none
     * @param high   likewise the greatest
     */
    record Slope(DoubleDouble pinned, DoubleDouble low, DoubleDouble high) {
        boolean doubtful() {
            return low.value() != high.value();
        }
    }

    /**
     * By everything the reference layer at {@code position} gives: [unit][sample]. Units are shared out to threads; the result is the same.
     */
    Slope[][] byOutputs(int position, boolean parallel) {
        var given = point.pass().from(position);
        var units = IntStream.range(0, given.units());
        return (parallel ? units.parallel() : units).mapToObj(unit -> IntStream.range(0, given.count())
                .mapToObj(sample -> byOutput(position, unit, sample)).toArray(Slope[]::new)).toArray(Slope[][]::new);
    }

    private Slope byOutput(int position, int unit, int sample) {
        var scale = point.pass().from(position).at(sample, unit).value();
        var reached = point.neighbourhood().reached(position, sample);
        return slope(scale, reached,
                branches -> shift -> point.neighbourhood().lossWithOutput(position, unit, sample, shift, reached, branches));
    }

    /** By one entry of a tensor that the reference layer at {@code position} uses. */
    Slope byParameter(int position, String tensor, int index, double value) {
        return slope(value, point.pass().into(0).samples(),
                branches -> shift -> point.neighbourhood().lossWithParameter(position, tensor, index, shift, branches));
    }

    private Slope slope(double scale, List<Integer> reached, Function<PinnedBranches, UnaryOperator<DoubleDouble>> curve) {
        cancellation.check();
        var pinned = CentralDifference.slope(curve.apply(pinned(PinnedBranches.Doubtful.NATURAL, kinks)), scale);
        if (!point.isDoubtful(reached)) {
            return new Slope(pinned, pinned, pinned);
        }
        var elsewhere = new TreeSet<>(ORDER);
        var all = Arrays.stream(PinnedBranches.Doubtful.values())
                .map(doubtful -> CentralDifference.slope(curve.apply(pinned(doubtful, elsewhere)), scale))
                .sorted(Comparator.comparingDouble(DoubleDouble::value)).toList();
        return new Slope(pinned, all.getFirst(), all.getLast());
    }

    /** Data loss over all samples. */
    DoubleDouble dataLoss() {
        return point.neighbourhood().loss(pinned(PinnedBranches.Doubtful.NATURAL, kinks));
    }

    /** The kinks met so far, in order. */
    List<Kink> kinks() {
        return List.copyOf(kinks);
    }

    private PinnedBranches pinned(PinnedBranches.Doubtful doubtful, Set<Kink> crossed) {
        return new PinnedBranches(network, point, doubtful, crossed);
    }
}
