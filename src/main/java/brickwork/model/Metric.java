package brickwork.model;

/** A figure evaluated over a part of the data with dropout off. */
public enum Metric {
    LOSS("loss", false),
    DATA_LOSS("data_loss", false),
    PENALTY("penalty", false),
    ACCURACY("accuracy", true),
    MSE("mse", false),
    MAE("mae", false),
    RMSE("rmse", false),
    R2("r2", true),
    PRECISION("precision", true),
    RECALL("recall", true),
    F1("f1", true);

    private final String word;
    private final boolean higherIsBetter;

    Metric(String word, boolean higherIsBetter) {
        this.word = word;
        this.higherIsBetter = higherIsBetter;
    }

    /** The word of the language, and the key in reports. */
    public String word() {
        return word;
    }

    public boolean higherIsBetter() {
        return higherIsBetter;
    }

    /** Whether it needs classes: accuracy, precision, recall, f1. */
    public boolean needsClasses() {
        return this == ACCURACY || this == PRECISION || this == RECALL || this == F1;
    }
}
