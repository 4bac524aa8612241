package brickwork.train;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;

/** What all epochs met, one row each, kept in plain arrays so that millions of epochs are no burden. Row i is that of epoch i. */
public final class History extends AbstractList<HistoryRow> {

    /** The names of the columns, in order. */
    public static final List<String> COLUMNS = List.of("loss", "data_loss", "accuracy", "rate", "validation_loss", "validation_data_loss",
            "validation_accuracy");

    /** From here on the columns hold NaN where there is no validation part. */
    public static final int VALIDATION = 4;

    static final History EMPTY = new History(new double[COLUMNS.size()][0]);

    private final double[][] columns;

    private History(double[][] columns) {
        this.columns = columns;
    }

    /**
     * The history with these columns.
     *
     * @param columns [columns][epochs], in the order of {@link #COLUMNS}; not copied
     * @throws IllegalArgumentException where there are more columns or fewer, or they are not equally long
     */
    public static History of(double[][] columns) {
        if (columns.length != COLUMNS.size() || Arrays.stream(columns).anyMatch(column -> column.length != columns[0].length)) {
            throw new IllegalArgumentException("a history has the columns " + COLUMNS + ", all of one length");
        }
        return new History(columns.clone());
    }

    /** A column of {@link #COLUMNS}, from 0: a number an epoch. */
    public double[] column(int number) {
        return columns[number].clone();
    }

    @Override
    public int size() {
        return columns[0].length;
    }

    @Override
    public HistoryRow get(int epoch) {
        return new HistoryRow(epoch, columns[0][epoch], columns[1][epoch], columns[2][epoch], columns[3][epoch], columns[4][epoch],
                columns[5][epoch], columns[6][epoch]);
    }

    /** Whether there is a validation part. */
    public boolean isValidated() {
        for (var c = VALIDATION; c < columns.length; c++) {
            if (Arrays.stream(columns[c]).anyMatch(value -> !Double.isNaN(value))) {
                return true;
            }
        }
        return false;
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
}
