package brickwork.data;

import brickwork.model.DatasetPart;
import brickwork.model.Specification;
import brickwork.source.Origin;
import brickwork.source.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * The samples of a network in their parts, scaled and encoded. Immutable; may be shared by threads.
 *
 * @param train       what is learned from
 * @param validation  what training watches, if the split makes it
 * @param test        what is judged on, if the split makes it
 * @param preparation of inputs and targets, fitted on {@code train}
 */
public record Dataset(Samples train, Optional<Samples> validation, Optional<Samples> test, FittedPreparation preparation)
        implements
            TrainingData {

    /** A part, where the split makes it. */
    @Override
    public Optional<Samples> part(DatasetPart part) {
        return switch (part) {
            case TRAIN -> Optional.of(train);
            case VALIDATION -> validation;
            case TEST -> test;
        };
    }

    /** The part that is judged where nothing else is said: test where there is one, else train. */
    public DatasetPart defaultPart() {
        return test.isPresent() ? DatasetPart.TEST : DatasetPart.TRAIN;
    }

    /**
     * Samples of a host program, all of them train, neither scaled nor shuffled.
     *
     * @param inputs  [rows][inputs]
     * @param targets [rows][outputs], as wide as the last layer
     * @throws IllegalArgumentException if rows are ragged, counts differ or are 0, or a value is not finite
     */
    public static Dataset of(double[][] inputs, double[][] targets) {
        var table = SampleTable.ofReals(inputs, targets);
        table.firstNotFinite().ifPresent(place -> {
            throw new IllegalArgumentException(place.message());
        });
        return Preparation.unscaled(table, Partition.whole(table.rows()));
    }

    /**
     * Splits, scales and encodes a host program's samples as {@code network} says; what the network says of a source counts for nothing.
     */
    public static Outcome<Dataset> prepare(Specification network, SampleTable table) {
        return table.firstNotFinite()
                .<Outcome<Dataset>>map(place -> new Outcome.Failure<>(List.of(place.fault(Origin.NONE).diagnostic())))
                .orElseGet(() -> Preparation.prepare(network, table, Origin.NONE));
    }
}
