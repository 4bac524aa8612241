package brickwork.verify.gradient;

import brickwork.data.SampleRows;
import brickwork.engine.Parameters;
import brickwork.engine.Tensor;
import brickwork.model.Layer;
import brickwork.model.Penalty;
import brickwork.model.Specification;
import brickwork.model.TensorSpec;
import brickwork.verify.reference.CustomTangents;
import brickwork.verify.reference.DoubleDouble;
import brickwork.verify.reference.ReferenceLayer;
import brickwork.verify.reference.ReferenceNetwork;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** The numeric derivatives of data loss and penalties by every trained parameter, tensor after tensor. */
final class NumericGradient {

    private static final DoubleDouble ZERO = DoubleDouble.exactly(0);

    private final Specification network;
    private final Parameters parameters;
    private final LinearizationPoint point;
    private final OutputSlopes slopes;
    private final boolean parallel;
    private final List<Kink> weightKinks = new ArrayList<>();
    /** The slopes by what one reference layer gives, which all its tensors share, and which layer that is. */
    private OutputSlopes.Slope[][] byOutputs;
    private int sloped = -1;

    NumericGradient(ReferenceNetwork network, Parameters parameters, SampleRows rows, GradientCheck.Options options) {
        this.network = network.network();
        this.parameters = parameters;
        this.point = new LinearizationPoint(network, parameters, rows);
        this.slopes = new OutputSlopes(this.network, point, options.cancellation());
        this.parallel = options.parallel();
    }

    /**
     * The derivatives by one parameter.
     *
     * @param data      of the data loss
     * @param low       the least derivative of the data loss with doubtful pieces fixed either way
     * @param high      likewise the greatest
     * @param penalties of each penalty
     */
    record Entry(DoubleDouble data, DoubleDouble low, DoubleDouble high, List<DoubleDouble> penalties) {

        /** Whether the piece of a kinked function is in doubt. */
        boolean doubtful() {
            return !low.equals(high);
        }

        /** Of all penalties together. */
        DoubleDouble penalty() {
            return penalties.stream().reduce(ZERO, DoubleDouble::plus);
        }
    }

    /** By all entries of a tensor of a layer, row after row. */
    List<Entry> of(Layer layer, TensorSpec spec) {
        var tensor = parameters.tensor(spec.name());
        var position = point.pass().model().positionOf(tensor.name());
        var data = point.pass().model().layers().get(position) instanceof ReferenceLayer.Linear<DoubleDouble> linear
                && sharesSlopes(linear, position)
                        ? alongOutputs(linear, position, tensor)
                        : byMoving(position, tensor);
        var penalties = spec.penalized()
                ? penalties(layer, tensor)
                : Collections.nCopies(data.size(), Collections.nCopies(network.feedForward().loss().penalties().size(), ZERO));
        return IntStream.range(0, data.size()).mapToObj(index -> {
            var slope = data.get(index);
            return new Entry(slope.pinned(), slope.low(), slope.high(), penalties.get(index));
        }).toList();
    }

    /**
     * For a parameter that moves one unit by h·factor in each sample and nothing else: dL/dw = Σ dL/dz·factor, where all parameters of the
     * unit share the slopes dL/dz.
     */
    private List<OutputSlopes.Slope> alongOutputs(ReferenceLayer.Linear<DoubleDouble> layer, int position, Tensor tensor) {
        if (sloped != position) {
            byOutputs = slopes.byOutputs(position, parallel);
            sloped = position;
        }
        return IntStream.range(0, tensor.values().length).mapToObj(index -> {
            var factors = layer.factors(tensor.name(), index, point.pass().into(position));
            var ofUnit = byOutputs[layer.unit(tensor.name(), index)];
            var pinned = ZERO;
            var low = ZERO;
            var high = ZERO;
            for (var sample = 0; sample < point.samples(); sample++) {
                var slope = ofUnit[sample];
                var factor = factors.get(sample);
                pinned = pinned.plus(slope.pinned().times(factor));
                if (slope.doubtful()) {
                    var upright = factor.value() >= 0;
                    low = low.plus((upright ? slope.low() : slope.high()).minus(slope.pinned()).times(factor));
                    high = high.plus((upright ? slope.high() : slope.low()).minus(slope.pinned()).times(factor));
                }
            }
            return new OutputSlopes.Slope(pinned, pinned.plus(low), pinned.plus(high));
        }).toList();
    }

    /** Whether slopes by outputs are cheaper than by parameters: a run takes one sample, or there are fewer outputs than parameters. */
    private boolean sharesSlopes(ReferenceLayer<DoubleDouble> layer, int position) {
        var parameters = layer.tensors().stream().mapToLong(name -> this.parameters.tensor(name).values().length).sum();
        return point.pass().model().isSampleWiseFrom(position + 1)
                || (long) point.samples() * point.pass().from(position).units() < parameters;
    }

    /** By moving each parameter itself. */
    private List<OutputSlopes.Slope> byMoving(int position, Tensor tensor) {
        var entries = IntStream.range(0, tensor.values().length);
        return (parallel ? entries.parallel() : entries)
                .mapToObj(index -> slopes.byParameter(position, tensor.name(), index, tensor.values()[index])).toList();
    }

    /** Data loss over all samples. */
    double dataLoss() {
        return slopes.dataLoss().value();
    }

    /** The batch as it was evaluated. */
    LinearizationPoint point() {
        return point;
    }

    /** The kinks met so far: those of units and residuals, then those of weights. */
    List<Kink> kinks() {
        var all = new ArrayList<>(slopes.kinks());
        all.addAll(weightKinks);
        return all;
    }

    /** By each weight of a matrix: the derivative of each penalty. */
    private List<List<DoubleDouble>> penalties(Layer layer, Tensor tensor) {
        var penalties = network.feedForward().loss().penalties();
        var ofHost = penalties.stream().map(penalty -> ofHost(penalty, tensor)).toList();
        return IntStream.range(0, tensor.values().length).mapToObj(index -> IntStream.range(0, penalties.size())
                .mapToObj(p -> penalty(penalties.get(p), ofHost.get(p), layer, tensor, index)).toList()).toList();
    }

    private DoubleDouble penalty(Penalty penalty, double[] ofHost, Layer layer, Tensor tensor, int index) {
        var w = DoubleDouble.exactly(tensor.values()[index]);
        var slope = switch (penalty) {
            case Penalty.L1 _ -> {
                if (Math.abs(w.value()) <= CentralDifference.firstStep(w.value())) {
                    weightKinks.add(new Kink(Kink.Kind.WEIGHT, layer.number(), index / tensor.columns(), -1, index % tensor.columns()));
                }
                yield CentralDifference.slope(shift -> shift.plus(w).times(Math.signum(w.value())), w.value());
            }
            case Penalty.L2 _ -> CentralDifference.slope(shift -> shift.plus(w).times(shift.plus(w)), w.value());
            case Penalty.Host _ -> DoubleDouble.exactly(ofHost[index]);
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
                .mapToDouble(i -> CustomTangents.ofPenalty(host, tensor.values(), tensor.rows(), tensor.columns(), i)).toArray();
    }
}
