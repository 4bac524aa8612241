package brickwork.model;

import java.util.Locale;
import java.util.Optional;

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
    PRECISION(Kind.SHARE),
    RECALL(Kind.SHARE),
    F1(Kind.SHARE),
    AUC(Kind.RANKING);

    private enum Kind {
        /** A part of what training makes small. */
        OBJECTIVE,
        /** Of outputs and targets as numbers, the lower the better. */
        ERROR,
        /** Of outputs and targets as numbers, the higher the better. */
        FIT,
        /** Of classes, between 0 and 1, the higher the better. */
        SHARE,
        /** The same, of the order in which one output puts samples of two classes. */
        RANKING
    }

    /**
     * The words as a regular expression, for annotations, which take constants alone; where a word has an underscore, a sentence may have a
     * space.
     */
    public static final String SENTENCE_WORD = "loss|data[ _]loss|penalty|accuracy|mse|mae|rmse|r2|precision|recall|f1|auc";

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

    /** Whether it needs classes: accuracy, precision, recall, f1, auc. */
    public boolean needsClasses() {
        return isShare();
    }

    /**
     * What keeps it from having a value whatever is learnt, as it follows "it has no value: "; empty where nothing does.
     *
     * @param classes whether the targets are classes
     * @param outputs units of the last layer
     */
    public Optional<String> obstacle(boolean classes, int outputs) {
        if (needsClasses() && !classes) {
            return Optional.of("the targets are not classes");
        }
        return kind == Kind.RANKING && outputs != 1
                ? Optional.of("it ranks samples by one output, and the last layer gives " + outputs)
                : Optional.empty();
    }

    /** Why it has no value over some samples though nothing stands in its way, in the same form. */
    public String shortage() {
        return kind == Kind.RANKING ? "there are samples of one class only" : "there are too few samples";
    }

    /** Whether it lies between 0 and 1. */
    public boolean isShare() {
        return kind == Kind.SHARE || kind == Kind.RANKING;
    }
}
