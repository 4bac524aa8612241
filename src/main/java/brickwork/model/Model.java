package brickwork.model;

/** What maps an input row to an output row. Its kind decides how it learns. */
public sealed interface Model permits FeedForward {

    /** Width of an input row. */
    int inputs();

    /** Width of an output row. */
    int outputs();

    /** How many numbers it holds, frozen ones included. */
    long parameters();
}
