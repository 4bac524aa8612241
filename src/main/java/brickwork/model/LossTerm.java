package brickwork.model;

import brickwork.source.Origin;
import java.util.List;
import java.util.Optional;
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

    /** One that a program says. */
    public LossTerm(double factor, Kind kind) {
        this(factor, kind, Origin.NONE);
    }

    /** The formulas of section 5 of the language. */
    public sealed interface Kind extends Named {

        /** What is true of it. */
        default Traits traits() {
            return switch (this) {
                case MeanSquaredError _ -> new Traits("mse", "Σ(a-y)²/(B·K)", true, Optional.empty());
                case SumSquaredError _ -> new Traits("sse", "Σ(a-y)²/B", false, Optional.empty());
                case MeanAbsoluteError _ -> new Traits("mae", "Σ|a-y|/(B·K)", true, Optional.empty());
                case Huber _ ->
                        new Traits("huber", "the mean of ½d² where |d| ≤ D, else of D·(|d| - ½D), with d = a-y", true, Optional.empty());
                case BinaryCrossEntropy _ ->
                        new Traits("bce", "-Σ(y·log a + (1-y)·log(1-a))/(B·K)", true, Optional.of(new Activation.Sigmoid()));
                case CrossEntropy _ -> new Traits("cross_entropy", "-Σ y·log a/B", false, Optional.of(new Activation.Softmax()));
                case Host(var word, _, _) -> new Traits(word, word + "(a, y)/B", false, Optional.empty());
            };
        }

        @Override
        default String word() {
            return traits().word();
        }

        /** Whether it is computed from z of the last layer, so that its gradient does not pass through f'. */
        default boolean readsPreActivation() {
            return traits().head().isPresent();
        }

        @Override
        default Arguments arguments() {
            return switch (this) {
                case Huber(var threshold) -> Arguments.of(Huber.THRESHOLD, threshold);
                case Host(_, var number, _) -> FunctionRegistry.argument(number);
                case MeanSquaredError _, SumSquaredError _, MeanAbsoluteError _, BinaryCrossEntropy _, CrossEntropy _ -> Arguments.NONE;
            };
        }
    }

    /**
     * What is true of a data term.
     *
     * @param word    the word of the language, or the registered one
     * @param formula its value over a batch of B samples with K outputs
     * @param mean    whether it is divided by B·K; otherwise by B
     * @param head    the activation it needs on the last layer, of whose z it is computed; empty where any will do and it is computed from
     *                a
     */
    public record Traits(String word, String formula, boolean mean, Optional<Activation> head) {}

    /** The data terms of the language. */
    static Vocabulary<Kind> vocabulary() {
        return new Vocabulary<>("loss", List.of(Definition.of(MeanSquaredError::new), Definition.<Kind>of(SumSquaredError::new)
                .remarked("the textbook's ½Σ(a-y)² is `0.5 * sse`"), Definition.of(MeanAbsoluteError::new),
                Definition.of(Huber.THRESHOLD, Huber::new), Definition.of(BinaryCrossEntropy::new), Definition.of(CrossEntropy::new)));
    }

    /** Σ (a-y)² / (B·K). */
    public record MeanSquaredError() implements Kind {}

    /** Σ (a-y)² / B. */
    public record SumSquaredError() implements Kind {}

    /** Σ |a-y| / (B·K); derivative 0 at a = y. */
    public record MeanAbsoluteError() implements Kind {}

    /** Mean over B·K of d²/2 where |d| ≤ D, else D·(|d| - D/2), with d = a-y (Huber 1964). */
    public record Huber(double threshold) implements Kind {
        private static final Parameter THRESHOLD = Parameter.number("threshold", "D", Bound.POSITIVE, 1);

        public Huber {
            THRESHOLD.require("huber", threshold);
        }
    }

    /** Σ -(y·log a + (1-y)·log(1-a)) / (B·K), computed from z of a last layer with sigmoid. */
    public record BinaryCrossEntropy() implements Kind {}

    /** -Σ y·log a / B, computed from z of a last layer with softmax. */
    public record CrossEntropy() implements Kind {}

    /**
     * A function of the host program, averaged over the B samples.
     *
     * @param word     as it is registered
     * @param number   the number behind the word; empty where none may stand there
     * @param function value and gradient of one sample
     */
    public record Host(String word, OptionalDouble number, CustomLoss function) implements Kind {

        /** The loss of one sample; what the function throws comes as a {@link HostCodeException}. */
        public double value(double[] outputs, double[] targets) {
            try {
                return function.value(outputs, targets);
            } catch (RuntimeException fault) {
                throw new HostCodeException("loss `" + word + "`", "value", fault);
            }
        }

        /** Its derivative by each output, into an array of zeros; what the function throws comes as a {@link HostCodeException}. */
        public void gradient(double[] outputs, double[] targets, double[] into) {
            try {
                function.gradient(outputs, targets, into);
            } catch (RuntimeException fault) {
                throw new HostCodeException("loss `" + word + "`", "gradient", fault);
            }
        }
    }
}
