package brickwork.data;

/** Samples as the engine takes them: scaled inputs and encoded targets, row by row. */
public interface SampleRows {

    /** Number of samples, at least 1. */
    int count();

    /** Width of an input row. */
    int inputs();

    /** Width of a target row. */
    int targets();

    /** Writes the inputs of {@code row} to {@code into[at…]}. */
    void input(int row, double[] into, int at);

    /** Writes the targets of {@code row} to {@code into[at…]}. */
    void target(int row, double[] into, int at);
}
