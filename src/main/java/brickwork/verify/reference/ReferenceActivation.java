package brickwork.verify.reference;

import brickwork.model.Activation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntBinaryOperator;

/** The functions f of a dense layer, a = f(z), for one sample: forward in any number type, backward in doubles. */
public final class ReferenceActivation {

    private static final double ROOT_HALF = StrictMath.sqrt(0.5);
    private static final double ROOT_TWO_PI = StrictMath.sqrt(2 * StrictMath.PI);

    private ReferenceActivation() {}

    /**
     * a = f(z) for all units.
     *
     * @param side the side of a kink a unit takes, given the unit and the side its z falls on
     */
    static <S extends Scalar<S>> List<S> outputs(Activation f, List<S> z, IntBinaryOperator side) {
        if (f instanceof Activation.Softmax) {
            return softmax(z);
        }
        var outputs = new ArrayList<S>(z.size());
        for (var i = 0; i < z.size(); i++) {
            outputs.add(output(f, z.get(i), side.applyAsInt(i, Sides.ofSum(f, z.get(i).value()))));
        }
        return outputs;
    }

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

    /** dL/dz from dL/da for all units. */
    static double[] backward(Activation f, double[] slopes, double[] a, double[] da) {
        var dz = new double[a.length];
        if (f instanceof Activation.Softmax) {
            // da_j/dz_k = a_j·([j = k] - a_k)
            var mean = 0.0;
            for (var j = 0; j < a.length; j++) {
                mean += da[j] * a[j];
            }
            for (var k = 0; k < a.length; k++) {
                dz[k] = a[k] * (da[k] - mean);
            }
        } else {
            for (var i = 0; i < a.length; i++) {
                dz[i] = da[i] * slopes[i];
            }
        }
        return dz;
    }

    static <S extends Scalar<S>> S output(Activation f, S z, int side) {
        return switch (f) {
            case Activation.Linear _ -> z;
            case Activation.Sigmoid _ -> z.sigmoid();
            case Activation.Tanh _ -> z.tanh();
            case Activation.Relu _ -> side > 0 ? z : z.of(0);
            case Activation.LeakyRelu(var slope) -> side > 0 ? z : z.times(slope);
            case Activation.Elu(var alpha) -> side > 0 ? z : z.expm1().times(alpha);
            case Activation.Selu _ -> (side > 0 ? z : z.expm1().times(Activation.Selu.ALPHA)).times(Activation.Selu.SCALE);
            case Activation.Gelu _ -> z.times(z.times(ROOT_HALF).erf().plus(z.of(1))).times(0.5);
            case Activation.Silu _ -> z.times(z.sigmoid());
            case Activation.Softplus _ -> z.softplus();
            case Activation.Host host -> z.of(host.value(z.value()),
                    z.slope() == 0 ? 0 : z.slope() * Tangents.ofActivation(host, z.value(), side));
            case Activation.Softmax _ -> throw new IllegalArgumentException("softmax is a function of all units of a layer, not of one");
        };
    }

    private static double derivative(Activation f, double z, double a) {
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
            case Activation.Softplus _ -> new Real(z).sigmoid().value();
            case Activation.Host host -> host.derivative(z);
            case Activation.Softmax _ -> throw new IllegalArgumentException("softmax is a function of all units of a layer, not of one");
        };
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

    private static <S extends Scalar<S>> S max(List<S> z) {
        var max = z.getFirst();
        for (var s : z) {
            max = s.value() > max.value() ? s : max;
        }
        return max;
    }

    private static <S extends Scalar<S>> S sum(List<S> terms) {
        var sum = terms.getFirst();
        for (var term : terms.subList(1, terms.size())) {
            sum = sum.plus(term);
        }
        return sum;
    }
}
