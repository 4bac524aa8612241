package brickwork.cli;

/** What the command answers its caller. Where several hold, the one named first here is answered. */
enum Exit {
    WRONG_TEXT(2, "the text or the options are wrong"),
    BROKEN_FILE(5, "a file cannot be read or written, or its content is broken"),
    DIVERGED(4, "training diverged"),
    FAILED(1, "an expectation or a check failed"),
    FINE(0, "all is well");

    private final int code;
    private final String meaning;

    Exit(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /** When it is answered. */
    String meaning() {
        return meaning;
    }

    int code() {
        return code;
    }

    /** The one of both that is answered. */
    Exit or(Exit other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
