package brickwork.model;

/**
 * How the rate changes with the epochs; e counts epochs from 0, E is the number of epochs, R the base rate. The rate is fixed inside an
 * epoch.
 *
 * @param warmupEpochs N of a linear warm-up R·(e+1)/N while e < N, or 0 for none
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

    public record Constant() implements Decay {}

    /** R·factor^⌊e/epochs⌋. */
    public record Step(double factor, int epochs) implements Decay {
        public Step {
            Numbers.positive("the factor of a decay", factor);
            Numbers.count("the epochs of a decay", epochs);
        }
    }

    /** R·factor^e. */
    public record Exponential(double factor) implements Decay {
        public Exponential {
            Numbers.positive("the factor of a decay", factor);
        }
    }

    /** R/(1 + k·e). */
    public record Inverse(double k) implements Decay {
        public Inverse {
            Numbers.notNegative("the K of an inverse decay", k);
        }
    }

    /** M + (R-M)·(1 + cos(π·e/E))/2. */
    public record Cosine(double floor) implements Decay {
        public Cosine {
            Numbers.notNegative("the floor of a decay", floor);
        }
    }

    /** R + (M-R)·e/E. */
    public record Linear(double floor) implements Decay {
        public Linear {
            Numbers.notNegative("the floor of a decay", floor);
        }
    }

    /** The rate times factor each time the watched loss has not gone strictly below its best for {@code epochs} epochs. */
    public record Plateau(double factor, int epochs) implements Decay {
        public Plateau {
            Numbers.positive("the factor of plateau", factor);
            Numbers.count("the epochs of plateau", epochs);
        }
    }
}
