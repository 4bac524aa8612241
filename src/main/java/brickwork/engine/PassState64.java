package brickwork.engine;

/** What changes from pass to pass: the samples, and what the steps found out. */
final class PassState64 {

    /** Where the rows come from; {@code order} null means row {@code from} and those after it. */
    Samples64 samples;
    int[] order;
    int from;

    /** Samples of the pass, and how many columns of the workspace are computed for them. */
    int count;
    int columns;

    /** Whether layers that look at the whole batch take its own statistics, and not those they remember. */
    boolean fitting;

    /** Whether dropout draws its masks, and for which update. */
    boolean training;
    long update;
    double rate; // stays double

    double dataLoss; // stays double
    double penalty; // stays double

    /** L2 norm of all gradients before clipping, and a bound on the size of each after it. */
    double norm; // stays double
    double bound; // stays double

    /** Set by the step that met a number that is not finite. */
    boolean broken;
}
