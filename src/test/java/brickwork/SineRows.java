package brickwork;

import brickwork.data.SampleStream;
import java.io.IOException;
import java.util.function.IntUnaryOperator;

/** Row i holds i/10 and its sine. The first reading counts the rows; every epoch is one more. */
class SineRows implements SampleStream {

    private final IntUnaryOperator count;
    int opened;
    int closed;

    /** {@code count} gives the rows of a reading, counted from 0. */
    SineRows(IntUnaryOperator count) {
        this.count = count;
    }

    @Override
    public int inputs() {
        return 1;
    }

    @Override
    public int targets() {
        return 1;
    }

    void next(int reading, int row) throws IOException {
        // Nothing happens.
    }

    @Override
    public Cursor open() {
        var reading = opened++;
        return new Cursor() {
            private int row;

            @Override
            public boolean next(double[] inputs, double[] targets) throws IOException {
                SineRows.this.next(reading, row);
                if (row == count.applyAsInt(reading)) {
                    return false;
                }
                inputs[0] = row / 10.0;
                targets[0] = Math.sin(row / 10.0);
                row++;
                return true;
            }

            @Override
            public void close() {
                closed++;
            }
        };
    }
}
