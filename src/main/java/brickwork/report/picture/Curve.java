package brickwork.report.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A series of numbers over others.
 *
 * @param name what the legend calls it
 * @param xs   rising
 * @param ys   as many; what is not finite is a gap
 */
public record Curve(String name, double[] xs, double[] ys) {

    /** More points than a screen has columns for a curve are thinned. */
    private static final int COLUMNS = 300;

    public Curve {
        if (xs.length != ys.length) {
            throw new IllegalArgumentException("a curve needs a number above each other, got " + xs.length + " and " + ys.length);
        }
    }

    /** Numbers over 0, 1, 2, … */
    public static Curve ofEpochs(String name, double[] ys) {
        return new Curve(name, DoubleStream.iterate(0, x -> x + 1).limit(ys.length).toArray(), ys);
    }

    DoubleStream finite() {
        return DoubleStream.of(ys).filter(Double::isFinite);
    }

    /** The points to be drawn: all, or of each column's points the first, the least, the greatest and the last, so that no peak is lost. */
    List<Integer> shown() {
        var places = new ArrayList<Integer>();
        var columns = Math.min(COLUMNS, xs.length);
        if (xs.length <= 2 * COLUMNS) {
            columns = xs.length;
        }
        for (var column = 0; column < columns; column++) {
            var first = (int) ((long) column * xs.length / columns);
            var end = (int) ((long) (column + 1) * xs.length / columns);
            var least = first;
            var greatest = first;
            for (var i = first; i < end; i++) {
                least = ys[i] < ys[least] || !Double.isFinite(ys[i]) ? i : least;
                greatest = ys[i] > ys[greatest] ? i : greatest;
            }
            IntStream.of(first, least, greatest, end - 1).sorted().distinct().forEach(places::add);
        }
        return places;
    }
}
