package brickwork.model;

import java.util.List;
import java.util.Optional;

/**
 * What a spec says of its samples.
 *
 * @param source  where they come from; absent: the host program gives them
 * @param split   the parts; absent: everything is train
 * @param scaling of the inputs, if any
 * @param missing what becomes of missing cells, column by column
 */
public record DataSpec(Optional<DataSource> source, Optional<Split> split, Optional<Scaling> scaling, List<Missing> missing) {

    /** Nothing is said: the host program gives the samples, all of them train, as they are. */
    public static final DataSpec NONE = new DataSpec(Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    public DataSpec {
        missing = List.copyOf(missing);
    }

    public DataSpec withSource(Optional<DataSource> other) {
        return new DataSpec(other, split, scaling, missing);
    }

    public DataSpec withSplit(Optional<Split> other) {
        return new DataSpec(source, other, scaling, missing);
    }

    public DataSpec withScaling(Optional<Scaling> other) {
        return new DataSpec(source, split, other, missing);
    }

    public DataSpec withMissing(List<Missing> others) {
        return new DataSpec(source, split, scaling, others);
    }
}
