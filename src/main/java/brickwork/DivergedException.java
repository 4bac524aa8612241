package brickwork;

import brickwork.source.BrickworkException;
import brickwork.train.TrainingResult;
import java.io.Serial;

/** Thrown by {@link TrainingOutcome#orThrow} where a training diverged; the message says where, and what usually helps. */
public final class DivergedException extends BrickworkException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int epoch;
    private final int batch;
    private final String cure;

    DivergedException(TrainingResult.Diverged diverged) {
        super(diverged.message() + "; " + diverged.cure(), null);
        epoch = diverged.epoch();
        batch = diverged.batch();
        cure = diverged.cure();
    }

    /** The epoch of the step that met a number that is not finite, from 0. */
    public int epoch() {
        return epoch;
    }

    /** Its batch within the epoch, from 0. */
    public int batch() {
        return batch;
    }

    /** What usually helps: one line, the likeliest first. */
    public String cure() {
        return cure;
    }
}
