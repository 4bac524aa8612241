package brickwork.model;

import brickwork.source.Origin;
import java.util.OptionalDouble;

/**
 * A term of the loss that compares outputs a with targets y, over a batch of B samples and K outputs.
 *
 * @param factor what the term is multiplied by
 * @param kind   its formula
 * @param origin where it was written
 */
public record LossTerm(double factor, Kind kind, Origin origin) {

    public LossTerm {
        Numbers.finite("the factor of a loss", factor);
    }

    /** The formulas of section 5 of the language. */
    public sealed interface Kind {
        /** The word of the language. */
        String word();
    }

    /** Σ (a-y)² / (B·K). */
    public record MeanSquaredError() implements Kind {
        @Override
        public String word() {
            return "mse";
        }
    }

    /** Σ (a-y)² / B. */
    public record SumSquaredError() implements Kind {
        @Override
        public String word() {
            return "sse";
        }
    }

    /** Σ |a-y| / (B·K); derivative 0 at a = y. */
    public record MeanAbsoluteError() implements Kind {
        @Override
        public String word() {
            return "mae";
        }
    }

    /** Mean over B·K of d²/2 where |d| ≤ D, else D·(|d| - D/2), with d = a-y (Huber 1964). */
    public record Huber(double threshold) implements Kind {
        public static final double DEFAULT_THRESHOLD = 1;

        public Huber {
            Numbers.positive("the threshold of huber", threshold);
        }

        @Override
        public String word() {
            return "huber";
        }
    }

    /** Σ -(y·log a + (1-y)·log(1-a)) / (B·K), computed from z of a last layer with sigmoid. */
    public record BinaryCrossEntropy() implements Kind {
        @Override
        public String word() {
            return "bce";
        }
    }

    /** -Σ y·log a / B, computed from z of a last layer with softmax. */
    public record CrossEntropy() implements Kind {
        @Override
        public String word() {
            return "cross_entropy";
        }
    }

    /**
     * A function of the host program, averaged over the B samples.
     *
     * @param word     as it is registered
     * @param number   the number behind the word; empty where none may stand there
     * @param function value and gradient of one sample
     */
    public record Host(String word, OptionalDouble number, CustomLoss function) implements Kind {

        /** The loss of one sample; what the function throws comes as a {@link CustomFunctionException}. */
        public double value(double[] outputs, double[] targets) {
            try {
                return function.value(outputs, targets);
            } catch (RuntimeException fault) {
                throw new CustomFunctionException("loss `" + word + "`", "value", fault);
            }
        }

        /** Its derivative by each output, into an array of zeros; what the function throws comes as a {@link CustomFunctionException}. */
        public void gradient(double[] outputs, double[] targets, double[] into) {
            try {
                function.gradient(outputs, targets, into);
            } catch (RuntimeException fault) {
                throw new CustomFunctionException("loss `" + word + "`", "gradient", fault);
            }
        }
    }
}
