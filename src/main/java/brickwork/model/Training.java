package brickwork.model;

import brickwork.source.DecimalText;
import brickwork.source.Origin;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How long and in which portions a network is trained.
 *
 * @param epochs  passes over the training part
 * @param batch   how samples are grouped
 * @param shuffle whether the order is drawn anew each epoch
 * @param window  samples that are shuffled among themselves, window after window; absent: all of them are. Where it is there, each part of
 *                the data keeps the order of its source
 * @param seconds training ends after the epoch in which so much time is over, by the clock of the machine; absent: it has time
 * @param origin  where it was written
 */
public record Training(int epochs, Batch batch, boolean shuffle, OptionalInt window, OptionalDouble seconds, Origin origin) {

    private static final int MINUTE = 60;

    /** @throws IllegalArgumentException where a number is below 1, the time is not above 0, or there is a window and nothing is shuffled */
    public Training {
        Numbers.count("the number of epochs", epochs);
        window.ifPresent(rows -> Numbers.count("the window", rows));
        if (window.isPresent() && !shuffle) {
            throw new IllegalArgumentException("samples that are taken in order have no window to be shuffled within");
        }
        if (seconds.isPresent() && !(seconds.getAsDouble() > 0 && seconds.getAsDouble() < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the time of training must be above 0 seconds, got " + seconds.getAsDouble());
        }
    }

    /** Without an end to its time. */
    public Training(int epochs, Batch batch, boolean shuffle, OptionalInt window, Origin origin) {
        this(epochs, batch, shuffle, window, OptionalDouble.empty(), origin);
    }

    /** Without a window. */
    public Training(int epochs, Batch batch, boolean shuffle, Origin origin) {
        this(epochs, batch, shuffle, OptionalInt.empty(), origin);
    }

    /** The same for other epochs. */
    public Training withEpochs(int other) {
        return new Training(other, batch, shuffle, window, seconds, origin);
    }

    /** The same, shuffled within windows of so many samples. */
    public Training withWindow(int rows) {
        return new Training(epochs, batch, true, OptionalInt.of(rows), seconds, origin);
    }

    /** The same, which ends after the epoch in which so many seconds are over. */
    public Training within(double time) {
        return new Training(epochs, batch, shuffle, window, OptionalDouble.of(time), origin);
    }

    /** {@code 5 minutes}, {@code 1 second}: a time as the language writes it. */
    public static String time(double seconds) {
        var minutes = seconds / MINUTE;
        return minutes >= 1 && minutes == Math.rint(minutes) ? timed(minutes, "minute") : timed(seconds, "second");
    }

    private static String timed(double number, String unit) {
        return DecimalText.of(number) + " " + unit + (number == 1 ? "" : "s");
    }

    /** One that a program says. */
    public Training(int epochs, Batch batch, boolean shuffle) {
        this(epochs, batch, shuffle, Origin.NONE);
    }

    /** The samples a step takes. */
    public sealed interface Batch {

        int DEFAULT_SIZE = 32;

        /** All samples of the training part. */
        record Full() implements Batch {}

        /** That many, or all where there are fewer; the last batch of an epoch may be smaller. */
        record Of(int size) implements Batch {
            public Of {
                Numbers.count("the batch size", size);
            }
        }

        /** Samples a step takes out of {@code rows}. */
        default int size(int rows) {
            return switch (this) {
                case Full _ -> rows;
                case Of of -> Math.min(of.size(), rows);
            };
        }

        /** Samples of the smallest batch of an epoch over {@code rows} samples. */
        default int smallest(int rows) {
            return rows % size(rows) == 0 ? size(rows) : rows % size(rows);
        }
    }

    /** Steps of one epoch over {@code rows} samples. */
    public int stepsPerEpoch(int rows) {
        return Math.ceilDiv(rows, batch.size(rows));
    }

    /** When training ends before its last epoch; evaluated after each epoch on the validation part where there is one, else on train. */
    public sealed interface Stop {

        Origin origin();

        /** What is watched. */
        Metric metric();

        /** The metric compares so in {@code epochs} epochs running (1 where nothing is said). */
        record When(Metric metric, Relation relation, double value, int epochs, Origin origin) implements Stop {
            public When {
                Numbers.finite("the value of stop", value);
                Numbers.count("the epochs of stop", epochs);
            }

            /** One that a program says. */
            public When(Metric metric, Relation relation, double value, int epochs) {
                this(metric, relation, value, epochs, Origin.NONE);
            }
        }

        /** The metric has not become better for {@code epochs} epochs; {@code keepBest} returns to the parameters of its best epoch. */
        record Stalls(Metric metric, int epochs, boolean keepBest, Origin origin) implements Stop {
            public Stalls {
                Numbers.count("the epochs of stop", epochs);
            }

            /** One that a program says. */
            public Stalls(Metric metric, int epochs, boolean keepBest) {
                this(metric, epochs, keepBest, Origin.NONE);
            }
        }
    }
}
