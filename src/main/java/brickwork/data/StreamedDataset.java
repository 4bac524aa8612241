package brickwork.data;

import brickwork.model.DatasetPart;
import brickwork.model.Specification;
import brickwork.source.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The parts of a stream, scaled and encoded as they are read. */
public final class StreamedDataset implements TrainingData {

    private final StreamedRows rows;
    private final StreamSurvey survey;

    StreamedDataset(StreamedRows rows, StreamSurvey survey) {
        this.rows = rows;
        this.survey = survey;
    }

    /**
     * Counts the rows of a stream and looks at all numbers; ends once there are more rows than {@code most}. All are train and unscaled
     * then.
     *
     * @param network what {@code stream} has the widths of
     * @param check   is run before every row, now and whenever the stream is read later, and throws where reading is to end
     * @throws BrokenStreamException where the stream fails, has no rows, or holds what is no finite number or no class
     */
    public static StreamedDataset count(Specification network, SampleStream stream, long most, Runnable check) {
        var survey = StreamSurvey.of(stream, most, check);
        return new StreamedDataset(survey.asTheyAre(network), survey);
    }

    /** The same rows, parted and scaled as the network says, or what keeps them from that. */
    public Outcome<StreamedDataset> prepare(Specification network) {
        return survey.prepare(network);
    }

    /** The same parts, scaled so. */
    public StreamedDataset withScaling(FittedScaling other) {
        return new StreamedDataset(rows.withScaling(other), survey);
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
    public FittedPreparation preparation() {
        var names = rows.stream().classNames();
        return new FittedPreparation(rows.stream().columns(), rows.encoding().scaling(), List.of(),
                !names.isEmpty() || !rows.encoding().classes() ? names
                        : IntStream.range(0, Math.max(2, rows.stream().targets())).mapToObj(String::valueOf).toList());
    }

    /** The first samples of the training part, at most so many, to be held in memory. */
    public Dataset first(int samples) {
        return new Dataset(train().first(samples), Optional.empty(), Optional.empty(), preparation());
    }
}
