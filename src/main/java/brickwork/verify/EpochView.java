package brickwork.verify;

import brickwork.engine.Parameters;
import brickwork.model.DatasetPart;
import brickwork.model.Metric;
import brickwork.train.Epoch;
import brickwork.train.LayerUpdate;
import brickwork.verify.health.Moment;
import java.util.List;
import java.util.OptionalDouble;

/** A network in training at the end of an epoch. Nothing is measured unless it is asked for, and nothing twice. */
public final class EpochView {

    private final Trial trial;
    private final Epoch epoch;
    private final HealthSnapshots snapshots;
    private Parameters parameters;

    EpochView(Trial trial, Epoch epoch, HealthSnapshots snapshots) {
        this.trial = trial;
        this.epoch = epoch;
        this.snapshots = snapshots;
    }

    /** What is in training. */
    public Trial trial() {
        return trial;
    }

    /** Epochs trained so far. */
    public int epochs() {
        return epoch.number() + 1;
    }

    /** A metric, dropout off; empty where there is no such part or the metric has no value there. */
    public OptionalDouble metric(DatasetPart part, Metric metric) {
        return epoch.metric(part, metric);
    }

    /** The network as it is now. */
    public NetworkState network() {
        return trial.at(parameters());
    }

    /** The health of the network on a part that is there. */
    public Moment health(DatasetPart part) {
        return snapshots.at(parameters(), part);
    }

    /** What the last update did, layer by layer; for a question that {@link EpochQuestion#watchesUpdates watches updates}. */
    public List<LayerUpdate> lastUpdate() {
        return epoch.lastUpdate();
    }

    private Parameters parameters() {
        parameters = parameters == null ? epoch.parameters() : parameters;
        return parameters;
    }
}
