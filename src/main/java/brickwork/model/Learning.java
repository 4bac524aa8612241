package brickwork.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a model learns, and for how long.
 *
 * @param method          what changes its parameters
 * @param training        epochs, batches and order, if the spec says
 * @param stops           when training ends early
 * @param checkpointEvery epochs between checkpoints, if any are wanted
 */
public record Learning(Method method, Optional<Training> training, List<Training.Stop> stops, OptionalInt checkpointEvery) {

    public Learning {
        stops = List.copyOf(stops);
    }

    /** What changes parameters; its kind goes with that of the model. */
    public sealed interface Method permits GradientDescent {}

    /** By {@code method} alone: nothing is said of how long. */
    public static Learning by(Method method) {
        return new Learning(method, Optional.empty(), List.of(), OptionalInt.empty());
    }

    /** The method of a feed-forward network. */
    public GradientDescent descent() {
        return switch (method) {
            case GradientDescent descent -> descent;
        };
    }

    public Learning withMethod(Method other) {
        return new Learning(other, training, stops, checkpointEvery);
    }

    public Learning withTraining(Optional<Training> other) {
        return new Learning(method, other, stops, checkpointEvery);
    }

    public Learning withStops(List<Training.Stop> others) {
        return new Learning(method, training, others, checkpointEvery);
    }

    public Learning withCheckpointEvery(OptionalInt epochs) {
        return new Learning(method, training, stops, epochs);
    }
}
