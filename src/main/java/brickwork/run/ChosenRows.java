package brickwork.run;

import java.util.stream.IntStream;

/**
 * Some rows of others, in an order of their own; a row may come more than once.
 *
 * @param places which rows
 */
public record ChosenRows(Rows rows, int[] places) implements Rows {

    /** The first rows, at most so many. */
    public static Rows first(Rows rows, int atMost) {
        return rows.count() <= atMost ? rows : new ChosenRows(rows, IntStream.range(0, atMost).toArray());
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
