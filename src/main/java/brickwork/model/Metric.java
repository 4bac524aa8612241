package brickwork.model;

import java.util.Locale;

/**
 * A figure evaluated over a part of the data with dropout off.
 *
 * <p>A new one is a constant here, whose name is its word, with what it needs; its computation in {@code brickwork.train.metric}, which
 * defines it; and its line in the evaluation of a part there.
 */
public enum Metric implements Named {
    LOSS(Kind.OBJECTIVE),
    DATA_LOSS(Kind.OBJECTIVE),
    PENALTY(Kind.OBJECTIVE),
    ACCURACY(Kind.SHARE),
    MSE(Kind.ERROR),
    MAE(Kind.ERROR),
    RMSE(Kind.ERROR),
    R2(Kind.FIT),
    MAPE(Kind.ERROR),
    PRECISION(Kind.SHARE),
    RECALL(Kind.SHARE),
    F1(Kind.SHARE),
    AUC(Kind.RANKING),
    BALANCED_ACCURACY(Kind.SHARE),
    LOG_LOSS(Kind.PROBABILITY);

    private enum Kind {
        /** A part of what training makes small. */
        OBJECTIVE,
        /** Of outputs and targets as numbers, the lower the better. */
        ERROR,
        /** Of outputs and targets as numbers, the higher the better. */
        FIT,
        /** Of classes, between 0 and 1, the higher the better. */
        SHARE,
        /** The same, of the order in which an output puts samples of a class and of the others. */
        RANKING,
        /** Of the probability that is given to the class of a sample, the lower the better. */
        PROBABILITY
    }

    /**
     * The words as a regular expression, for annotations, which take constants alone; where a word has an underscore, a sentence may have a
     * space.
     */
    public static final String SENTENCE_WORD = "loss|data[ _]loss|penalty|accuracy|mse|mae|rmse|r2|mape|precision|recall|f1|auc"
            + "|balanced[ _]accuracy|log[ _]loss";

    /** Those that a single class has, as a regular expression. */
    public static final String OF_ONE_CLASS = "precision|recall|f1";

    private final String word = name().toLowerCase(Locale.ROOT);
    private final Kind kind;

    Metric(Kind kind) {
        this.kind = kind;
    }

    /** The word of the language, and the key in reports: the name of the constant. */
    @Override
    public String word() {
        return word;
    }

    public boolean higherIsBetter() {
        return kind == Kind.FIT || isShare();
    }

    /** Whether it looks at outputs and targets as numbers alone. */
    public boolean isOfNumbers() {
        return kind == Kind.ERROR || kind == Kind.FIT;
    }

    /** Whether it needs classes. */
    public boolean needsClasses() {
        return isShare() || needsProbabilities();
    }

    /** Whether it needs outputs that are the probabilities of classes. */
    public boolean needsProbabilities() {
        return kind == Kind.PROBABILITY;
    }

    /** Whether a single class has it too: precision, recall, f1. */
    public boolean isOfOneClass() {
        return this == PRECISION || this == RECALL || this == F1;
    }

    /** Why it has no value over some samples though it might have one, as it follows "it has no value: ". */
    public String shortage() {
        return switch (kind) {
            case RANKING -> "a class has no samples";
            case PROBABILITY -> "the outputs are not probabilities";
            case ERROR -> "a target is 0";
            case OBJECTIVE, FIT, SHARE -> "there are too few samples";
        };
    }

    /** Whether it lies between 0 and 1. */
    public boolean isShare() {
        return kind == Kind.SHARE || kind == Kind.RANKING;
    }
}
