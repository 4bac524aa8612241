package brickwork.verify.gradient;

import brickwork.data.RowSubset;
import brickwork.data.SampleRows;
import brickwork.engine.Cancellation;
import brickwork.engine.Parameters;
import brickwork.engine.Tensor;
import brickwork.model.Loss;
import brickwork.model.LossTerm;
import brickwork.model.Penalty;
import brickwork.model.Precision;
import brickwork.model.Specification;
import brickwork.verify.reference.ReferenceNetwork;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The gradient check of section 9 of the language: backward gradients in double precision against Richardson-extrapolated central
 * differences of the {@link ReferenceNetwork}, taken in pairs of doubles so that only the rounding of the backward pass is left to see.
 *
 * <p>A derivative looks no further than the nearest neighbourhood, so each probe keeps a kinked function to the formula of the piece on
 * which the point lies. A kink that a probe of the first step would cross is listed; where the piece itself is in doubt by rounding, any
 * slope between those of both pieces counts as equal.
 */
public final class GradientCheck {

    /** Products that dual numbers take about a tenth of a second for. */
    private static final long DUAL_PRODUCTS = 5_000_000;
    private static final int DUAL_LEAST = 2;

    private final Specification network;
    private final ReferenceNetwork reference;
    private final SampleRows rows;
    private final Parameters parameters;
    private final Options options;
    private final Backward backward;

    private GradientCheck(ReferenceNetwork reference, SampleRows rows, Parameters parameters, Options options, Backward backward) {
        this.network = reference.network().withPrecision(Precision.F64);
        this.reference = reference;
        this.rows = RowSubset.first(rows, options.samples());
        this.parameters = new Parameters(Precision.F64, parameters.tensors());
        this.options = options;
        this.backward = backward;
    }

    /**
     * How to check.
     *
     * @param samples  how many samples at most, the first ones
     * @param parallel whether units are shared out to all cores; the figures are the same
     * @param dual     whether to compare with dual numbers too
     * @param cancellation what may end the check before its end
     */
    public record Options(int samples, boolean parallel, boolean dual, Cancellation cancellation) {

        public Options {
            if (samples < 1) {
                throw new IllegalArgumentException("a gradient check needs at least 1 sample, got " + samples);
            }
        }

        /** 16 samples, all cores, dual numbers too. */
        public static Options standard() {
            return new Options(16, true, true, Cancellation.NONE);
        }

        public Options withSamples(int newSamples) {
            return new Options(newSamples, parallel, dual, cancellation);
        }

        /** On the caller's thread alone. */
        public Options alone() {
            return new Options(samples, false, dual, cancellation);
        }

        public Options withCancellation(Cancellation other) {
            return new Options(samples, parallel, dual, other);
        }
    }

    /** Checks the gradients that training uses: those of the engine with the best kernels there are. */
    public static GradientReport check(Specification network, SampleRows rows, Parameters parameters, Options options) {
        return check(network, rows, parameters, options, EngineBackward.standard());
    }

    /**
     * Checks the gradients of {@code backward}.
     *
     * @param network    of any precision; checked in f64
     * @param rows       scaled inputs and encoded targets, as training takes them
     * @param parameters where to check, of any precision
     */
    public static GradientReport check(Specification network, SampleRows rows, Parameters parameters, Options options, Backward backward) {
        return check(new ReferenceNetwork(network), rows, parameters, options, backward);
    }

    /** Checks the gradients of {@code backward} against this reference of the network. */
    static GradientReport check(ReferenceNetwork reference, SampleRows rows, Parameters parameters, Options options, Backward backward) {
        return new GradientCheck(reference, rows, parameters, options, backward).report();
    }

