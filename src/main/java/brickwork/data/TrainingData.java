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

    /** Of the inputs, fitted on {@link #train}. */
    FittedScaling scaling();

    /** One a class; empty where there are no classes. */
    List<String> classNames();

    /** @throws IllegalArgumentException where a part has other widths than the network */
    default void requireFit(Specification network) {
        for (var part : DatasetPart.values()) {
            part(part).ifPresent(samples -> SampleRows.requireFit(network, samples.inputs(), samples.targets()));
        }
    }

    /** The part that schedules and stop rules watch: validation where there is one, else train. */
    default DatasetPart watchedPart() {
        return part(DatasetPart.VALIDATION).isPresent() ? DatasetPart.VALIDATION : DatasetPart.TRAIN;
    }
}
