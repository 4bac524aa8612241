package brickwork.verify;

import brickwork.run.Rows;

/** The first rows of others. */
public record LeadingRows(Rows rows, int count) implements Rows {

    /** At most so many. */
    public static Rows of(Rows rows, int atMost) {
        return rows.count() <= atMost ? rows : new LeadingRows(rows, atMost);
    }

    @Override
    public int inputs() {
        return rows.inputs();
    }

    @Override
    public int targets() {
        return rows.targets();
    }

    @Override
    public void input(int row, double[] into, int at) {
        rows.input(row, into, at);
    }

    @Override
    public void target(int row, double[] into, int at) {
        rows.target(row, into, at);
    }
}
