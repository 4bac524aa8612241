package brickwork.model;

/** A part of the data. */
public enum DatasetPart {
    TRAIN("train"),
    VALIDATION("validation"),
    TEST("test");

    private final String word;

    DatasetPart(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
