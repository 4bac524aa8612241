package brickwork.train;

import brickwork.engine.CancelledException;
import brickwork.engine.Parameters;
import brickwork.model.DatasetPart;
import brickwork.model.Metric;
import brickwork.train.metric.Metrics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Something that learns the training part of its samples epoch by epoch. The loop over epochs asks no more of it, so that a way to learn
 * without gradients gets history, early stopping, checkpoints and interruption by implementing this.
 */
interface Learner {

    /**
     * Learns one epoch and adds its row to {@code history}.
     *
     * @param epoch from 0; epochs come in order, from the one after that of the state restored
     * @return where it met a number that is not finite; then there is no row, and the parameters are the last finite ones
     * @throws CancelledException where it is cancelled within the epoch; then {@link #state} says how far it came, and learning the same
     *                            epoch again goes on from there
     */
    Optional<Divergence> learn(int epoch, HistoryRecorder history);

    /** Whether {@link #epochEnded} has anything to do. */
    default boolean watchesEpochs() {
        return false;
    }

    /** The epoch has ended; what looks at metrics to set itself for the next one does so now. */
    default void epochEnded() {}

    /**
     * The end of the epoch just learned was cancelled before {@link #epochEnded} had done all it does: {@link #state} then is that of an
     * epoch all of whose samples are learned, so that learning it again only ends it.
     */
    void reopenEpoch();

    /** Where the present parameters, though finite, make figures that are not. */
    Optional<Divergence> divergence();

    /** Updates made so far. */
    long steps();

    /** What the last update did, layer by layer; empty where the learner was not told to keep it, or cannot tell. */
    default List<LayerUpdate> lastUpdate() {
        return List.of();
    }

    /** A metric at the present parameters; empty where there is no such part or the metric has no value there. Evaluated once. */
    OptionalDouble metric(DatasetPart part, Metric metric);

    /** All metrics at the present parameters, of every part there is. */
    Map<DatasetPart, Metrics> metrics();

    /** A copy of what was learned. */
    Parameters parameters();

    /** Replaces what was learned; names and shapes must fit. What else the learner remembers stays. */
    void setParameters(Parameters parameters);

    /** SHA-256 over the parameters, as section 8 of the language defines it. */
    String fingerprint();

    /** All it takes to go on after the epochs learned so far. */
    LearnerState state();

    /**
     * Goes back to {@code state}.
     *
     * @throws IllegalArgumentException where the state is not one of this kind of learner; then nothing has changed
     */
    void restore(LearnerState state);
}
