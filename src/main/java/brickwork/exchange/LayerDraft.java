package brickwork.exchange;

import brickwork.model.Activation;
import brickwork.model.Bias;
import java.util.Arrays;
import java.util.Optional;

/**
 * A layer that is put together: f(norm(W·x + b)).
 *
 * @param inputs     width of what it takes
 * @param units      width of what it gives
 * @param weights    W as [units, inputs], row-major; changed in place by {@link #times} and {@link #after}
 * @param bias       b; empty where there is none
 * @param norm       a batch normalisation in the bias's place
 * @param activation f
 */
record LayerDraft(int inputs, int units, double[] weights, Optional<double[]> bias, Optional<Norm> norm, Activation activation) {

    /** (h - mean)/√(variance + epsilon)·gamma + beta, unit by unit; momentum is the share of a batch in the running values. */
    record Norm(double[] gamma, double[] beta, double[] mean, double[] variance, double momentum, double epsilon) {

        Bias.Norm option() {
            return new Bias.Norm(momentum, epsilon);
        }

        /** Whether the language can say it. */
        boolean isSayable() {
            return epsilon > 0 && Arrays.stream(variance).allMatch(v -> v >= 0);
        }

        /** As a factor and an offset. */
        ColumnAffine affine() {
            var factor = gamma.clone();
            Arrays.setAll(factor, i -> gamma[i] / Math.sqrt(variance[i] + epsilon));
            var offset = beta.clone();
            Arrays.setAll(offset, i -> beta[i] - mean[i] * factor[i]);
            return new ColumnAffine(factor, offset);
        }
    }

    /** W·x + b; {@code weights} become the draft's own. */
    static LayerDraft linear(int inputs, int units, double[] weights, Optional<double[]> bias) {
        return new LayerDraft(inputs, units, weights, bias, Optional.empty(), new Activation.Linear());
    }

    /** The given columns as a layer of as many units. */
    static LayerDraft diagonal(ColumnAffine columns) {
        var width = columns.factor().length;
        var weights = new double[width * width];
        for (var i = 0; i < width; i++) {
            weights[i * width + i] = columns.factor()[i];
        }
        return linear(width, width, weights, Optional.of(columns.offset()).filter(LayerDraft::isAny));
    }

    private static boolean isAny(double[] values) {
        return Arrays.stream(values).anyMatch(value -> value != 0);
    }

    /** c added to what it gives; nothing is rounded where it has no bias yet. */
    LayerDraft plus(double[] c) {
        return norm.isPresent()
                ? with(norm.map(n -> new Norm(n.gamma, ColumnAffine.sum(n.beta, c), n.mean, n.variance, n.momentum, n.epsilon)))
                : withBias(Optional.of(bias.map(b -> ColumnAffine.sum(b, c)).orElseGet(c::clone)));
    }

    /** What it gives multiplied with c. */
    LayerDraft times(double[] c) {
        if (norm.isPresent()) {
            return with(norm.map(n -> new Norm(ColumnAffine.product(n.gamma, c), ColumnAffine.product(n.beta, c), n.mean, n.variance,
                    n.momentum, n.epsilon)));
        }
        for (var i = 0; i < weights.length; i++) {
            weights[i] *= c[i / inputs];
        }
        return withBias(bias.map(b -> ColumnAffine.product(b, c)));
    }

    /** The layer behind columns that come with a factor and an offset: W·(f·x + o) + b = (W·f)·x + (W·o + b). */
    LayerDraft after(ColumnAffine columns) {
        var sum = bias.map(double[]::clone).orElseGet(() -> new double[units]);
        for (var i = 0; i < weights.length; i++) {
            sum[i / inputs] = Math.fma(weights[i], columns.offset()[i % inputs], sum[i / inputs]);
            weights[i] *= columns.factor()[i % inputs];
        }
        return withBias(isAny(sum) ? Optional.of(sum) : bias);
    }

    /** The layer with a normalisation, which takes the bias into its mean: (h + b) - mean = h - (mean - b). */
    LayerDraft normalised(Norm n) {
        var mean = bias.map(b -> {
            var rest = n.mean.clone();
            Arrays.setAll(rest, i -> n.mean[i] - b[i]);
            return rest;
        }).orElse(n.mean);
        return withBias(Optional.empty()).with(Optional.of(new Norm(n.gamma, n.beta, mean, n.variance, n.momentum, n.epsilon)));
    }

    LayerDraft with(Activation other) {
        return new LayerDraft(inputs, units, weights, bias, norm, other);
    }

    private LayerDraft with(Optional<Norm> other) {
        return new LayerDraft(inputs, units, weights, bias, other, activation);
    }

    private LayerDraft withBias(Optional<double[]> other) {
        return new LayerDraft(inputs, units, weights, other, norm, activation);
    }

    /** The option in place of the bias, as a spec says it; empty for a bias that is trained. */
    String option() {
        return norm.map(n -> " " + n.option().text()).orElse(bias.isPresent() ? "" : " " + new Bias.None().text());
    }

    /** The numbers of a tensor by its word, such as {@code weight}. */
    double[] values(String word) {
        return switch (word) {
            case "weight" -> weights;
            case "bias" -> bias.orElseThrow();
            case String other -> {
                var n = norm.orElseThrow();
                yield new double[][] {n.gamma, n.beta, n.mean, n.variance}[Bias.Norm.TENSORS.indexOf(other)];
            }
        };
    }
}
