package brickwork.train;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;

/** What all epochs met, one row each, kept in four plain arrays so that millions of epochs are no burden. Row i is that of epoch i. */
public final class History extends AbstractList<HistoryRow> {

    private final double[] loss;
    private final double[] dataLoss;
    private final double[] accuracy;
    private final double[] rate;

    private History(double[] loss, double[] dataLoss, double[] accuracy, double[] rate) {
        this.loss = loss;
        this.dataLoss = dataLoss;
        this.accuracy = accuracy;
        this.rate = rate;
    }

    @Override
    public int size() {
        return loss.length;
    }

    @Override
    public HistoryRow get(int epoch) {
        return new HistoryRow(epoch, loss[epoch], dataLoss[epoch], accuracy[epoch], rate[epoch]);
    }

    /** All rows where there are at most {@code most}, else that many, evenly spaced, the first and the last among them. */
    public List<HistoryRow> thinned(int most) {
        if (most < 2) {
            throw new IllegalArgumentException("a thinned history has at least 2 rows, got " + most);
        }
        if (size() <= most) {
            return this;
        }
        return new AbstractList<>() {
            @Override
            public HistoryRow get(int i) {
                return History.this.get((int) Math.round((double) i * (History.this.size() - 1) / (most - 1)));
            }

            @Override
            public int size() {
                return most;
            }
        };
    }

    /** Grows by a row an epoch; makes no object for it. */
    static final class Recorder {

        private static final int FIRST_CAPACITY = 1024;

        private int size;
        private double[] loss;
        private double[] dataLoss;
        private double[] accuracy;
        private double[] rate;

        Recorder(int epochs) {
            this(new History(new double[0], new double[0], new double[0], new double[0]), Math.min(epochs, FIRST_CAPACITY));
        }

        /** Goes on from {@code begun}. */
        Recorder(History begun) {
            this(begun, begun.size());
        }

        private Recorder(History begun, int capacity) {
            size = begun.size();
            loss = Arrays.copyOf(begun.loss, capacity);
            dataLoss = Arrays.copyOf(begun.dataLoss, capacity);
            accuracy = Arrays.copyOf(begun.accuracy, capacity);
            rate = Arrays.copyOf(begun.rate, capacity);
        }

        void add(double rowLoss, double rowDataLoss, double rowAccuracy, double rowRate) {
            if (size == loss.length) {
                var capacity = Math.max(FIRST_CAPACITY, size + size / 2);
                loss = Arrays.copyOf(loss, capacity);
                dataLoss = Arrays.copyOf(dataLoss, capacity);
                accuracy = Arrays.copyOf(accuracy, capacity);
                rate = Arrays.copyOf(rate, capacity);
            }
            loss[size] = rowLoss;
            dataLoss[size] = rowDataLoss;
            accuracy[size] = rowAccuracy;
            rate[size++] = rowRate;
        }

        int size() {
            return size;
        }

        HistoryRow last() {
            var i = size - 1;
            return new HistoryRow(i, loss[i], dataLoss[i], accuracy[i], rate[i]);
        }

        History history() {
            return new History(Arrays.copyOf(loss, size), Arrays.copyOf(dataLoss, size), Arrays.copyOf(accuracy, size),
                    Arrays.copyOf(rate, size));
        }
    }

    private static final String PREFIX = "history.";

    /** The columns as tensors of a checkpoint. */
    List<Safetensors.Entry> entries() {
        return List.of(Safetensors.Entry.of(PREFIX + "loss", loss), Safetensors.Entry.of(PREFIX + "data_loss", dataLoss),
                Safetensors.Entry.of(PREFIX + "accuracy", accuracy), Safetensors.Entry.of(PREFIX + "rate", rate));
    }

    /** Reads what {@link #entries()} wrote of so many epochs. */
    static History of(Safetensors checkpoint, int epochs) {
        return new History(column(checkpoint, "loss", epochs), column(checkpoint, "data_loss", epochs),
                column(checkpoint, "accuracy", epochs), column(checkpoint, "rate", epochs));
    }

    private static double[] column(Safetensors checkpoint, String name, int epochs) {
        return checkpoint.entry(PREFIX + name).map(Safetensors.Entry::values).filter(values -> values.length == epochs)
                .orElseThrow(() -> new IllegalArgumentException("it has no " + PREFIX + name + " of " + epochs + " epochs"));
    }
}
