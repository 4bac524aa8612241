package brickwork.data;

import java.util.stream.IntStream;

/**
 * Some rows of others, in an order of their own; a row may come more than once.
 *
 * @param places which rows
 */
public record RowSubset(SampleRows rows, int[] places) implements SampleRows {

    /** The first rows, at most so many. */
    public static SampleRows first(SampleRows rows, int atMost) {
        return rows.count() <= atMost ? rows : new RowSubset(rows, IntStream.range(0, atMost).toArray());
    }

    @Override
    public int count() {
        return places.length;
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
        rows.input(places[row], into, at);
    }

    @Override
    public void target(int row, double[] into, int at) {
        rows.target(places[row], into, at);
    }
}
