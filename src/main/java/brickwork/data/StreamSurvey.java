package brickwork.data;

import brickwork.model.DatasetPart;
import brickwork.model.Scaling;
import brickwork.model.Specification;
import brickwork.source.Origin;
import brickwork.source.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What one reading of a stream finds out, and how it is made ready for a network then. */
final class StreamSurvey {

    private final SampleStream stream;
    private final Runnable check;
    private final BadCell largestInput;
    private final BadCell largestTarget;
    private final boolean targetsAreClasses;
    private final long rows;

    private StreamSurvey(SampleStream stream, Runnable check, Looked looked) {
        this.stream = stream;
        this.check = check;
        this.rows = looked.rows;
        this.largestInput = looked.input;
        this.largestTarget = looked.target;
        this.targetsAreClasses = looked.classes;
    }

    /** What is kept of the rows seen so far. */
    private static final class Looked {
        private long rows;
        private BadCell input = new BadCell(0, "input", 0, 0);
        private BadCell target = new BadCell(0, "target", 0, 0);
        private boolean classes = true;
    }

    /**
     * Counts the rows of a stream and looks at all numbers; ends once there are more rows than {@code most}.
     *
     * @param check is run before every row, now and whenever the stream is read later, and throws where reading is to end
     * @throws BrokenStreamException where the stream fails, has no rows, or holds what is no finite number or no class
     */
    static StreamSurvey of(SampleStream stream, long most, Runnable check) {
        var looked = new Looked();
        try (var reader = new StreamReader(stream, StreamReader.UNCOUNTED, check)) {
            while (looked.rows <= most && reader.next()) {
                if (looked.rows == Integer.MAX_VALUE) {
                    throw BrokenStreamException.at(looked.rows,
                            "there are more than " + Integer.MAX_VALUE + " rows, and no more are counted",
                            "let the source end there, or give other rows to another training");
                }
                looked.input = larger(looked.input, reader.inputs, reader.row());
                looked.target = larger(looked.target, reader.targets, reader.row());
                looked.classes &= Targets.Reals.label(reader.targets) >= 0;
                looked.rows++;
            }
        }
        if (looked.rows == 0) {
            throw BrokenStreamException.empty();
        }
        return new StreamSurvey(stream, check, looked);
    }

    private static BadCell larger(BadCell largest, double[] numbers, long row) {
        var found = largest;
        for (var column = 0; column < numbers.length; column++) {
            if (Math.abs(numbers[column]) > Math.abs(found.value())) {
                found = new BadCell((int) row, largest.what(), column, numbers[column]);
            }
        }
        return found;
    }

    /** All rows, as they are, as one part. */
    StreamedRows asTheyAre(Specification network) {
        return unscaled(network, RowParts.allTrain((int) rows));
    }

    private StreamedRows unscaled(Specification network, RowParts parts) {
        var numbered = !stream.classNames().isEmpty();
        return new StreamedRows(stream, parts, new RowEncoding(FittedScaling.NONE, network.outputs(), numbered,
                numbered || targetsAreClasses, network.precision()), check);
    }

    /** The rows parted and scaled as the network says; its precision must hold the largest input and the largest target. */
    Outcome<StreamedDataset> prepare(Specification network) {
        try {
            var unscaled = unscaled(network, parts(network, (int) rows));
            var scaling = scaling(network, unscaled);
            if (network.data().scaling().filter(kind -> !(kind instanceof Scaling.By)).isEmpty()) {
                NumberRange.require(network.precision(), largestInput, scaling, Origin.NONE);
            }
            if (!unscaled.encoding().numbered()) {
                NumberRange.require(network.precision(), largestTarget, FittedScaling.NONE, Origin.NONE);
            }
            return new Outcome.Success<>(new StreamedDataset(unscaled.withScaling(scaling), this), List.of());
        } catch (DataFault fault) {
            return new Outcome.Failure<>(List.of(fault.diagnostic()));
        }
    }

    private RowParts parts(Specification network, int count) throws DataFault {
        var split = network.data().split();
        if (split.isEmpty()) {
            return RowParts.allTrain(count);
        }
        return RowParts.of(Partition.of(network, count, split.get().stratified() ? labels(count) : Optional.empty()), count);
    }

    /** The class of each row, for a split that keeps their shares. */
    private Optional<Targets.Labels> labels(int count) {
        var names = stream.classNames();
        if (names.isEmpty() && !targetsAreClasses) {
            return Optional.empty();
        }
        var labels = new int[count];
        try (var reader = new StreamReader(stream, count, check)) {
            for (var row = 0; row < count; row++) {
                reader.next();
                labels[row] = names.isEmpty() ? Targets.Reals.label(reader.targets) : (int) reader.targets[0];
            }
        }
        return Optional.of(new Targets.Labels(labels, names.isEmpty() ? Math.max(2, stream.targets()) : names.size(), names));
    }

    private FittedScaling scaling(Specification network, StreamedRows unscaled) {
        ColumnMoments.Rows train = each -> forEach(unscaled, each);
        return network.data().scaling().map(kind -> FittedScaling.fit(kind, stream.inputs(), train)).orElse(FittedScaling.NONE);
    }

    /** Shows the inputs of the training part as they are. */
    private static int forEach(StreamedRows rows, Consumer<double[]> each) {
        try (var reader = rows.open()) {
            while (reader.next()) {
                if (rows.parts().holds(DatasetPart.TRAIN, reader.row())) {
                    each.accept(reader.inputs);
                }
            }
        }
        return rows.parts().count(DatasetPart.TRAIN);
    }
}
