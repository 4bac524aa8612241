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
    NN010(Kind.TEXT, "a statement stands twice that may stand once"),
    NN011(Kind.TEXT, "a statement is missing"),
    NN012(Kind.TEXT, "a layer does not take what the layer before it gives"),
    NN013(Kind.TEXT, "the first layer does not take what the data gives"),
    NN014(Kind.TEXT, "the last layer does not give what the targets need"),
    NN015(Kind.TEXT, "nothing tells how many inputs the first layer takes"),
    NN016(Kind.TEXT, "there is no such activation"),
    NN017(Kind.TEXT, "an activation takes no number"),
    NN018(Kind.TEXT, "softmax stands before the last layer"),
    NN019(Kind.TEXT, "dropout stands on the last layer"),
    NN020(Kind.TEXT, "an option stands twice"),
    NN021(Kind.TEXT, "there is no such initialization"),
    NN022(Kind.TEXT, "an initialization lacks its number or has one too many"),
    NN023(Kind.TEXT, "written-out values do not fit their layer"),
    NN024(Kind.TEXT, "two layers have one name"),
    NN025(Kind.TEXT, "repeat holds something other than layers"),
    NN026(Kind.TEXT, "the language version is not known"),
    NN027(Kind.TEXT, "the version does not stand first"),
    NN028(Kind.TEXT, "an option of a layer stands beside one that excludes it, or without the one it belongs to"),
    NN029(Kind.TEXT, "a batch has fewer samples than a layer needs"),
    NN030(Kind.TEXT, "there is no such constant"),
    NN031(Kind.TEXT, "a constant stands twice"),
    NN032(Kind.TEXT, "a constant stands after its use"),
    NN033(Kind.TEXT, "a count is not a positive whole number"),
    NN034(Kind.TEXT, "a share does not lie between 0 and 1"),
    NN035(Kind.TEXT, "a number lies outside its bounds"),
    NN036(Kind.TEXT, "a number is beyond a limit"),
    NN037(Kind.TEXT, "a calculation has no finite value"),
    NN038(Kind.TEXT, "--set names a constant that the text does not have"),
    NN039(Kind.TEXT, "a value given on the command line cannot be used"),
    NN040(Kind.TEXT, "there is no such loss"),
    NN041(Kind.TEXT, "a loss term lacks its number or has one too many"),
    NN042(Kind.TEXT, "a loss has penalties alone"),
    NN043(Kind.TEXT, "bce does not follow sigmoid"),
    NN044(Kind.TEXT, "cross_entropy does not follow softmax"),
    NN050(Kind.TEXT, "there is no such optimizer"),
    NN051(Kind.TEXT, "an option is not known here or not written so"),
    NN053(Kind.TEXT, "words of an optimizer do not go together"),
    NN054(Kind.TEXT, "there is no such clipping"),
    NN055(Kind.TEXT, "there is no such scaling"),
    NN056(Kind.TEXT, "there is no such number type"),
    NN060(Kind.TEXT, "there is no such data source"),
    NN061(Kind.TEXT, "a data source lacks an option"),
    NN062(Kind.TEXT, "rows differ in width"),
    NN063(Kind.TEXT, "a file has no such column or array"),
    NN064(Kind.TEXT, "a csv column is named twice"),
    NN065(Kind.TEXT, "a split leaves nothing to train on"),
    NN066(Kind.TEXT, "a stratified split has no classes"),
    NN067(Kind.TEXT, "a data source has more classes than samples"),
    NN070(Kind.TEXT, "there is no such metric"),
    NN071(Kind.TEXT, "there is no such part"),
    NN072(Kind.TEXT, "the split does not make a part"),
    NN073(Kind.TEXT, "a metric has no value for these targets"),
    NN074(Kind.TEXT, "a tolerance stands without ="),
    NN075(Kind.TEXT, "a gradient check is not compared by <"),
    NN076(Kind.TEXT, "an expected output or confusion matrix does not fit the network"),
    NN077(Kind.TEXT, "a fingerprint is not 64 hex digits"),
    NN078(Kind.TEXT, "a range of seeds runs backwards"),
    NN079(Kind.TEXT, "a figure of health is expected that the network does not have"),
    NN080(Kind.TEXT, "there is no such layer"),
    NN081(Kind.TEXT, "a figure is not measured so"),
    NN082(Kind.TEXT, "a count is compared with a number that is not whole"),
    NN090(Kind.TEXT, "a text that is too long"),
    NN091(Kind.TEXT, "too much nesting, or an expression that is too long"),
    NN092(Kind.TEXT, "a number that is too large or too small"),
    NN093(Kind.TEXT, "more faults than are shown"),
    NN101(Kind.LINT, "softmax on one unit"),
    NN102(Kind.LINT, "targets outside the activation's range"),
    NN103(Kind.LINT, "a batch larger than the data"),
    NN104(Kind.LINT, "a rate above 10"),
    NN105(Kind.LINT, "a constant is not used"),
    NN106(Kind.LINT, "data that comes class after class is taken in order"),
    NN107(Kind.LINT, "an expectation speaks of a training that the text does not have"),
    NN108(Kind.LINT, "a metric is compared with a value it never has"),
    NN109(Kind.LINT, "training ends by the clock of the machine"),

    NN201(Kind.TEXT, "a data file may not be read from here"),
    NN202(Kind.DATA, "a data file is absent or cannot be read"),
    NN203(Kind.DATA, "a data file is broken"),
    NN204(Kind.DATA, "a value is missing or is not a finite number"),
    NN205(Kind.DATA, "rows, columns or files of the data do not agree"),
    NN206(Kind.DATA, "the data holds no samples"),
    NN207(Kind.DATA, "the data holds something other than numbers"),
    NN208(Kind.DATA, "the targets do not name classes"),
    NN209(Kind.DATA, "the data does not fit into memory"),
    NN210(Kind.TEXT, "the header does not tell the columns apart"),
    NN211(Kind.DATA, "a value is beyond what the number type holds"),
    NN212(Kind.TEXT, "the spec asks for more than may be used here"),
    NN213(Kind.LINT, "columns of a file are taken by their places"),

    NN301(Kind.TEXT, "the options of a command are wrong"),
    NN302(Kind.DATA, "a file that a command names cannot be used"),
    NN303(Kind.TEXT, "the spec says too little to be trained"),

    NN401(Kind.TRAINING, "training diverged");

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
        DATA,
        /** The text is right, and training met a number that is not finite. */
        TRAINING
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
