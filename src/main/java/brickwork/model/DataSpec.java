package brickwork.model;

import java.util.Optional;

/**
 * What a spec says of its samples.
 *
 * @param source  where they come from; absent: the host program gives them
 * @param split   the parts; absent: everything is train
 * @param scaling of the inputs, if any
 */
public record DataSpec(Optional<DataSource> source, Optional<Split> split, Optional<Scaling> scaling) {

    /** Nothing is said: the host program gives the samples, all of them train, as they are. */
    public static final DataSpec NONE = new DataSpec(Optional.empty(), Optional.empty(), Optional.empty());

    public DataSpec withSource(Optional<DataSource> other) {
        return new DataSpec(other, split, scaling);
    }

    public DataSpec withSplit(Optional<Split> other) {
        return new DataSpec(source, other, scaling);
    }

    public DataSpec withScaling(Optional<Scaling> other) {
        return new DataSpec(source, split, other);
    }
}
