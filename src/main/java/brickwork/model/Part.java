package brickwork.model;

/** A part of the data. */
public enum Part {
    TRAIN("train"),
    VALIDATION("validation"),
    TEST("test");

    private final String word;

    Part(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
