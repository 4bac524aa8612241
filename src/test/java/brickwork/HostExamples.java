package brickwork;

import brickwork.kernel.Elementary64;
import brickwork.model.CustomActivation;
import brickwork.model.CustomLoss;
import brickwork.model.CustomPenalty;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** Functions such as a host program may have: some that the language has too, some of its own, some with faults. */
public final class HostExamples {

    private HostExamples() {}

    /** An activation from two formulas. */
    public static CustomActivation activation(DoubleUnaryOperator value, DoubleUnaryOperator derivative, double... kinks) {
        return new CustomActivation() {
            @Override
            public double value(double z) {
                return value.applyAsDouble(z);
            }

            @Override
            public double derivative(double z) {
                return derivative.applyAsDouble(z);
            }

            @Override
            public double[] kinks() {
                return kinks;
            }
        };
    }

    /** sigmoid, to the bit. */
    public static final CustomActivation LOGISTIC = activation(Elementary64::sigmoid, z -> {
        var a = Elementary64.sigmoid(z);
        return a * (1 - a);
    });

    /** z·sigmoid(beta·z). */
    public static CustomActivation swish(double beta) {
        return activation(z -> z * Elementary64.sigmoid(beta * z), z -> {
            var s = Elementary64.sigmoid(beta * z);
            return s + beta * z * s * (1 - s);
        });
    }

    /** -1 below -1, 1 above 1, z between. */
    public static final CustomActivation CLIPPED = activation(z -> Math.clamp(z, -1.0, 1.0), z -> Math.abs(z) < 1 ? 1 : 0, 1, -1);

    /** sse, with its gradient to the bit. */
    public static final CustomLoss SQUARES = new CustomLoss() {
        @Override
        public double value(double[] outputs, double[] targets) {
            var sum = 0.0;
            for (var k = 0; k < outputs.length; k++) {
                sum += (outputs[k] - targets[k]) * (outputs[k] - targets[k]);
            }
            return sum;
        }

        @Override
        public void gradient(double[] outputs, double[] targets, double[] into) {
            for (var k = 0; k < outputs.length; k++) {
                into[k] = 2 * (outputs[k] - targets[k]);
            }
        }
    };

    /** 1 - a·y/(‖a‖·‖y‖), where a small number keeps the norms from 0. */
    public static class CosineDistance implements CustomLoss {

        private static final double SMALL = 1e-3;

        @Override
        public double value(double[] outputs, double[] targets) {
            return 1 - dot(outputs, targets) / Math.sqrt((dot(outputs, outputs) + SMALL) * (dot(targets, targets) + SMALL));
        }

        @Override
        public void gradient(double[] outputs, double[] targets, double[] into) {
            var square = dot(outputs, outputs) + SMALL;
            var norms = Math.sqrt(square * (dot(targets, targets) + SMALL));
            var product = dot(outputs, targets);
            for (var k = 0; k < into.length; k++) {
                into[k] = (product * outputs[k] / square - targets[k]) / norms;
            }
        }

        private static double dot(double[] a, double[] b) {
            var sum = 0.0;
            for (var k = 0; k < a.length; k++) {
                sum += a[k] * b[k];
            }
            return sum;
        }
    }

    /** A penalty of Σw² with whatever gradient. */
    private abstract static class OfSquares implements CustomPenalty {

        @Override
        public double value(double[] weights, int rows, int columns) {
            return sumOfSquares(weights);
        }

        static double sumOfSquares(double[] weights) {
            var sum = 0.0;
            for (var w : weights) {
                sum += w * w;
            }
            return sum;
        }
    }

    /** l2, with its gradient to the bit. */
    public static final CustomPenalty RIDGE = new OfSquares() {
        @Override
        public void gradient(double[] weights, int rows, int columns, double[] into) {
            for (var i = 0; i < into.length; i++) {
                into[i] = 2 * weights[i];
            }
        }
    };

    /** The gradient of the published XOR network: Σw² in every entry. */
    public static final CustomPenalty PUBLISHED_RIDGE = new OfSquares() {
        @Override
        public void gradient(double[] weights, int rows, int columns, double[] into) {
            Arrays.fill(into, sumOfSquares(weights));
        }
    };

    /** The sum of the norms of each unit's weights (group lasso), with a small number under the root. */
    public static final class Group implements CustomPenalty {

        private static final double SMALL = 1e-6;

        @Override
        public double value(double[] weights, int rows, int columns) {
            var sum = 0.0;
            for (var row = 0; row < rows; row++) {
                sum += norm(weights, row * columns, columns);
            }
            return sum;
        }

        @Override
        public void gradient(double[] weights, int rows, int columns, double[] into) {
            for (var i = 0; i < into.length; i++) {
                into[i] = weights[i] / norm(weights, i / columns * columns, columns);
            }
        }

        private static double norm(double[] weights, int from, int count) {
            var square = SMALL;
            for (var i = from; i < from + count; i++) {
                square += weights[i] * weights[i];
            }
            return Math.sqrt(square);
        }
    }

    /** The language with all of these that are right. */
    public static Brickwork language() {
        return Brickwork.standard().withActivation("logistic", LOGISTIC).withActivation("swish", 1, HostExamples::positiveSwish)
                .withActivation("clipped", CLIPPED).withLoss("squares", SQUARES).withLoss("cosine_distance", new CosineDistance())
                .withPenalty("ridge", RIDGE).withPenalty("group", new Group());
    }

    private static CustomActivation positiveSwish(double beta) {
        if (beta <= 0) {
            throw new IllegalArgumentException("beta must be above 0");
        }
        return swish(beta);
    }
}
