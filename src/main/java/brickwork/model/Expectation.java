package brickwork.model;

import brickwork.source.DecimalText;
import brickwork.source.Origin;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** An acceptance statement; {@link #text()} is it as written, or as it would be. */
public sealed interface Expectation {

    String text();

    Origin origin();

    /** A figure measured once a seed and compared with a stated value. */
    sealed interface Measured extends Expectation {

        /** The word of the figure. */
        String word();

        Optional<DatasetPart> part();

        Relation relation();

        double value();

        OptionalDouble tolerance();

        OptionalInt withinEpochs();

        Optional<Seeds> seeds();

        /** Whether a network must be trained to measure it. */
        boolean needsTraining();

        /** Whether a measured value stands so to the stated one; never one that is not a number. */
        default boolean holds(double measured) {
            return relation() == Relation.EQUAL && tolerance().isPresent()
                    ? Math.abs(measured - value()) <= tolerance().getAsDouble()
                    : relation().holds(measured, value());
        }

        /** {@code >= 0.95}, or {@code = 0.29 within 1e-6}. */
        default String requirement() {
            return relation().symbol() + " " + DecimalText.of(value())
                    + (tolerance().isPresent() ? " within " + DecimalText.of(tolerance().getAsDouble()) : "");
        }
    }

    /**
     * A metric stands so to a value.
     *
     * @param part         the part meant; absent: test where there is one, else train
     * @param tolerance    with relation EQUAL: how far off it may be
     * @param withinEpochs it held at the end of some epoch up to this one; absent: at the end of training
     * @param seeds        the seeds it speaks of; absent: the spec's own
     */
    record OfMetric(String text, Metric metric, Optional<DatasetPart> part, Relation relation, double value, OptionalDouble tolerance,
            OptionalInt withinEpochs, Optional<Seeds> seeds, Origin origin) implements Measured {

        @Override
        public String word() {
            return metric.word();
        }

        @Override
        public boolean needsTraining() {
            return true;
        }
    }

    /**
     * A figure of health stands so to a value; one of layers in every layer that has it.
     *
     * @param initial      whether it is that of the initial parameters
     * @param layer        the one layer meant, counted from 1; absent: every layer that has the figure
     * @param part         the part meant; absent: train
     * @param tolerance    with relation EQUAL: how far off it may be
     * @param withinEpochs it held at the end of some epoch up to this one; absent: at the end of training, or at its start
     * @param seeds        the seeds it speaks of; absent: the spec's own
     */
    record OfHealth(String text, HealthMetric figure, boolean initial, OptionalInt layer, Optional<DatasetPart> part, Relation relation,
            double value, OptionalDouble tolerance, OptionalInt withinEpochs, Optional<Seeds> seeds, Origin origin) implements Measured {

        @Override
        public String word() {
            return figure.word();
        }

        @Override
        public boolean needsTraining() {
            return !initial && figure != HealthMetric.CONSTANT_INPUTS;
        }
    }

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
