package brickwork.model;

import java.util.Locale;

/** How large a spec may be. What is larger is refused with the limit in the message, before anything of that size is made. */
public final class Limits {

    /** Characters of a text. */
    public static final int TEXT = 1 << 20;

    /** Layers of a network, each copy of a repeated one counted. */
    public static final int LAYERS = 10_000;

    /** Weights and biases of a network. */
    public static final int PARAMETERS = 100_000_000;

    /** Samples of a generated set. */
    public static final int SAMPLES = 100_000_000;

    /** Numbers of a generated set: its samples times its columns. */
    public static final int NUMBERS = 1_000_000_000;

    /** Different texts of a column that becomes an input for each. */
    public static final int CATEGORIES = 10_000;

    /** Columns of a csv file that a range of numbers may name. */
    public static final int COLUMNS = 1_000_000;

    /** Epochs, batches and whatever else is counted and has no limit of its own. */
    public static final int COUNT = Integer.MAX_VALUE;

    /** The largest seed: above it a number of the language does not hold every whole number. */
    public static final long SEED = (1L << 53) - 1;

    /** Seeds of one expectation. */
    public static final int SEEDS = 100_000;

    private Limits() {}

    /** A limit as messages say it: {@code 100,000,000}. */
    public static String text(long limit) {
        return String.format(Locale.ROOT, "%,d", limit);
    }
}
