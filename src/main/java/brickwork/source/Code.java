package brickwork.source;

/**
 * The stable codes of diagnostics. A code never changes its meaning and is never given again; its long story is the resource
 * {@code brickwork/explain/NNxxx.md}.
 */
public enum Code {
    NN001(Kind.TEXT, "something stands where something else was expected"),
    NN002(Kind.TEXT, "an unknown word where the language knows only some"),
    NN003(Kind.TEXT, "a character that is no part of the language"),
    NN004(Kind.TEXT, "a wrongly written number"),
    NN005(Kind.TEXT, "a text in quotes without an end, or with an unknown escape"),
    NN006(Kind.TEXT, "a bracket without its partner"),
    NN007(Kind.TEXT, "arithmetic or a loose sign inside a list of values"),
    NN008(Kind.TEXT, "a word of the language used as a name"),
    NN009(Kind.TEXT, "a part of a statement stands twice, or out of its order"),
    NN012(Kind.TEXT, "a layer does not take what the layer before it gives"),
    NN090(Kind.TEXT, "a text that is too long"),
    NN091(Kind.TEXT, "too much nesting, or an expression that is too long"),
    NN092(Kind.TEXT, "a number that is too large or too small"),
    NN093(Kind.TEXT, "more faults than are shown");

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
