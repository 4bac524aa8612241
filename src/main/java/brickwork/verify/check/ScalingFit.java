package brickwork.verify.check;

import brickwork.verify.Tolerance;
import brickwork.data.Samples;
import brickwork.model.DatasetPart;
import brickwork.model.Precision;
import brickwork.model.Scaling;
import brickwork.verify.Verdict;
import java.util.Arrays;

/**
 * The inputs of all parts are scaled by figures of the training part alone: its means and population deviations, or its least and greatest
 * numbers, computed here anew from the samples as they came.
 */
public final class ScalingFit {

    private ScalingFit() {}

    /** Every scaled input is what the training part's figures make of it, to a relative 1e-9. */
    public static Verdict isOfTheTrainingPart(Subject subject) {
        var scaling = subject.network().data().scaling();
        if (scaling.isEmpty()) {
            return new Verdict.Inconclusive("the spec scales nothing");
        }
        var train = raw(subject.dataset().train());
        var shift = new double[subject.network().inputs()];
        var divisor = new double[shift.length];
        for (var column = 0; column < shift.length; column++) {
            fit(scaling.get(), column(train, column), column, shift, divisor);
        }
        var comparison = new Comparison(new Tolerance.Absolute(1e-9), Precision.F64, "the training part's figures make it");
        for (var part : DatasetPart.values()) {
            subject.dataset().part(part).ifPresent(samples -> {
                var raw = raw(samples);
                var row = new double[shift.length];
                for (var i = 0; i < raw.length; i++) {
                    var number = i;
                    samples.input(i, row, 0);
                    var expected = new double[row.length];
                    Arrays.setAll(expected, column -> (raw[number][column] - shift[column]) / divisor[column]);
                    comparison.numbers(column -> "input " + (column + 1) + " of row " + number + " of " + part.word(), row, expected);
                }
            });
        }
        return comparison.text().<Verdict>map(Verdict.Failed::new)
                .orElseGet(() -> new Verdict.Passed(comparison.compared() + " inputs are scaled by figures of the training part"));
    }

    private static void fit(Scaling scaling, double[] values, int column, double[] shift, double[] divisor) {
        var least = Arrays.stream(values).min().orElseThrow();
        var range = Arrays.stream(values).max().orElseThrow() - least;
        switch (scaling) {
            case Scaling.By(var by) -> divisor[column] = by;
            case Scaling.MinMax _ -> {
                shift[column] = least;
                divisor[column] = range == 0 ? 1 : range;
            }
            case Scaling.Standard _ -> {
                var mean = Arrays.stream(values).sum() / values.length;
                var variance = Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum() / values.length;
                shift[column] = range == 0 ? least : mean;
                divisor[column] = range == 0 ? 1 : Math.sqrt(variance);
            }
        }
    }

    private static double[] column(double[][] rows, int column) {
        return Arrays.stream(rows).mapToDouble(row -> row[column]).toArray();
    }

    static double[][] raw(Samples samples) {
        var rows = new double[samples.count()][samples.inputs()];
        for (var row = 0; row < rows.length; row++) {
            samples.rawInput(row, rows[row], 0);
        }
        return rows;
    }
}
