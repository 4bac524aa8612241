package brickwork.cli;

/** What the command answers its caller. Where several hold, the one named first here is answered. */
enum Exit {
    /** The text or the options are wrong. */
    WRONG_TEXT(2),
    /** A file cannot be read or written, or its content is broken. */
    BROKEN_FILE(5),
    /** Training diverged. */
    DIVERGED(4),
    /** An expectation or a check failed. */
    FAILED(1),
    FINE(0);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    /** The one of both that is answered. */
    Exit or(Exit other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
