package brickwork.data;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Smallest, largest, mean and population deviation of each column over some rows, summed in the order of the rows. The deviation is taken
 * about the mean in a second pass, with the correction for the mean's own rounding (Chan, Golub and LeVeque 1983, formula 1.7).
 */
record ColumnMoments(double[] smallest, double[] largest, double[] mean, double[] deviation) {

    /** Some rows, the same at every call, each in an array that is used again. */
    interface Rows {

        /** Shows all rows, and tells how many there are. */
        int forEach(Consumer<double[]> row);

        /** Those of a table. */
        static Rows of(Cells cells, int[] numbers) {
            return each -> {
                var row = new double[cells.columns()];
                for (var number : numbers) {
                    cells.row(number, row, 0);
                    each.accept(row);
                }
                return numbers.length;
            };
        }
    }

    static ColumnMoments of(int columns, Rows rows) {
        var smallest = new double[columns];
        var largest = new double[columns];
        var mean = new double[columns];
        Arrays.fill(smallest, Double.POSITIVE_INFINITY);
        Arrays.fill(largest, Double.NEGATIVE_INFINITY);
        var count = rows.forEach(row -> {
            for (var i = 0; i < columns; i++) {
                smallest[i] = Math.min(smallest[i], row[i]);
                largest[i] = Math.max(largest[i], row[i]);
                mean[i] += row[i];
            }
        });
        for (var i = 0; i < columns; i++) {
            mean[i] /= count;
        }
        return new ColumnMoments(smallest, largest, mean, deviation(rows, smallest, largest, mean));
    }

    private static double[] deviation(Rows rows, double[] smallest, double[] largest, double[] mean) {
        var columns = mean.length;
        var squares = new double[columns];
        var sums = new double[columns];
        var unit = new double[columns];
        for (var i = 0; i < columns; i++) {
            unit[i] = unit(largest[i] - smallest[i]);
        }
        var count = rows.forEach(row -> {
            for (var i = 0; i < columns; i++) {
                var d = (row[i] - mean[i]) / unit[i];
                squares[i] += d * d;
                sums[i] += d;
            }
        });
        for (var i = 0; i < columns; i++) {
            squares[i] = unit[i] * Math.sqrt((squares[i] - sums[i] * sums[i] / count) / count);
        }
        return squares;
    }

    /** A power of two about as large as {@code range}: dividing by it is exact and keeps squares clear of overflow and underflow. */
    private static double unit(double range) {
        return range == 0 || !Double.isFinite(range) ? 1 : Math.scalb(1.0, Math.max(Math.getExponent(range), Double.MIN_EXPONENT));
    }

    /** Shift by the mean, divide by the deviation. */
    FittedScaling standard() {
        return scaling(mean, deviation);
    }

    /** Shift by the smallest, divide by the range. */
    FittedScaling minMax() {
        var range = new double[mean.length];
        for (var i = 0; i < range.length; i++) {
            range[i] = largest[i] - smallest[i];
        }
        return scaling(smallest, range);
    }

    /** A constant column is recognised by its values, for its mean may be a rounding off and its deviation not quite 0. */
    private FittedScaling scaling(double[] shift, double[] divisor) {
        var shifts = shift.clone();
        var divisors = divisor.clone();
        for (var i = 0; i < shifts.length; i++) {
            if (smallest[i] == largest[i]) {
                shifts[i] = smallest[i];
                divisors[i] = 1;
            }
        }
        return FittedScaling.fitted(shifts, divisors);
    }
}
