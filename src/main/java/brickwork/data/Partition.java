package brickwork.data;

import brickwork.model.Specification;
import brickwork.model.Split;
import brickwork.random.RandomStream;
import brickwork.source.Code;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The rows of a source, parted. They are shuffled by the stream "split" of the seed, unless they are to stay in order; of that order the
 * first rows are train, then come validation and test. Where training shuffles within windows, each part keeps the order of the source, for
 * so it can be read row by row.
 *
 * @param train      rows of the source, at least one
 * @param validation rows of the source, none where the split asks for none
 * @param test       rows of the source, none where nothing is split
 */
record Partition(int[] train, int[] validation, int[] test) {

    private static final int[] NONE = {};

    /** Everything is train, in order. */
    static Partition whole(int rows) {
        return new Partition(IntStream.range(0, rows).toArray(), NONE, NONE);
    }

    /** What {@code network} makes of so many rows; {@code labels} are the classes of all rows, where they are classes. */
    static Partition of(Specification network, int rows, Optional<Targets.Labels> labels) throws DataFault {
        var parts = of(network.data().split(), rows, labels, network.seed());
        return network.learning().training().filter(training -> training.window().isPresent()).isPresent() ? parts.inSourceOrder() : parts;
    }

    /** What a split makes of them under a seed, where training does not shuffle within windows. */
    static Partition of(Optional<Split> split, int rows, Optional<Targets.Labels> labels, long seed) throws DataFault {
        return split.isEmpty() ? whole(rows) : of(split.get(), rows, labels, seed);
    }

    private static Partition of(Split split, int rows, Optional<Targets.Labels> classes, long seed) throws DataFault {
        var test = split.testRows(rows);
        var validation = split.validationRows(rows);
        if (split.trainRows(rows) < 1) {
            throw DataFault.of(Code.NN065, split.origin(), "of " + rows + " rows " + test + " go to test"
                    + (validation > 0 ? " and " + validation + " to validation" : "") + ", so none is left to train on",
                    "give test and validation smaller shares");
        }
        var order = IntStream.range(0, rows).toArray();
        if (!split.inOrder()) {
            new RandomStream(seed, "split").shuffle(order);
        }
        if (!split.stratified()) {
            var train = rows - validation - test;
            return new Partition(Arrays.copyOf(order, train), Arrays.copyOfRange(order, train, train + validation),
                    Arrays.copyOfRange(order, train + validation, rows));
        }
        var labels = classes.orElseThrow(() -> DataFault.of(Code.NN066, split.origin(),
                "the targets are real numbers, so there are no classes to stratify by", "leave `stratified` out"));
        return stratified(order, labels, validation, test);
    }

    private Partition inSourceOrder() {
        return new Partition(sorted(train), sorted(validation), sorted(test));
    }

    private static int[] sorted(int[] rows) {
        var sorted = rows.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    /** The parts a network can be evaluated on beside train, empty ones left out. */
    Optional<int[]> optionalValidation() {
        return validation.length == 0 ? Optional.empty() : Optional.of(validation);
    }

    Optional<int[]> optionalTest() {
        return test.length == 0 ? Optional.empty() : Optional.of(test);
    }

    /** Each class gives its last rows, in the given order, to test, those before to validation; within a part the order stays. */
    private static Partition stratified(int[] order, Targets.Labels classes, int validation, int test) {
        var counts = new int[classes.classes()];
        for (var label : classes.labels()) {
            counts[label]++;
        }
        var toTest = shares(counts, test);
        var left = IntStream.range(0, counts.length).map(c -> counts[c] - toTest[c]).toArray();
        var toValidation = shares(left, validation);
        var toTrain = IntStream.range(0, counts.length).map(c -> left[c] - toValidation[c]).toArray();
        var seen = new int[counts.length];
        var parts = new Partition(new int[order.length - validation - test], new int[validation], new int[test]);
        var filled = new int[3];
        for (var row : order) {
            var label = classes.labels()[row];
            var place = seen[label]++;
            if (place < toTrain[label]) {
                parts.train[filled[0]++] = row;
            } else if (place < left[label]) {
                parts.validation[filled[1]++] = row;
            } else {
                parts.test[filled[2]++] = row;
            }
        }
        return parts;
    }

    /** {@code total} in proportion to {@code counts}, by largest remainders; of equal ones the lower class is served first. */
    private static int[] shares(int[] counts, int total) {
        var all = IntStream.of(counts).asLongStream().sum();
        var shares = IntStream.range(0, counts.length).map(c -> (int) ((long) total * counts[c] / all)).toArray();
        var missing = total - IntStream.of(shares).sum();
        IntStream.range(0, counts.length).boxed()
                .sorted((a, b) -> Long.compare((long) total * counts[b] % all, (long) total * counts[a] % all))
                .limit(missing)
                .forEach(c -> shares[c]++);
        return shares;
    }
}
