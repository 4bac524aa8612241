package brickwork.engine;

import brickwork.model.Activation;
import brickwork.model.LossTerm;

/** Activations and data terms as textbooks write them, in doubles and StrictMath, derivatives by z and never by a. */
final class PlainFunctions {

    private PlainFunctions() {}

    static double[] value(Activation f, double[] z) {
        var a = new double[z.length];
        if (f instanceof Activation.Softmax) {
            var top = Double.NEGATIVE_INFINITY;
            for (var v : z) {
                top = Math.max(top, v);
            }
            var sum = 0.0;
            for (var v : z) {
                sum += StrictMath.exp(v - top);
            }
            for (var k = 0; k < z.length; k++) {
                a[k] = StrictMath.exp(z[k] - top) / sum;
            }
            return a;
        }
        for (var k = 0; k < z.length; k++) {
            a[k] = one(f, z[k]);
        }
        return a;
    }

    private static double one(Activation f, double z) {
        return switch (f) {
            case Activation.Linear _ -> z;
            case Activation.Sigmoid _ -> sigmoid(z);
            case Activation.Tanh _ -> StrictMath.tanh(z);
            case Activation.Relu _ -> Math.max(0, z);
            case Activation.LeakyRelu(var slope) -> z > 0 ? z : slope * z;
            case Activation.Elu(var alpha) -> z > 0 ? z : alpha * StrictMath.expm1(z);
            case Activation.Selu _ -> 1.0507009873554805 * (z > 0 ? z : 1.6732632423543772 * StrictMath.expm1(z));
            case Activation.Gelu _ -> z * normal(z);
            case Activation.Silu _ -> z * sigmoid(z);
            case Activation.Mish _ -> z * StrictMath.tanh(Math.log1p(StrictMath.exp(z)));
            case Activation.Softplus _ -> z > 30 ? z : StrictMath.log1p(StrictMath.exp(z));
            case Activation.Host host -> host.value(z);
            case Activation.Softmax _ -> throw new IllegalArgumentException("softmax is not a function of one number");
        };
    }

    /** da_j/dz_k of all pairs. */
    static double[][] jacobian(Activation f, double[] z) {
        var a = value(f, z);
        var j = new double[z.length][z.length];
        for (var r = 0; r < z.length; r++) {
            for (var c = 0; c < z.length; c++) {
                j[r][c] = f instanceof Activation.Softmax ? a[r] * ((r == c ? 1 : 0) - a[c]) : r == c ? slope(f, z[r]) : 0;
            }
        }
        return j;
    }

    private static double slope(Activation f, double z) {
        return switch (f) {
            case Activation.Linear _ -> 1;
            case Activation.Sigmoid _ -> sigmoid(z) * sigmoid(-z);
            case Activation.Tanh _ -> 1 / (StrictMath.cosh(z) * StrictMath.cosh(z));
            case Activation.Relu _ -> z > 0 ? 1 : 0;
            case Activation.LeakyRelu(var slope) -> z > 0 ? 1 : slope;
            case Activation.Elu(var alpha) -> z > 0 ? 1 : alpha * StrictMath.exp(z);
            case Activation.Selu _ -> 1.0507009873554805 * (z > 0 ? 1 : 1.6732632423543772 * StrictMath.exp(z));
            case Activation.Gelu _ -> normal(z) + z * StrictMath.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
            case Activation.Silu _ -> sigmoid(z) + z * sigmoid(z) * sigmoid(-z);
            case Activation.Mish _ -> {
                var t = StrictMath.tanh(Math.log1p(StrictMath.exp(z)));
                yield t + z * (1 - t * t) * sigmoid(z);
            }
            case Activation.Softplus _ -> sigmoid(z);
            case Activation.Host host -> host.derivative(z);
            case Activation.Softmax _ -> throw new IllegalArgumentException("softmax is not a function of one number");
        };
    }

    private static double sigmoid(double z) {
        return 1 / (1 + StrictMath.exp(-z));
    }

    /** Φ(z), by the series of erf whose terms are all positive. */
    private static double normal(double z) {
        var x = z / Math.sqrt(2);
        var term = x;
        var sum = 0.0;
        for (var n = 1; Math.abs(term) > 1e-30; n++) {
            sum += term;
            term *= 2 * x * x / (2 * n + 1);
        }
        return 0.5 + sum * StrictMath.exp(-x * x) / Math.sqrt(Math.PI);
    }

    /** One sample's share of a term's sum. */
    static double term(LossTerm.Kind kind, double[] a, double[] y) {
        if (kind instanceof LossTerm.Host host) {
            return host.value(a, y);
        }
        var sum = 0.0;
        for (var k = 0; k < a.length; k++) {
            var d = a[k] - y[k];
            sum += switch (kind) {
                case LossTerm.MeanSquaredError _, LossTerm.SumSquaredError _ -> d * d;
                case LossTerm.MeanAbsoluteError _ -> Math.abs(d);
                case LossTerm.Huber(var limit) -> Math.abs(d) <= limit ? d * d / 2 : limit * (Math.abs(d) - limit / 2);
                case LossTerm.BinaryCrossEntropy _ -> -(y[k] * StrictMath.log(a[k]) + (1 - y[k]) * StrictMath.log1p(-a[k]));
                case LossTerm.CrossEntropy _ -> y[k] == 0 ? 0 : -y[k] * StrictMath.log(a[k]);
                case LossTerm.Host _ -> throw new IllegalArgumentException("a loss of the host is a function of all outputs");
            };
        }
        return sum;
    }

    /** The derivative of {@link #term} by a_k. */
    static double termSlope(LossTerm.Kind kind, double[] as, double[] ys, int k) {
        var a = as[k];
        var y = ys[k];
        var d = a - y;
        return switch (kind) {
            case LossTerm.MeanSquaredError _, LossTerm.SumSquaredError _ -> 2 * d;
            case LossTerm.MeanAbsoluteError _ -> Math.signum(d);
            case LossTerm.Huber(var limit) -> Math.abs(d) <= limit ? d : limit * Math.signum(d);
            case LossTerm.BinaryCrossEntropy _ -> (1 - y) / (1 - a) - y / a;
            case LossTerm.CrossEntropy _ -> -y / a;
            case LossTerm.Host host -> {
                var slopes = new double[as.length];
                host.gradient(as, ys, slopes);
                yield slopes[k];
            }
        };
    }

    /** What a sum over B samples of K outputs is divided by. */
    static double divisor(LossTerm.Kind kind, int samples, int outputs) {
        return switch (kind) {
            case LossTerm.MeanSquaredError _, LossTerm.MeanAbsoluteError _, LossTerm.Huber _, LossTerm.BinaryCrossEntropy _ ->
                    (double) samples * outputs;
            case LossTerm.SumSquaredError _, LossTerm.CrossEntropy _, LossTerm.Host _ -> samples;
        };
    }
}
