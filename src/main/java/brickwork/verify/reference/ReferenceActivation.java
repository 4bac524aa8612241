package brickwork.verify.reference;

import brickwork.model.Activation;
import java.util.List;

/** The formulas of activations: values in any number type, derivatives in doubles. */
public final class ReferenceActivation {

    private static final double ROOT_HALF = StrictMath.sqrt(0.5);
    private static final double ROOT_TWO_PI = StrictMath.sqrt(2 * StrictMath.PI);

    private ReferenceActivation() {}

    /** f'(z) for all units; none where f is softmax. */
    public static double[] slopes(Activation f, double[] z, double[] a) {
        if (f instanceof Activation.Softmax) {
            return new double[0];
        }
        var slopes = new double[z.length];
        for (var i = 0; i < z.length; i++) {
            slopes[i] = derivative(f, z[i], a[i]);
        }
        return slopes;
    }

    /** f(z) by the formula of one of the {@link Pieces} of f. */
    static <S extends Scalar<S>> S value(Activation f, S z, int piece) {
        return switch (f) {
            case Activation.Linear _ -> z;
            case Activation.Sigmoid _ -> z.sigmoid();
            case Activation.Tanh _ -> z.tanh();
            case Activation.Relu _ -> piece > 0 ? z : z.of(0);
            case Activation.LeakyRelu(var slope) -> piece > 0 ? z : z.times(slope);
            case Activation.Elu(var alpha) -> piece > 0 ? z : z.expm1().times(alpha);
            case Activation.Selu _ -> (piece > 0 ? z : z.expm1().times(Activation.Selu.ALPHA)).times(Activation.Selu.SCALE);
            case Activation.Gelu _ -> z.times(z.times(ROOT_HALF).erf().plus(z.of(1))).times(0.5);
            case Activation.Silu _ -> z.times(z.sigmoid());
            case Activation.Mish _ -> z.times(z.softplus().tanh());
            case Activation.Softplus _ -> z.softplus();
            case Activation.Host host -> z.mapped(host.value(z.value()), () -> CustomTangents.ofActivation(host, z.value(), piece));
            case Activation.Softmax _ -> throw ofAllUnits();
        };
    }

    /** f'(z), given also a = f(z). */
    static double derivative(Activation f, double z, double a) {
        return switch (f) {
            case Activation.Linear _ -> 1;
            case Activation.Sigmoid _ -> a * (1 - a);
            case Activation.Tanh _ -> 1 - a * a;
            case Activation.Relu _ -> z > 0 ? 1 : 0;
            case Activation.LeakyRelu(var slope) -> z > 0 ? 1 : slope;
            case Activation.Elu(var alpha) -> z > 0 ? 1 : alpha * StrictMath.exp(z);
            case Activation.Selu _ -> Activation.Selu.SCALE * (z > 0 ? 1 : Activation.Selu.ALPHA * StrictMath.exp(z));
            case Activation.Gelu _ -> (1 + ErrorFunction.erf(z * ROOT_HALF)) / 2 + z * StrictMath.exp(-z * z / 2) / ROOT_TWO_PI;
            case Activation.Silu _ -> {
                var s = new Real(z).sigmoid().value();
                yield s + z * s * (1 - s);
            }
            case Activation.Mish _ -> {
                var t = new Real(z).softplus().tanh().value();
                yield t + z * (1 - t * t) * new Real(z).sigmoid().value();
            }
            case Activation.Softplus _ -> new Real(z).sigmoid().value();
            case Activation.Host host -> host.derivative(z);
            case Activation.Softmax _ -> throw ofAllUnits();
        };
    }

    private static IllegalArgumentException ofAllUnits() {
        return new IllegalArgumentException("softmax is a function of all units of a layer, not of one");
    }

    /** e^(z_k - max) / Σ e^(z_j - max). */
    static <S extends Scalar<S>> List<S> softmax(List<S> z) {
        var max = max(z);
        var powers = z.stream().map(s -> s.minus(max).exp()).toList();
        var sum = sum(powers);
        return powers.stream().map(e -> e.over(sum)).toList();
    }

    /** log Σ e^z_j. */
    static <S extends Scalar<S>> S logSumExp(List<S> z) {
        var max = max(z);
        return max.plus(sum(z.stream().map(s -> s.minus(max).exp()).toList()).log());
    }

    /** The number of the greatest value. Any other would do for softmax too, as long as no power overflows. */
    private static <S extends Scalar<S>> S max(List<S> z) {
        var max = z.getFirst();
        for (var s : z) {
            max = s.value() > max.value() ? s : max;
        }
        return max;
    }

    /** From the first to the last. */
    static <S extends Scalar<S>> S sum(List<S> terms) {
        var sum = terms.getFirst();
        for (var term : terms.subList(1, terms.size())) {
            sum = sum.plus(term);
        }
        return sum;
    }
}
