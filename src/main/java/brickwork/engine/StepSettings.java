package brickwork.engine;

/** What a training step needs beside its samples; one instance is reused for all steps. */
public final class StepSettings {

    /** The rate of this epoch. */
    public double rate;

    /** Updates made before this one; the bias correction of Adam uses {@code update + 1}. */
    public long update;

    /** Whether the rows whose class was right are to be counted. */
    public boolean countsCorrect;
}
