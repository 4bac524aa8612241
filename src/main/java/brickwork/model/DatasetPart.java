package brickwork.model;

/** A part of the data. */
public enum DatasetPart implements Named {
    TRAIN("train"),
    VALIDATION("validation"),
    TEST("test");

    private final String word;

    DatasetPart(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
