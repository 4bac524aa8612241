package brickwork.model;

import brickwork.source.Origin;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** An acceptance statement; {@link #text()} is it as written, or as it would be. */
public sealed interface Expectation {

    String text();

    Origin origin();

    /**
     * A metric stands so to a value.
     *
     * @param part         the part meant; absent: test where there is one, else train
     * @param tolerance    with relation EQUAL: how far off it may be
     * @param withinEpochs it held at the end of some epoch up to this one; absent: at the end of training
     * @param seeds        the seeds it speaks of; absent: the spec's own
     */
    record OfMetric(String text, Metric metric, Optional<Part> part, Relation relation, double value, OptionalDouble tolerance,
            OptionalInt withinEpochs, Optional<Seeds> seeds, Origin origin) implements Expectation {}

    /** The gradient check's {@code diff}, or its {@code norm}, is below (or at most) the bound. */
    record Gradcheck(String text, boolean norm, Relation relation, double bound, Origin origin) implements Expectation {}

    /** The loss over the training part at the initial parameters. */
    record InitialLoss(String text, double value, double tolerance, Origin origin) implements Expectation {}

    /** Last history row below the first, or each below the one before it. */
    record LossDecreases(String text, boolean everyEpoch, Origin origin) implements Expectation {}

    /** What the trained network gives for one input row, unscaled inputs as the data would hold them. */
    record Output(String text, List<Double> inputs, List<Double> outputs, double tolerance, Origin origin) implements Expectation {
        public Output {
            inputs = List.copyOf(inputs);
            outputs = List.copyOf(outputs);
        }
    }

    /** SHA-256 over the parameters, lower-case hex. */
    record Fingerprint(String text, String digest, Origin origin) implements Expectation {}

    /** Which seeds a statement speaks of. */
    sealed interface Seeds {

        /** At least this share of the spec's seed and the {@code count - 1} after it. */
        record AtLeast(double share, int count) implements Seeds {}

        /** Each seed from {@code from} to {@code to}, both included. */
        record Every(long from, long to) implements Seeds {}
    }
}
