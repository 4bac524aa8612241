package brickwork.verify.trace;

import brickwork.model.Bias;
import brickwork.model.Layer;
import brickwork.verify.reference.BackwardPass;
import brickwork.verify.reference.ForwardPass;
import brickwork.verify.reference.Real;

/**
 * What a layer that normalises takes from the whole batch, unit by unit: with h = W·inputs, x = (h - mean)/√(variance + epsilon) and
 * z = gamma·x + beta.
 *
 * @param layer         whose it is
 * @param norm          how it normalises
 * @param mean          the mean of h
 * @param variance      the mean of (h - mean)²
 * @param delta         the mean of dL/dz
 * @param deltaByNormal the mean of dL/dz·x
 */
public record NormalizationTrace(Layer layer, Bias.Norm norm, BatchMean mean, BatchMean variance, BatchMean delta,
        BatchMean deltaByNormal) {

    /** Of a pass over the whole batch, of which the first {@code shown} samples are written out. */
    static NormalizationTrace of(Layer layer, Bias.Norm norm, ForwardPass<Real> pass, BackwardPass backward, int shown) {
        var place = layer.number() - 1;
        var products = pass.products(place);
        var normalized = pass.normalized(place).orElseThrow();
        var deltas = backward.byPreActivations(place);
        var sums = new Sums(products.count(), shown, layer.units());
        var mean = sums.of((sample, unit) -> products.at(sample, unit).value());
        return new NormalizationTrace(layer, norm, mean,
                sums.of((sample, unit) -> square(products.at(sample, unit).value() - mean.mean()[unit])),
                sums.of((sample, unit) -> deltas[sample][unit]),
                sums.of((sample, unit) -> deltas[sample][unit] * normalized.at(sample, unit).value()));
    }

    private record Sums(int samples, int shown, int units) {
        BatchMean of(BatchMean.Numbers numbers) {
            return BatchMean.of(samples, shown, units, numbers);
        }
    }

    private static double square(double x) {
        return x * x;
    }

    /** The variance that the running one follows: variance·B/(B - 1). */
    double[] unbiasedVariance(int batch) {
        var unbiased = variance.mean().clone();
        for (var unit = 0; unit < unbiased.length; unit++) {
            unbiased[unit] = unbiased[unit] * batch / (batch - 1);
        }
        return unbiased;
    }
}
