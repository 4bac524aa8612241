package brickwork.data;

/** Samples as the engine takes them: scaled inputs and encoded targets, row by row. */
public interface SampleRows extends SampleWidths {

    /** Number of samples, at least 1. */
    int count();

    /** Writes the inputs of {@code row} to {@code into[at…]}. */
    void input(int row, double[] into, int at);

    /** Writes the targets of {@code row} to {@code into[at…]}. */
    void target(int row, double[] into, int at);
}
