package brickwork.data;

import brickwork.model.DatasetPart;
import brickwork.model.Specification;
import java.util.List;
import java.util.Optional;

/** What a network is trained on, in its parts, scaled and encoded: held in memory, or streamed. */
public sealed interface TrainingData permits Dataset, StreamedDataset {

    /** What is learned from. */
    SamplePart train();

    /** A part, where the split makes it. */
    Optional<? extends SamplePart> part(DatasetPart part);

    /** What was fitted on {@link #train}. */
    FittedPreparation preparation();

    /** Of the inputs, fitted on {@link #train}. */
    default FittedScaling scaling() {
        return preparation().scaling();
    }

    /** One a class; empty where there are no classes. */
    default List<String> classNames() {
        return preparation().classNames();
    }

    /** @throws IllegalArgumentException where a part has other widths than the network */
    default void requireFit(Specification network) {
        for (var part : DatasetPart.values()) {
            part(part).ifPresent(samples -> samples.requireFit(network));
        }
    }

    /** The part that schedules and stop rules watch: validation where there is one, else train. */
    default DatasetPart watchedPart() {
        return part(DatasetPart.VALIDATION).isPresent() ? DatasetPart.VALIDATION : DatasetPart.TRAIN;
    }
}
