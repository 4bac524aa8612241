package brickwork.verify.reference;

import brickwork.model.Loss;
import brickwork.model.LossTerm;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The data terms of a loss for one sample of a batch of B, with K outputs: forward in any number type, backward in doubles. */
final class ReferenceLoss {

    private ReferenceLoss() {}

    /** What one sample adds to the data loss of a batch of {@code batchSize}. */
    static <S extends Scalar<S>> S share(Loss loss, List<S> z, List<S> a, Sample sample, int batchSize, Branches branches) {
        return share(loss, z, a, sample, batchSize, branches, (_, host) -> ofHost(host, a, sample.targets()));
    }

    /** A term of the host program over one sample. */
    interface OfHost<S> {
        S value(int term, LossTerm.Host host);
    }

    /** The same with other values for the terms of the host program. */
    static <S extends Scalar<S>> S share(Loss loss, List<S> z, List<S> a, Sample sample, int batchSize, Branches branches,
            OfHost<S> ofHost) {
        var y = sample.targets();
        var total = z.getFirst().of(0);
        for (var t = 0; t < loss.data().size(); t++) {
            var term = loss.data().get(t);
            var sum = total.of(0);
            if (term.kind() instanceof LossTerm.Host host) {
                sum = ofHost.value(t, host);
            } else if (term.kind() instanceof LossTerm.CrossEntropy) {
                // -Σ y·log a with log a = z - log Σ e^z
                var logSum = ReferenceActivation.logSumExp(z);
                for (var k = 0; k < y.length; k++) {
                    sum = sum.plus(logSum.minus(z.get(k)).times(y[k]));
                }
            } else {
                for (var k = 0; k < y.length; k++) {
                    var place = new Place(t, k, sample.number());
                    sum = sum.plus(ofOutput(term.kind(), z.get(k), a.get(k).minus(total.of(y[k])), y[k], place, branches));
                }
            }
            total = total.plus(sum.times(term.factor()).over(total.of(divisor(term.kind(), batchSize, y.length))));
        }
        return total;
    }

    private static <S extends Scalar<S>> S ofHost(LossTerm.Host host, List<S> a, double[] y) {
        var outputs = Batch.doubles(a);
        var slope = 0.0;
        if (a.stream().anyMatch(output -> output.slope() != 0)) {
            var tangents = CustomTangents.ofTerm(host, outputs, y);
            for (var k = 0; k < y.length; k++) {
                slope += tangents[k] * a.get(k).slope();
            }
        }
        return a.getFirst().of(host.value(outputs.clone(), y.clone()), slope);
    }

    /** The parts of {@link #share}: a row for each data term, a number for each output; a single one for a term of the host program. */
    static <S extends Scalar<S>> List<List<S>> parts(Loss loss, List<S> z, List<S> a, Sample sample, int batchSize) {
        var y = sample.targets();
        var logSum = ReferenceActivation.logSumExp(z);
        return IntStream.range(0, loss.data().size()).mapToObj(t -> {
            var term = loss.data().get(t);
            var parts = switch (term.kind()) {
                case LossTerm.Host host -> Stream.of(ofHost(host, a, y));
                case LossTerm.CrossEntropy _ -> IntStream.range(0, y.length).mapToObj(k -> logSum.minus(z.get(k)).times(y[k]));
                case LossTerm.MeanSquaredError _, LossTerm.SumSquaredError _, LossTerm.MeanAbsoluteError _, LossTerm.Huber _,
                        LossTerm.BinaryCrossEntropy _ -> IntStream.range(0, y.length).mapToObj(k -> ofOutput(term.kind(), z.get(k),
                                a.get(k).minus(logSum.of(y[k])), y[k], new Place(t, k, sample.number()), Branches.NATURAL));
            };
            return parts.map(part -> part.times(term.factor()).over(logSum.of(divisor(term.kind(), batchSize, y.length)))).toList();
        }).toList();
    }

    /** Where a residual stands. */
    private record Place(int term, int output, int sample) {}

    private static <S extends Scalar<S>> S ofOutput(LossTerm.Kind kind, S z, S residual, double y, Place place, Branches branches) {
        return residual.branching().through(residual, Pieces.of(kind),
                natural -> branches.ofResidual(place.term(), place.output(), place.sample(), natural), (d, piece) -> switch (kind) {
                    case LossTerm.MeanSquaredError _, LossTerm.SumSquaredError _ -> d.times(d);
                    case LossTerm.MeanAbsoluteError _ -> d.times(piece);
                    case LossTerm.Huber(var threshold) -> piece == 0
                            ? d.times(d).times(0.5)
                            : d.times(piece).minus(d.of(threshold / 2)).times(threshold);
                    // -y·log a - (1-y)·log(1-a) with log a = z - softplus z and log(1-a) = -softplus z
                    case LossTerm.BinaryCrossEntropy _ -> z.softplus().minus(z.times(y));
                    case LossTerm.CrossEntropy _, LossTerm.Host _ ->
                            throw new IllegalArgumentException(kind.word() + " is a function of all outputs, not of one");
                });
    }

    /** B·K for a mean over outputs, B for a sum over them. */
    private static double divisor(LossTerm.Kind kind, int batchSize, int outputs) {
        return switch (kind) {
            case LossTerm.SumSquaredError _, LossTerm.CrossEntropy _, LossTerm.Host _ -> batchSize;
            case LossTerm.MeanSquaredError _, LossTerm.MeanAbsoluteError _, LossTerm.Huber _, LossTerm.BinaryCrossEntropy _ ->
                    (double) batchSize * outputs;
        };
    }

    /** dL/da for one sample, by the terms that are functions of a. */
    static double[] byOutputs(Loss loss, double[] a, double[] y, int batchSize) {
        var da = new double[y.length];
        for (var term : loss.data()) {
            var scale = term.factor() / divisor(term.kind(), batchSize, y.length);
            var ofHost = new double[y.length];
            if (term.kind() instanceof LossTerm.Host host) {
                host.gradient(a.clone(), y.clone(), ofHost);
            }
            for (var k = 0; k < y.length; k++) {
                var d = a[k] - y[k];
                switch (term.kind()) {
                    case LossTerm.MeanSquaredError _, LossTerm.SumSquaredError _ -> da[k] += scale * 2 * d;
                    case LossTerm.MeanAbsoluteError _ -> da[k] += scale * Math.signum(d);
                    case LossTerm.Huber(var threshold) -> da[k] += scale * Math.clamp(d, -threshold, threshold);
                    case LossTerm.Host _ -> da[k] += scale * ofHost[k];
                    case LossTerm.BinaryCrossEntropy _, LossTerm.CrossEntropy _ -> {}
                }
            }
        }
        return da;
    }

    /** dL/dz for one sample, by the terms that are functions of z. */
    static double[] byPreActivations(Loss loss, double[] a, double[] y, int batchSize) {
        var dz = new double[y.length];
        var targets = DoubleStream.of(y).reduce(0, Double::sum);
        for (var term : loss.data()) {
            var scale = term.factor() / divisor(term.kind(), batchSize, y.length);
            for (var k = 0; k < y.length; k++) {
                switch (term.kind()) {
                    case LossTerm.BinaryCrossEntropy _ -> dz[k] += scale * (a[k] - y[k]);
                    case LossTerm.CrossEntropy _ -> dz[k] += scale * (a[k] * targets - y[k]);
                    case LossTerm.MeanSquaredError _, LossTerm.SumSquaredError _, LossTerm.MeanAbsoluteError _, LossTerm.Huber _,
                            LossTerm.Host _ -> {}
                }
            }
        }
        return dz;
    }
}
