package brickwork;

import brickwork.data.Dataset;
import brickwork.data.FittedScaling;
import brickwork.data.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A plane in the space of inputs. Between scaled inputs s and places in it stand p = (s - origin)·axes and s = origin + p·axes, for axes of
 * length 1 at right angles.
 */
final class InputPlane {

    private static final int MOST_ROWS = 2000;
    private static final int ROUNDS = 300;

    private final double[] origin;
    private final double[][] axes;
    private final FittedScaling scaling;
    private final String across;
    private final String upwards;
    private final List<String> notes;

    private InputPlane(double[] origin, double[][] axes, FittedScaling scaling, List<String> names, List<String> notes) {
        this.origin = origin;
        this.axes = axes;
        this.scaling = scaling;
        this.across = names.get(0);
        this.upwards = names.get(1);
        this.notes = notes;
    }

    /** The plane of two inputs, counted from 0; any other input stands at its mean over the training part. */
    static InputPlane of(int first, int second, Dataset dataset, List<String> names) {
        var width = dataset.train().inputs();
        var axes = new double[2][width];
        axes[0][first] = 1;
        axes[1][second] = 1;
        var origin = means(rows(dataset.train(), FittedScaling.NONE), width);
        origin[first] = 0;
        origin[second] = 0;
        var called = List.of(name(first, names), name(second, names));
        return new InputPlane(origin, axes, FittedScaling.NONE, called, width == 2 ? List.of()
                : List.of("The plane of " + called.get(0) + " and " + called.get(1) + "; the other " + (width == 3 ? "input stands"
                        : (width - 2) + " inputs stand") + " at the mean of the training part, so samples lie before or behind it."));
    }

    private static String name(int input, List<String> names) {
        return names.isEmpty() ? "input " + (input + 1) : names.get(input);
    }

    /**
     * The plane through the mean of the training part along its two principal axes, as its inputs are scaled: the directions in which they
     * vary most (Pearson, 1901), found by repeated multiplication with the covariance (power iteration).
     */
    static InputPlane principal(Dataset dataset) {
        var width = dataset.train().inputs();
        var rows = rows(dataset.train(), dataset.scaling());
        var origin = means(rows, width);
        rows.forEach(row -> add(row, -1, origin));
        var all = rows.stream().mapToDouble(row -> dot(row, row)).sum();
        var axes = new double[2][];
        var names = new ArrayList<String>();
        var told = 0.0;
        for (var number = 0; number < 2; number++) {
            axes[number] = axis(rows, width, number == 0 ? null : axes[0]);
            var along = axes[number];
            var share = rows.stream().mapToDouble(row -> dot(row, along) * dot(row, along)).sum() / all;
            told += share;
            names.add(String.format(Locale.ROOT, "principal axis %d (%.1f%% of the variance)", number + 1, 100 * share));
        }
        return new InputPlane(origin, axes, dataset.scaling(), names, List.of(String.format(Locale.ROOT,
                "%d inputs: the plane through the mean along the two principal axes of the training part, which hold %.1f%% of its "
                        + "variance; samples lie before or behind it, so some seem to be on the wrong side.",
                width, 100 * told)));
    }

    private static List<double[]> rows(Samples samples, FittedScaling scaling) {
        var rows = new ArrayList<double[]>();
        var every = Math.max(1, (samples.count() + MOST_ROWS - 1) / MOST_ROWS);
        for (var row = 0; row < samples.count(); row += every) {
            var values = new double[samples.inputs()];
            samples.rawInput(row, values, 0);
            scaling.apply(values);
            rows.add(values);
        }
        return rows;
    }

    private static double[] means(List<double[]> rows, int width) {
        var means = new double[width];
        rows.forEach(row -> add(means, 1.0 / rows.size(), row));
        return means;
    }

    /** Begins along the input that varies most. */
    private static double[] axis(List<double[]> rows, int width, double[] other) {
        var squares = new double[width];
        var widest = 0;
        for (var input = 0; input < width; input++) {
            var at = input;
            squares[input] = rows.stream().mapToDouble(row -> row[at] * row[at]).sum() * (other == null ? 1 : 1 - other[at] * other[at]);
            widest = squares[input] > squares[widest] ? input : widest;
        }
        var axis = new double[width];
        axis[widest] = 1;
        for (var round = 0; round < ROUNDS; round++) {
            var next = new double[width];
            for (var row : rows) {
                add(next, dot(row, axis), row);
            }
            if (other != null) {
                add(next, -dot(next, other), other);
            }
            var length = Math.sqrt(dot(next, next));
            if (length == 0) {
                break;
            }
            for (var input = 0; input < width; input++) {
                axis[input] = next[input] / length;
            }
        }
        return axis;
    }

    private static double dot(double[] a, double[] b) {
        var sum = 0.0;
        for (var i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void add(double[] to, double times, double[] what) {
        for (var i = 0; i < to.length; i++) {
            to[i] += times * what[i];
        }
    }

    /** Where raw inputs lie in it. */
    double[] place(double[] raw) {
        var scaled = raw.clone();
        scaling.apply(scaled);
        add(scaled, -1, origin);
        return new double[] {dot(scaled, axes[0]), dot(scaled, axes[1])};
    }

    /** Writes the raw inputs of a place to {@code into[at…]}. */
    void point(double x, double y, double[] into, int at) {
        var shifts = scaling.shifts();
        var divisors = scaling.divisors();
        for (var input = 0; input < origin.length; input++) {
            var scaled = origin[input] + x * axes[0][input] + y * axes[1][input];
            var divisor = divisors.length == 0 ? 1 : divisors[divisors.length == 1 ? 0 : input];
            into[at + input] = scaled * divisor + (shifts.length == 0 ? 0 : shifts[input]);
        }
    }

    String across() {
        return across;
    }

    String upwards() {
        return upwards;
    }

    List<String> notes() {
        return notes;
    }
}
