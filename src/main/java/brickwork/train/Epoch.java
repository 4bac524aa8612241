package brickwork.train;

import brickwork.engine.Parameters;
import brickwork.model.DatasetPart;
import brickwork.model.Metric;
import java.util.List;
import java.util.OptionalDouble;

/** Training at the end of an epoch, before any return to the best one. Nothing is evaluated unless it is asked for. */
public final class Epoch {

    private final TrainingRun run;

    Epoch(TrainingRun run) {
        this.run = run;
    }

    /** The number of this epoch, from 0. */
    public int number() {
        return run.epochsDone() - 1;
    }

    /** The most epochs there can be. */
    public int epochs() {
        return run.epochs();
    }

    /** Updates made so far. */
    public long steps() {
        return run.steps();
    }

    /** What this epoch met. */
    public HistoryRow row() {
        return run.lastRow();
    }

    /** A metric at the present parameters, dropout off; empty where there is no such part or the metric has no value there. */
    public OptionalDouble metric(DatasetPart part, Metric metric) {
        return run.metric(part, metric);
    }

    /**
     * What the last update of this epoch did, layer by layer; empty unless the observer {@link Observer#watchesUpdates watches updates}.
     */
    public List<LayerUpdate> lastUpdate() {
        return run.lastUpdate();
    }

    /** A copy of the present parameters. */
    public Parameters parameters() {
        return run.parameters();
    }

    /** Ends training here; the result is {@link Ending.Cancelled}. */
    public void cancel() {
        run.cancel();
    }
}
