package brickwork.train;

import brickwork.engine.Parameters;
import brickwork.model.DatasetPart;
import brickwork.model.Metric;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Training at the end of an epoch, before any return to the best one. Nothing is evaluated unless it is asked for. Number, steps and row
 * may be asked at any time; what has to be looked up in the training, only within the observer's call, and is an IllegalStateException
 * later.
 */
public final class Epoch {

    private final TrainingRun run;
    private final int number;
    private final long steps;
    private final HistoryRow row;
    private boolean over;

    Epoch(TrainingRun run) {
        this.run = run;
        this.number = run.epochsDone() - 1;
        this.steps = run.steps();
        this.row = run.lastRow();
    }

    /** The training goes on. */
    void over() {
        over = true;
    }

    /** The number of this epoch, from 0. */
    public int number() {
        return number;
    }

    /** The most epochs there can be. */
    public int epochs() {
        return run.epochs();
    }

    /** Updates made until its end. */
    public long steps() {
        return steps;
    }

    /** What this epoch met. */
    public HistoryRow row() {
        return row;
    }

    /** A metric at its parameters, dropout off; empty where there is no such part or the metric has no value there. */
    public OptionalDouble metric(DatasetPart part, Metric metric) {
        return present().metric(part, metric);
    }

    /**
     * What the last update of this epoch did, layer by layer; empty unless the observer {@link Observer#watchesUpdates watches updates}.
     */
    public List<LayerUpdate> lastUpdate() {
        return present().lastUpdate();
    }

    /** A copy of its parameters. */
    public Parameters parameters() {
        return present().parameters();
    }

    /** Ends training here; the result is {@link Ending.Cancelled}. A {@link brickwork.engine.Cancellation} ends it at any time. */
    public void cancel() {
        present().cancel();
    }

    private TrainingRun present() {
        if (over) {
            throw new IllegalStateException(
                    "epoch " + number + " is over, and the training has gone on: ask within the observer's call, or "
                            + "end a training from elsewhere by a Cancellation");
        }
        return run;
    }
}
