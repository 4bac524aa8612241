package brickwork.source;

/**
 * The stable codes of diagnostics. A code never changes its meaning and is never given again; its long story is the resource
 * {@code brickwork/explain/NNxxx.md}.
 */
public enum Code {
    NN012(Kind.TEXT, "a layer does not take what the layer before it gives");

    private final Kind kind;
    private final String title;

    Code(Kind kind, String title) {
        this.kind = kind;
        this.title = title;
    }

    /** What kind of fault a code stands for. */
    public enum Kind {
        /** The text is wrong. */
        TEXT,
        /** The text means something, but not what it seems to. */
        LINT,
        /** A file the text names is absent, unreadable or broken. */
        DATA
    }

    public Kind kind() {
        return kind;
    }

    public Severity severity() {
        return kind == Kind.LINT ? Severity.WARNING : Severity.ERROR;
    }

    /** What the code is about, in one line. */
    public String title() {
        return title;
    }
}
