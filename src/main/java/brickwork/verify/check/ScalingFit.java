package brickwork.verify.check;

import brickwork.data.Dataset;
import brickwork.data.Samples;
import brickwork.model.DatasetPart;
import brickwork.model.Precision;
import brickwork.model.Scaling;
import brickwork.verify.Tolerance;
import brickwork.verify.Trial;
import brickwork.verify.Verdict;
import java.util.Arrays;

/**
 * The inputs of all parts are scaled by figures of the training part alone: its means and population deviations, or its least and greatest
 * numbers, computed here anew from the samples as they came; to an absolute 1e-9.
 */
public record ScalingFit() implements TrainingLaw {

    @Override
    public Verdict judge(Trial trial) {
        var scaling = trial.specification().data().scaling();
        return scaling.isEmpty() ? Verdict.inconclusive("the spec scales nothing")
                : trial.withSamples(dataset -> judge(scaling.get(), dataset));
    }

    private static Verdict judge(Scaling scaling, Dataset dataset) {
        var train = raw(dataset.train());
        var shift = new double[dataset.train().inputs()];
        var divisor = new double[shift.length];
        for (var column = 0; column < shift.length; column++) {
            fit(scaling, column(train, column), column, shift, divisor);
        }
        var comparison = Comparison.with("the training part's figures make it", new Tolerance.Absolute(1e-9), Precision.F64);
        for (var part : DatasetPart.values()) {
            dataset.part(part).ifPresent(samples -> {
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
        return comparison.verdict("{compared} inputs are scaled by figures of the training part");
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
                shift[column] = range == 0 ? least : DataParts.Figure.MEAN.of(values);
                divisor[column] = range == 0 ? 1 : DataParts.Figure.DEVIATION.of(values);
            }
        }
    }

    private static double[] column(double[][] rows, int column) {
        return Arrays.stream(rows).mapToDouble(row -> row[column]).toArray();
    }

    /** The inputs as they came, unscaled. */
    static double[][] raw(Samples samples) {
        var rows = new double[samples.count()][samples.inputs()];
        for (var row = 0; row < rows.length; row++) {
            samples.rawInput(row, rows[row], 0);
        }
        return rows;
    }
}
