package brickwork.verify.reference;

import brickwork.model.Activation;
import brickwork.model.DataTerm;
import brickwork.model.Loss;
import java.util.List;

/** The data terms of a loss for one sample of B, with K outputs: forward in any number type, backward in doubles. */
final class ReferenceLoss {

    private ReferenceLoss() {}

    /** What one sample adds to the data loss of a batch of {@code samples}. */
    static <S extends Scalar<S>> S share(Loss loss, List<S> z, List<S> a, double[] y, int samples, Sides sides) {
        var total = z.getFirst().of(0);
        for (var t = 0; t < loss.data().size(); t++) {
            var term = loss.data().get(t);
            var sum = total.of(0);
            if (term.kind() instanceof DataTerm.CrossEntropy) {
                // -Σ y·log a with log a = z - log Σ e^z
                var logSum = ReferenceActivation.logSumExp(z);
                for (var k = 0; k < y.length; k++) {
                    sum = sum.plus(logSum.minus(z.get(k)).times(y[k]));
                }
            } else {
                for (var k = 0; k < y.length; k++) {
                    var residual = a.get(k).minus(total.of(y[k]));
                    var side = sides.ofResidual(t, k, Sides.ofResidual(term.kind(), residual.value()));
                    sum = sum.plus(ofOutput(term.kind(), z.get(k), residual, y[k], side));
                }
            }
            total = total.plus(sum.times(term.factor()).over(total.of(divisor(term.kind(), samples, y.length))));
        }
        return total;
    }

    private static <S extends Scalar<S>> S ofOutput(DataTerm.Kind kind, S z, S residual, double y, int side) {
        return switch (kind) {
            case DataTerm.MeanSquaredError _, DataTerm.SumSquaredError _ -> residual.times(residual);
            case DataTerm.MeanAbsoluteError _ -> residual.times(side);
            case DataTerm.Huber(var threshold) -> side == 0
                    ? residual.times(residual).times(0.5)
                    : residual.times(side).minus(z.of(threshold / 2)).times(threshold);
            // -y·log a - (1-y)·log(1-a) with log a = z - softplus z and log(1-a) = -softplus z
            case DataTerm.BinaryCrossEntropy _ -> z.softplus().minus(z.times(y));
            case DataTerm.CrossEntropy _ -> throw new IllegalArgumentException("cross_entropy is a function of all outputs, not of one");
        };
    }

    /** B·K for a mean over outputs, B for a sum over them. */
    private static double divisor(DataTerm.Kind kind, int samples, int outputs) {
        return switch (kind) {
            case DataTerm.SumSquaredError _, DataTerm.CrossEntropy _ -> samples;
            case DataTerm.MeanSquaredError _, DataTerm.MeanAbsoluteError _, DataTerm.Huber _, DataTerm.BinaryCrossEntropy _ ->
                (double) samples * outputs;
        };
    }

    /** dL/dz of the last layer for one sample: through its activation where a term is a function of a, directly where it is one of z. */
    static double[] backward(Loss loss, Activation last, double[] z, double[] a, double[] y, int samples) {
        var da = new double[y.length];
        var direct = new double[y.length];
        for (var term : loss.data()) {
            var scale = term.factor() / divisor(term.kind(), samples, y.length);
            var targets = 0.0;
            for (var target : y) {
                targets += target;
            }
            for (var k = 0; k < y.length; k++) {
                var d = a[k] - y[k];
                switch (term.kind()) {
                    case DataTerm.MeanSquaredError _, DataTerm.SumSquaredError _ -> da[k] += scale * 2 * d;
                    case DataTerm.MeanAbsoluteError _ -> da[k] += scale * Math.signum(d);
                    case DataTerm.Huber(var threshold) -> da[k] += scale * Math.clamp(d, -threshold, threshold);
                    case DataTerm.BinaryCrossEntropy _ -> direct[k] += scale * d;
                    case DataTerm.CrossEntropy _ -> direct[k] += scale * (a[k] * targets - y[k]);
                }
            }
        }
        var dz = ReferenceActivation.backward(last, z, a, da);
        for (var k = 0; k < dz.length; k++) {
            dz[k] += direct[k];
        }
        return dz;
    }
}
