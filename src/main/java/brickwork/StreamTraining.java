package brickwork;

import brickwork.data.BrokenStreamException;
import brickwork.data.SampleStream;
import brickwork.data.StreamedDataset;
import brickwork.engine.CancelledException;
import brickwork.model.ResourceLimits;
import brickwork.model.Specification;
import brickwork.model.Training;
import brickwork.source.InvalidSpecException;
import brickwork.train.Checkpoints;
import brickwork.train.Observer;
import brickwork.train.Trainer;
import brickwork.train.TrainingSettings;
import java.util.Objects;
import java.util.Optional;

/**
 * The training of a spec on a stream of samples, which takes the place of the data its text names. {@code split}, {@code scale},
 * {@code stop} and schedules do what they do with samples in memory, and so does {@code shuffle within}: the result has the same bits as
 * that of the same samples in memory. Held at a time are a window and a batch; a split takes 13 bytes a row more, and 4 of them where it is
 * stratified. Immutable; may be shared by threads if the stream may.
 */
public final class StreamTraining {

    private final NeuralSpec spec;
    private final Specification network;
    private final ResourceLimits limits;
    private final SampleStream stream;

    private StreamTraining(NeuralSpec spec, Specification network, ResourceLimits limits, SampleStream stream) {
        this.spec = spec;
        this.network = network;
        this.limits = limits;
        this.stream = stream;
    }

    static StreamTraining of(NeuralSpec spec, ResourceLimits limits, SampleStream stream) {
        Objects.requireNonNull(stream, "a stream of samples is needed, got null");
        GivenSamples.requireFit(spec.network(), stream);
        return new StreamTraining(spec, spec.network(), limits, stream);
    }

    /**
     * The same, shuffled within windows of so many samples, whatever the text says: as if it said {@code shuffle within}.
     *
     * @throws IllegalArgumentException below 1
     * @throws InvalidSpecException     where the spec does not say how long to train
     */
    public StreamTraining withWindow(int samples) {
        var learning = network.learning().withTraining(Optional.of(training().withWindow(samples)));
        return new StreamTraining(spec, network.withLearning(learning), limits, stream);
    }

    /** Trains; see {@link #train(TrainingSettings, Checkpoints)}. */
    public TrainingOutcome train() {
        return train(spec.settings());
    }

    /** The same, and tells {@code observer} of every epoch. */
    public TrainingOutcome train(Observer observer) {
        return train(spec.settings().withObserver(Objects.requireNonNull(observer, "an observer is needed, got null")));
    }

    /** The same with these settings. */
    public TrainingOutcome train(TrainingSettings settings) {
        return train(settings, Checkpoints.NONE);
    }

    /**
     * Trains, and keeps states of the training to go on from. Those of the same samples in memory will do as well. A stream that breaks
     * ends the training; with a run folder it goes on from there.
     *
     * @throws BrokenStreamException    where the stream does not give what it should
     * @throws InvalidSpecException     where the spec does not say how long to train, the number of rows, or what they need of memory, is
     *                                  more than the limits allow, a part of the split would be empty, or numbers are beyond the precision
     * @throws IllegalArgumentException where the order cannot be that of a stream: it is shuffled, or split, and no window is said
     * @throws CancelledException       where it is cancelled before the first step, while the rows are counted; later it ends as any
     *                                  training
     * @throws E                        where the states cannot be read or written, or are those of another training
     */
    public <E extends Exception> TrainingOutcome train(TrainingSettings settings, Checkpoints<E> checkpoints) throws E {
        requireOrder();
        var counted = StreamedDataset.count(network, stream, limits.samples(), settings.engines().cancellation()::check);
        ResourceCheck.requireStreamed(network, counted.train(), limits, spec.text());
        var dataset = counted.prepare(network).orThrow();
        return new TrainingOutcome(network, dataset, settings, Trainer.train(network, dataset, settings, checkpoints));
    }

    private Training training() {
        return TrainingNeeds.requireTraining(network);
    }

    private void requireOrder() {
        var training = training();
        var full = training.batch() instanceof Training.Batch.Full;
        if (training.window().isPresent()) {
            return;
        }
        if (training.shuffle() && !full) {
            throw new IllegalArgumentException(
                    "a stream cannot be shuffled as a whole: write `shuffle within 10000` or call withWindow, or "
                            + "`in order` where its rows are mixed already");
        }
        if (network.data().split().filter(split -> !split.inOrder()).isPresent()) {
            throw new IllegalArgumentException("the split brings the samples into an order of its own, which a stream cannot: write "
                    + "`split … in order`, or `shuffle within 10000`, under which parts keep the order of the stream");
        }
    }

    /** One line: the spec, and the widths of the stream. */
    @Override
    public String toString() {
        return spec + ", on a stream of " + stream.inputs() + " inputs and " + stream.targets() + " targets";
    }
}