    private GradientReport report() {
        var numeric = new NumericGradient(reference, parameters, rows, options);
        var dataLoss = numeric.dataLoss();
        var penaltyLoss = reference.penalty(parameters);
        var loss = dataLoss + penaltyLoss;
        var total = backward.gradients(network, parameters, rows);
        var data = backward.gradients(withLoss(new Loss(network.feedForward().loss().data(), List.of())), parameters, rows);
        var penalties = network.feedForward().loss().penalties();
        var penalty = backward.gradients(withLoss(alone(penalties)), parameters, rows);
        var apart = penalties.size() == 1 ? List.of(penalty)
                : penalties.stream().map(p -> backward.gradients(withLoss(alone(List.of(p))), parameters, rows)).toList();

        var all = new Comparisons(loss, penalties.size());
        var tensors = new ArrayList<GradientReport.OfTensor>();
        for (var layer : network.feedForward().layers()) {
            for (var spec : layer.trainedTensors()) {
                var tensor = parameters.tensor(spec.name());
                var comparisons = new Comparisons(loss, penalties.size());
                var stride = dualStride(tensor);
                var entries = numeric.of(layer, spec);
                for (var index = 0; index < entries.size(); index++) {
                    var n = entries.get(index);
                    comparisons.total.add(layer, tensor, index, at(total, tensor, index), n.data().plus(n.penalty()).value(),
                            n.low().plus(n.penalty()).value(), n.high().plus(n.penalty()).value());
                    comparisons.data.add(layer, tensor, index, at(data, tensor, index), n.data().value(), n.low().value(),
                            n.high().value());
                    comparisons.penalty.add(layer, tensor, index, at(penalty, tensor, index), n.penalty().value());
                    for (var p = 0; p < apart.size(); p++) {
                        comparisons.apart.get(p).add(layer, tensor, index, at(apart.get(p), tensor, index), n.penalties().get(p).value());
                    }
                    if (index % stride == 0 && !n.doubtful() && options.dual()) {
                        comparisons.dual.add(layer, tensor, index, at(total, tensor, index),
                                reference.derivative(parameters, rows, tensor.name(), index / tensor.columns(), index % tensor.columns()));
                    }
                }
                all.add(comparisons);
                tensors.add(new GradientReport.OfTensor(tensor.name(), layer.number(), tensor.rows(), tensor.columns(),
                        comparisons.total.figures(), comparisons.data.figures(), comparisons.penalty.figures()));
            }
        }
        var figures = new GradientReport.Figures(all.total.figures(), all.data.figures(), all.penalty.figures(), all.ofPenalties(penalties),
                options.dual() ? Optional.of(all.dual.figures()) : Optional.empty());
        var report = new GradientReport(figures, tensors, numeric.kinks(), rows.count(), dataLoss, penaltyLoss, List.of());
        return report.passed() || !report.finite() ? report : report.withHostFaults(HostFaults.find(network, parameters, numeric.point()));
    }

    /** The comparisons made side by side over the same parameters. */
    private static final class Comparisons {
        private final GradientComparison total;
        private final GradientComparison data;
        private final GradientComparison penalty;
        private final List<GradientComparison> apart;
        private final GradientComparison dual;

        Comparisons(double loss, int penalties) {
            total = new GradientComparison(loss);
            data = new GradientComparison(loss);
            penalty = new GradientComparison(loss);
            apart = Stream.generate(() -> new GradientComparison(loss)).limit(penalties).toList();
            dual = new GradientComparison(loss);
        }

        void add(Comparisons other) {
            total.add(other.total);
            data.add(other.data);
            penalty.add(other.penalty);
            for (var p = 0; p < apart.size(); p++) {
                apart.get(p).add(other.apart.get(p));
            }
            dual.add(other.dual);
        }

        List<GradientReport.OfPenalty> ofPenalties(List<Penalty> penalties) {
            return IntStream.range(0, apart.size())
                    .mapToObj(p -> new GradientReport.OfPenalty(penalties.get(p), apart.get(p).figures())).toList();
        }
    }

    private static double at(Parameters gradients, Tensor tensor, int index) {
        return gradients.tensor(tensor.name()).values()[index];
    }

    /**
     * Every how many entries of a tensor are compared with dual numbers: all, unless that would take long. It shares no factor with the
     * number of columns, so that every column has its turn.
     */
    private int dualStride(Tensor tensor) {
        var each = network.parameters() * rows.count();
        var affordable = Math.max(DUAL_LEAST, DUAL_PRODUCTS / each / parameters.tensors().size());
        var stride = Math.max(1, Math.ceilDiv(tensor.values().length, affordable));
        while (BigInteger.valueOf(stride).gcd(BigInteger.valueOf(tensor.columns())).intValue() > 1) {
            stride++;
        }
        return (int) stride;
    }

    private Loss alone(List<Penalty> penalties) {
        var silent = network.feedForward().loss().data().stream().map(term -> new LossTerm(0, term.kind(), term.origin())).toList();
        return new Loss(silent, penalties);
    }

    private Specification withLoss(Loss loss) {
        return network.withModel(network.feedForward().withLoss(loss));
    }
}
