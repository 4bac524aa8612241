package brickwork.data;

/**
 * One pass over a part of the data, from the first sample to the last: inputs are asked for once and in order, targets and labels again as
 * far back as was agreed. For one thread.
 */
public interface SamplePass extends SampleRows, AutoCloseable {

    /** The class of {@code row}, from 0, where there are classes. */
    int label(int row);

    @Override
    default void close() {
        // What is held in memory needs no closing.
    }
}
