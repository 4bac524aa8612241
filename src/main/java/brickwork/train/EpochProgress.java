package brickwork.train;

import java.util.Map;

/** How far an epoch has come, and what its batches met: all that its row of the history is made of. */
final class EpochProgress {

    private static final String ROWS = "rows";
    private static final String DATA_LOSS = "rows_data_loss";
    private static final String LOSS = "rows_loss";
    private static final String CORRECT = "rows_correct";

    /** Samples learned. */
    int rows;
    private int ended;
    double dataLoss;
    double loss;
    long correct;

    /** A batch of {@code count} samples was learned. */
    void add(int count, double batchDataLoss, double batchLoss, int batchCorrect) {
        if (rows == 0) {
            clear();
        }
        rows += count;
        var share = count / (double) rows;
        dataLoss += (batchDataLoss - dataLoss) * share;
        loss += (batchLoss - loss) * share;
        correct += batchCorrect;
    }

    /** All samples are learned; what was met stays until the next is. */
    void end() {
        ended = rows;
        rows = 0;
    }

    /** Back to where all samples are learned. */
    void reopen() {
        rows = ended;
    }

    private void clear() {
        rows = 0;
        dataLoss = 0;
        loss = 0;
        correct = 0;
    }

    /** What it takes to go on within the epoch; nothing between two epochs. */
    Map<String, String> notes() {
        return rows == 0
                ? Map.of()
                : Map.of(ROWS, String.valueOf(rows), DATA_LOSS, Double.toHexString(dataLoss), LOSS, Double.toHexString(loss), CORRECT,
                        String.valueOf(correct));
    }

    void restore(LearnerState state) {
        clear();
        if (state.notes().containsKey(ROWS)) {
            rows = Integer.parseInt(state.note(ROWS));
            dataLoss = Double.parseDouble(state.note(DATA_LOSS));
            loss = Double.parseDouble(state.note(LOSS));
            correct = Long.parseLong(state.note(CORRECT));
        }
    }
}
