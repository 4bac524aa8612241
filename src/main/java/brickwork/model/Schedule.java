package brickwork.model;

import brickwork.source.DecimalText;
import java.util.List;

/**
 * How the rate changes with the epochs; e counts epochs from 0, E is the number of epochs, R the base rate. The rate is fixed inside an
 * epoch.
 *
 * @param warmupEpochs N of a linear warm-up {@code R·(e+1)/N} while {@code e < N}, or 0 for none
 * @param decay        what follows; it sees the same e
 */
public record Schedule(int warmupEpochs, Decay decay) {

    public Schedule {
        if (warmupEpochs < 0) {
            throw new IllegalArgumentException("warmup needs at least 0 epochs, got " + warmupEpochs);
        }
    }

    public static Schedule constant() {
        return new Schedule(0, new Constant());
    }

    /** The formulas of section 6 of the language. */
    public sealed interface Decay {}

    /** The rate stays as it is. */
    public record Constant() implements Decay {}

    /** A rate that changes, which the language has words for. */
    public sealed interface Change extends Decay, Named {

        /** What the rate is multiplied by. */
        Parameter FACTOR = Parameter.needed("factor", "F", Bound.POSITIVE, 0.5);

        /** How long it takes. */
        Parameter EPOCHS = Parameter.neededCount("epochs", "N", Integer.MAX_VALUE, 10);

        /** What it comes down to. */
        Parameter FLOOR = Parameter.needed("last rate", "M", Bound.NOT_NEGATIVE, 1e-4);

        /** As it is written, with {@code {F}} for the number F. */
        default Formula form() {
            return switch (this) {
                case Step _ -> Formula.of("decay step {F} every {N} epochs");
                case Exponential _ -> Formula.of("decay exponential {F}");
                case Inverse _ -> Formula.of("decay inverse {K}");
                case Cosine _ -> Formula.of("decay cosine to {M}");
                case Linear _ -> Formula.of("decay linear to {M}");
                case Plateau _ -> Formula.of("plateau {F} after {N} epochs");
            };
        }

        /** The rate in epoch e. */
        default String formula() {
            return switch (this) {
                case Step _ -> "R·F^⌊e/N⌋";
                case Exponential _ -> "R·F^e";
                case Inverse _ -> "R/(1 + K·e)";
                case Cosine _ -> "M + (R-M)·(1 + cos(π·e/E))/2";
                case Linear _ -> "R + (M-R)·e/E";
                case Plateau _ -> "times F each time the watched loss has not gone below its best for N epochs";
            };
        }

        /** As a spec writes it: {@code decay step 0.5 every 10 epochs}. */
        @Override
        default String text() {
            return form().text(letter -> arguments().numberOf(letter).map(DecimalText::of).orElse(letter));
        }

        @Override
        default String word() {
            return switch (this) {
                case Step _ -> "decay step";
                case Exponential _ -> "decay exponential";
                case Inverse _ -> "decay inverse";
                case Cosine _ -> "decay cosine";
                case Linear _ -> "decay linear";
                case Plateau _ -> "plateau";
            };
        }

        @Override
        default Arguments arguments() {
            return switch (this) {
                case Step(var factor, var epochs) -> Arguments.of(FACTOR, factor).with(EPOCHS, epochs);
                case Exponential(var factor) -> Arguments.of(FACTOR, factor);
                case Inverse(var k) -> Arguments.of(Inverse.K, k);
                case Cosine(var floor) -> Arguments.of(FLOOR, floor);
                case Linear(var floor) -> Arguments.of(FLOOR, floor);
                case Plateau(var factor, var epochs) -> Arguments.of(FACTOR, factor).with(EPOCHS, epochs);
            };
        }
    }

    /** The changes the language has words for. */
    static Vocabulary<Change> vocabulary() {
        return new Vocabulary<>("schedule",
                List.of(Definition.of(a -> new Step(a.number(Change.FACTOR), a.count(Change.EPOCHS)), Change.FACTOR, Change.EPOCHS),
                        Definition.of(Change.FACTOR, Exponential::new), Definition.of(Inverse.K, Inverse::new),
                        Definition.of(Change.FLOOR, Cosine::new),
                        Definition.of(Change.FLOOR, Linear::new),
                        Definition.of(a -> new Plateau(a.number(Change.FACTOR), a.count(Change.EPOCHS)), Change.FACTOR, Change.EPOCHS)));
    }

    /** R·factor^⌊e/epochs⌋. */
    public record Step(double factor, int epochs) implements Change {
        public Step {
            FACTOR.require("a decay", factor);
            Numbers.count("the epochs of a decay", epochs);
        }
    }

    /** R·factor^e. */
    public record Exponential(double factor) implements Change {
        public Exponential {
            FACTOR.require("a decay", factor);
        }
    }

    /** R/(1 + k·e). */
    public record Inverse(double k) implements Change {
        private static final Parameter K = Parameter.needed("number", "K", Bound.NOT_NEGATIVE, 0.1);

        public Inverse {
            K.require("an inverse decay", k);
        }
    }

    /** M + (R-M)·(1 + cos(π·e/E))/2. */
    public record Cosine(double floor) implements Change {
        public Cosine {
            FLOOR.require("a decay", floor);
        }
    }

    /** R + (M-R)·e/E. */
    public record Linear(double floor) implements Change {
        public Linear {
            FLOOR.require("a decay", floor);
        }
    }

    /** The rate times factor each time the watched loss has not gone strictly below its best for {@code epochs} epochs. */
    public record Plateau(double factor, int epochs) implements Change {
        public Plateau {
            FACTOR.require("plateau", factor);
            Numbers.count("the epochs of plateau", epochs);
        }
    }
}
