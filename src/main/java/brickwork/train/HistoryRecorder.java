package brickwork.train;

import java.util.Arrays;

/** Grows by a row an epoch; makes no object for it. */
final class HistoryRecorder {

    private static final int FIRST_CAPACITY = 1024;

    private final double[][] columns = new double[History.COLUMNS.size()][];
    private int size;

    HistoryRecorder(int epochs) {
        this(History.EMPTY, Math.min(epochs, FIRST_CAPACITY));
    }

    /** Goes on from {@code begun}. */
    HistoryRecorder(History begun) {
        this(begun, begun.size());
    }

    private HistoryRecorder(History begun, int capacity) {
        size = begun.size();
        for (var c = 0; c < columns.length; c++) {
            columns[c] = Arrays.copyOf(begun.column(c), capacity);
        }
    }

    /** The arguments are those of {@link HistoryRow}; nothing is known of a validation part. */
    void add(double loss, double dataLoss, double accuracy, double rate) {
        if (size == columns[0].length) {
            resize(Math.max(FIRST_CAPACITY, size + size / 2));
        }
        columns[0][size] = loss;
        columns[1][size] = dataLoss;
        columns[2][size] = accuracy;
        columns[3][size++] = rate;
        validated(Double.NaN, Double.NaN, Double.NaN);
    }

    /** What the last row's epoch comes to on the validation part. */
    void validated(double loss, double dataLoss, double accuracy) {
        columns[4][size - 1] = loss;
        columns[5][size - 1] = dataLoss;
        columns[6][size - 1] = accuracy;
    }

    /** Takes the last row back. */
    void dropLast() {
        size--;
    }

    private void resize(int capacity) {
        for (var c = 0; c < columns.length; c++) {
            columns[c] = Arrays.copyOf(columns[c], capacity);
        }
    }

    int size() {
        return size;
    }

    HistoryRow last() {
        var i = size - 1;
        return new HistoryRow(i, columns[0][i], columns[1][i], columns[2][i], columns[3][i], columns[4][i], columns[5][i], columns[6][i]);
    }

    History history() {
        return History.of(Arrays.stream(columns).map(column -> Arrays.copyOf(column, size)).toArray(double[][]::new));
    }
}
