package brickwork;

import brickwork.data.SamplePart;
import brickwork.model.DataSource;
import brickwork.model.Metric;
import brickwork.model.Precision;
import brickwork.model.Specification;
import brickwork.model.Training;
import brickwork.plan.Planner;
import brickwork.train.History;
import brickwork.train.SampleOrder;
import brickwork.train.metric.PartEvaluation;

/**
 * The most bytes that working with a network takes at one time: an upper bound, computed before anything of it is made. Objects of a
 * constant size are not counted.
 *
 * @param data       the table of samples, which rows are whose, the copy in the number type of the network that is trained on, and what
 *                   evaluating it takes
 * @param training   engine and workspace, and copies of the parameters as they are handed over or compared
 * @param history    the rows of all epochs, as they grow
 * @param gradcheck  of a gradient check, where the spec expects one
 */
record MemoryNeed(long data, long training, long history, long gradcheck) {

    /** Bytes of a history's row: its numbers, half as many more while the columns grow, and those of the report. */
    private static final int HISTORY_ROW = History.COLUMNS.size() * Double.BYTES * 5 / 2;

    /** Bytes that parting a stream takes a row: its place in an order, twice while it is sorted, and the part it belongs to. */
    private static final long SPLIT_ROW = 3 * Integer.BYTES + 1;

    /** Bytes that a gradient check keeps of a parameter: its derivative in pairs of doubles with bounds, and those of the engine. */
    private static final int CHECKED_PARAMETER = 400;

    /**
     * Of training and judging {@code network}.
     *
     * @param samples      rows of its data; 0 where they are not known
     * @param expectsCheck whether gradients will be checked
     */
    static MemoryNeed of(Specification network, long samples, boolean expectsCheck) {
        var size = network.precision() == Precision.F32 ? Float.BYTES : Double.BYTES;
        var parameters = network.parameters();
        var train = (int) Math.min(Integer.MAX_VALUE, network.data().split().filter(_ -> samples > 0)
                .map(s -> Math.max(0, (long) s.trainRows((int) samples))).orElse(samples));
        var row = (long) network.inputs() * Double.BYTES + targets(network);
        var data = samples * (row + 2 * Integer.BYTES) + train * ((long) (network.inputs() + network.outputs()) * size + Integer.BYTES)
                + PartEvaluation.memory(samples, samples - train, network.inputs(), network.outputs(), size);
        if (network.learning().training().isEmpty()) {
            return new MemoryNeed(samples * row, parameters * (2L * Double.BYTES + size), 0, check(parameters, expectsCheck));
        }
        return training(network, data, train, check(parameters, expectsCheck));
    }

    /** Of training {@code network} on a stream: a window, batches, which row belongs to which part, and the outputs that auc ranks. */
    static MemoryNeed ofStream(Specification network, SamplePart stream) {
        var rows = stream.count();
        var size = network.precision() == Precision.F32 ? Float.BYTES : Double.BYTES;
        var training = network.learning().training().orElseThrow();
        var split = network.data().split();
        var train = split.map(s -> Math.max(1, s.trainRows(rows))).orElse(rows);
        var batch = training.batch().size(train);
        var held = SampleOrder.held(train, training);
        var data = held * (network.inputs() + network.outputs()) * size + Math.min(held, train) * 2L * Integer.BYTES
                + batch * ((long) (network.inputs() + network.outputs()) * size + (long) network.outputs() * Double.BYTES)
                + split.map(s -> rows * (SPLIT_ROW + (s.stratified() ? Integer.BYTES : 0L))).orElse(0L)
                + (stream.hasClasses() ? ranked(network, (long) rows * network.outputs()) * 2 * Double.BYTES : 0);
        return training(network, data, train, 0);
    }

    /** Outputs that auc keeps, of so many. */
    private static long ranked(Specification network, long outputs) {
        var stopsByRank = network.learning().stops().stream().anyMatch(stop -> stop.metric() == Metric.AUC);
        return stopsByRank ? outputs : Math.min(outputs, PartEvaluation.RANKED_OF_STREAM);
    }

    private static MemoryNeed training(Specification network, long data, int train, long gradcheck) {
        var size = network.precision() == Precision.F32 ? Float.BYTES : Double.BYTES;
        var parameters = network.parameters();
        var training = network.learning().training().orElseThrow();
        var batch = training.batch().size(train == 0 ? Training.Batch.DEFAULT_SIZE : train);
        var keepsBest = network.learning().stops().stream().anyMatch(MemoryNeed::keepsBest);
        var engine = Planner.plan(network, batch).memory().total();
        var copies = parameters * Double.BYTES * (keepsBest ? 3 : 2);
        var handedOver = parameters * (2L * Double.BYTES + 2L * size);
        return new MemoryNeed(data, Math.max(engine + copies, handedOver), (long) training.epochs() * HISTORY_ROW, gradcheck);
    }

    /** Bytes that the targets of a sample take in a table: the number of a class, or numbers that may turn out to be one. */
    private static long targets(Specification network) {
        var generated = network.data().source().filter(source -> source instanceof DataSource.Generated
                && !(source instanceof DataSource.Sine)).isPresent();
        return Integer.BYTES + (generated ? 0 : (long) network.outputs() * Double.BYTES);
    }

    private static boolean keepsBest(Training.Stop stop) {
        return switch (stop) {
            case Training.Stop.When _ -> false;
            case Training.Stop.Stalls stalls -> stalls.keepBest();
        };
    }

    private static long check(long parameters, boolean expected) {
        return expected ? parameters * CHECKED_PARAMETER : 0;
    }

    /** Of all together. */
    long total() {
        return data + training + history + gradcheck;
    }
}
