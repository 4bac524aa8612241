package brickwork.verify.check;

import brickwork.verify.Tolerance;
import brickwork.data.InMemoryRows;
import brickwork.engine.ClassDecision;
import brickwork.engine.Parameters;
import brickwork.random.RandomStream;
import brickwork.source.DecimalText;
import brickwork.verify.Verdict;
import java.util.Arrays;

/** What outputs over the training part can be at all. */
public final class OutputRange {

    private static final int DRAWS = 20;

    private OutputRange() {}

    /** Every output lies between the bounds, which belong to the range. */
    public static Verdict lies(Subject subject, Parameters parameters, double low, double high) {
        var outputs = subject.outputs(parameters, subject.dataset().train());
        for (var i = 0; i < outputs.length; i++) {
            if (!(outputs[i] >= low && outputs[i] <= high)) {
                return new Verdict.Failed(
                        Prediction.output(subject, i) + " is " + DecimalText.of(outputs[i]) + ", outside " + DecimalText.of(low) + " to "
                                + DecimalText.of(high));
            }
        }
        return new Verdict.Passed("all outputs lie between " + Arrays.stream(outputs).min().orElseThrow() + " and "
                + Arrays.stream(outputs).max().orElseThrow());
    }

    /** The outputs of every sample sum to 1, as near as {@code closeness} asks. */
    public static Verdict sumsToOne(Subject subject, Parameters parameters, Tolerance closeness) {
        var outputs = subject.outputs(parameters, subject.dataset().train());
        var width = subject.network().outputs();
        var comparison = new Comparison(closeness, subject.network().precision(), "shares sum to");
        for (var row = 0; row < outputs.length / width; row++) {
            comparison.number("the sum of the outputs of sample " + row, Arrays.stream(outputs, row * width, (row + 1) * width).sum(), 1);
        }
        return comparison.text().<Verdict>map(Verdict.Failed::new)
                .orElseGet(() -> new Verdict.Passed("the outputs of all samples sum to 1 " + closeness.text()));
    }

    /**
     * With noise drawn evenly from [-size, size] on every scaled input, twenty times for each sample, the class told stays the same: a
     * test.
     */
    public static Verdict decisionsStay(Subject subject, Parameters parameters, double size) {
        var rows = subject.dataset().train();
        var width = subject.network().outputs();
        var plain = subject.outputs(parameters, rows);
        var random = new RandomStream(subject.network().seed(), "noise");
        for (var draw = 0; draw < DRAWS; draw++) {
            var noisy = InMemoryRows.of(rows, x -> Arrays.stream(x).map(v -> v + size * (2 * random.nextDouble() - 1)).toArray(), y -> y);
            var outputs = subject.outputs(parameters, noisy);
            for (var row = 0; row < rows.count(); row++) {
                var before = ClassDecision.classOf(plain, row * width, width);
                var after = ClassDecision.classOf(outputs, row * width, width);
                if (before != after) {
                    return new Verdict.Failed(
                            "sample " + row + " is told as class " + before + ", with the inputs " + Arrays.toString(noisy.x()[row])
                                    + " as class " + after);
                }
            }
        }
        return new Verdict.Passed(DRAWS + " draws of noise for each of " + rows.count() + " samples change no decision");
    }
}
