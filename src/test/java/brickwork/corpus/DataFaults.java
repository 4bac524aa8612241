package brickwork.corpus;

import static brickwork.corpus.Suite.EVERY_UPDATE;
import static brickwork.corpus.Suite.PARTS_OF_THE_DATA;
import static brickwork.corpus.Suite.SAMPLES_OF_AN_EPOCH;
import static brickwork.corpus.Suite.SCALED_INPUTS;

import java.util.List;

/** Samples that are parted, scaled, encoded, shuffled or batched wrongly. */
final class DataFaults {

    private static final String PARTITION = "data/Partition.java";

    private DataFaults() {}

    static List<Fault> all() {
        return List.of(
                Fault.of("test rows leak into the training part")
                        .at(PARTITION, "new Partition(Arrays.copyOf(order, train),", "new Partition(Arrays.copyOf(order, train + test),")
                        .caughtBy(PARTS_OF_THE_DATA, "of the data is"),
                Fault.of("the split does not shuffle")
                        .at(PARTITION, "if (!split.inOrder()) {", "if (split.inOrder()) {")
                        .caughtBy(PARTS_OF_THE_DATA, "class"),
                Fault.of("the split is not stratified")
                        .at(PARTITION, "if (!split.stratified()) {", "if (rows > 0) {")
                        .caughtBy(PARTS_OF_THE_DATA, "class"),
                Fault.of("scaling is fitted on test data too")
                        .at("data/Preparation.java", "FittedScaling.fit(s, table.inputs(), parts.train())",
                                "FittedScaling.fit(s, table.inputs(), IntStream.range(0, table.rows()).toArray())")
                        .caughtBy(SCALED_INPUTS, "standard", "input"),
                Fault.of("scaling divides by the sample's deviation, not the population's")
                        .at("data/ColumnMoments.java", "(squares[i] - sums[i] * sums[i] / rows.length) / rows.length",
                                "(squares[i] - sums[i] * sums[i] / rows.length) / (rows.length - 1)")
                        .caughtBy(SCALED_INPUTS, "standard", "input"),
                Fault.of("minmax divides by the largest, not by the range")
                        .at("data/ColumnMoments.java", "range[i] = largest[i] - smallest[i];", "range[i] = largest[i];")
                        .caughtBy(SCALED_INPUTS, "minmax", "input"),
                Fault.of("prediction does not scale its inputs")
                        .at("TrainedNetwork.java", "model.scaling().apply(scaled);", "")
                        .caughtBy(Suite.PREDICTIONS_ARE_SCALED, "is predicted as"),
                Fault.of("one-hot targets stand one place too far")
                        .at("data/Samples.java", "into[at + numbers[rows[row]]] = 1;", "into[at + (numbers[rows[row]] + 1) % units] = 1;")
                        .caughtBy(Suite.LEARNING, "accuracy"),
                Fault.of("every epoch shuffles alike")
                        .at("train/SampleOrder.java", "random.seek((long) epoch << Integer.SIZE);", "random.seek(0);")
                        .caughtBy(SAMPLES_OF_AN_EPOCH, "order"),
                Fault.of("shuffling duplicates one sample and drops another")
                        .at("train/SampleOrder.java", "random.shuffle(indices);", "random.shuffle(indices);\nindices[0] = indices[1];")
                        .caughtBy(SAMPLES_OF_AN_EPOCH, "uses sample"),
                Fault.of("the last batch, smaller than the others, is left out")
                        .at("train/GradientLearner.java", "for (var from = 0; from < rows; from += size) {",
                                "for (var from = 0; from + size <= rows; from += size) {")
                        .caughtBy(SAMPLES_OF_AN_EPOCH, "uses sample"),
                Fault.of("the last batch, smaller than the others, counts as a full one in the history")
                        .at("train/GradientLearner.java", "count / (double) (from + count)", "size / (double) (from + size)")
                        .caughtBy(EVERY_UPDATE, "mse", "the loss of the history"));
    }
}
