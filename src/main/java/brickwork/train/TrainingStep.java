package brickwork.train;

import brickwork.engine.StepResult;

/**
 * A step of a training, at the moment it was made. A training fills the same one at every step, so that listening allocates nothing: read
 * it within the call, and copy what is to be kept.
 */
public final class TrainingStep {

    private int epoch;
    private int batch;
    private int samples;
    private long number;
    private double rate;
    private StepResult result;

    TrainingStep made(int ofEpoch, int ofBatch, int rows, long update, double atRate, StepResult met) {
        epoch = ofEpoch;
        batch = ofBatch;
        samples = rows;
        number = update;
        rate = atRate;
        result = met;
        return this;
    }

    /** The epoch it belongs to, from 0. */
    public int epoch() {
        return epoch;
    }

    /** Its batch within the epoch, from 0. */
    public int batch() {
        return batch;
    }

    /** Samples of the batch. */
    public int samples() {
        return samples;
    }

    /** Steps made so far, this one included. */
    public long number() {
        return number;
    }

    /** The learning rate it was made at. */
    public double rate() {
        return rate;
    }

    /** Data loss plus penalty of the batch, before the update. */
    public double loss() {
        return result.dataLoss() + result.penalty();
    }

    /** Loss of the batch without penalties, before the update. */
    public double dataLoss() {
        return result.dataLoss();
    }

    /** L2 norm of all gradients together, before clipping. */
    public double gradientNorm() {
        return result.gradientNorm();
    }
}
