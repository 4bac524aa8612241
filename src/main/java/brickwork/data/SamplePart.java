package brickwork.data;

/** One part of the data, made ready for a network: held in memory, or read anew at every pass. */
public sealed interface SamplePart extends SampleWidths permits Samples, StreamedPart {

    /** Number of samples, at least 1. */
    int count();

    /** Whether each sample belongs to a class. */
    boolean hasClasses();

    /**
     * Begins with the first sample.
     *
     * @param lookBack of how many samples, counted back from the latest one asked for, targets and labels can be asked for again
     */
    SamplePass pass(int lookBack);
}
