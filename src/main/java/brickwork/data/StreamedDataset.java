package brickwork.data;

import brickwork.model.DatasetPart;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The parts of a stream, scaled and encoded as they are read. */
public final class StreamedDataset implements TrainingData {

    private final StreamedRows rows;

    StreamedDataset(StreamedRows rows) {
        this.rows = rows;
    }

    @Override
    public StreamedPart train() {
        return new StreamedPart(rows, DatasetPart.TRAIN);
    }

    @Override
    public Optional<StreamedPart> part(DatasetPart part) {
        return Optional.of(new StreamedPart(rows, part)).filter(samples -> samples.count() > 0);
    }

    @Override
    public FittedScaling scaling() {
        return rows.encoding().scaling();
    }

    @Override
    public List<String> classNames() {
        var names = rows.stream().classNames();
        return !names.isEmpty() || !rows.encoding().classes() ? names
                : IntStream.range(0, Math.max(2, rows.stream().targets())).mapToObj(String::valueOf).toList();
    }

    /** The first samples of the training part, at most so many, to be held in memory. */
    public Dataset first(int samples) {
        return new Dataset(train().first(samples), Optional.empty(), Optional.empty(), scaling(), classNames());
    }
}
