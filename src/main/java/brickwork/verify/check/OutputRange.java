package brickwork.verify.check;

import brickwork.data.InMemoryRows;
import brickwork.data.SampleRows;
import brickwork.engine.ClassDecision;
import brickwork.random.RandomStream;
import brickwork.source.DecimalText;
import brickwork.verify.Check;
import brickwork.verify.Counterexample;
import brickwork.verify.Evidence;
import brickwork.verify.NetworkState;
import brickwork.verify.Requirement;
import brickwork.verify.Stage;
import brickwork.verify.Tolerance;
import brickwork.verify.Trial;
import brickwork.verify.Verdict;
import java.util.Arrays;
import java.util.Optional;

/** What the outputs over the training part can be. A counterexample has the inputs as the network takes them, scaled. */
public sealed interface OutputRange extends Check {

    @Override
    default String sentence() {
        return switch (this) {
            case LiesBetween(_, var low, var high) -> "every output lies between " + DecimalText.of(low) + " and " + DecimalText.of(high);
            case SumsToOne(_, var tolerance) -> "the outputs of every sample sum to 1 " + tolerance.text();
            case DecisionsStay(_, var size) -> "noise of " + DecimalText.of(size) + " on the inputs changes no decision";
        };
    }

    /** At which parameters. */
    Stage stage();

    /** Judges the network at that stage over the rows of the training part. */
    Verdict judge(NetworkState network, SampleRows rows);

    @Override
    default Verdict judge(Trial trial) {
        return trial.when(stage(), network -> judge(network, trial.dataset().train()));
    }

    /** Every output lies between the bounds, which belong to the range. */
    record LiesBetween(Stage stage, double low, double high) implements OutputRange {

        @Override
        public Verdict judge(NetworkState network, SampleRows rows) {
            var outputs = network.outputs(rows);
            var width = network.specification().outputs();
            for (var i = 0; i < outputs.length; i++) {
                if (!(outputs[i] >= low && outputs[i] <= high)) {
                    return new Verdict.Failed(Evidence.of("{place} is {measured}, outside {low} to {high}").at(place(i, width))
                            .sample(i / width).measured(outputs[i]).required(new Requirement.Between(low, high)).with("low", low)
                            .with("high", high), Optional.of(counterexample(rows, outputs, i / width, width)));
                }
            }
            return new Verdict.Passed(Evidence.of("all outputs lie between {least} and {greatest}")
                    .with("least", Arrays.stream(outputs).min().orElseThrow())
                    .with("greatest", Arrays.stream(outputs).max().orElseThrow()));
        }
    }

    /** The outputs of every sample sum to 1, which softmax promises. */
    record SumsToOne(Stage stage, Tolerance tolerance) implements OutputRange {

        @Override
        public Verdict judge(NetworkState network, SampleRows rows) {
            var outputs = network.outputs(rows);
            var width = network.specification().outputs();
            var comparison = Comparison.with("shares sum to", tolerance, network.specification().precision());
            for (var row = 0; row < outputs.length / width; row++) {
                comparison.number("the sum of the outputs of sample " + row, Arrays.stream(outputs, row * width, (row + 1) * width).sum(),
                        1);
            }
            return comparison.verdict("the outputs of all samples sum to 1 {tolerance}");
        }
    }

    /**
     * With noise drawn evenly from [-size, size] on every scaled input, twenty times for each sample, the network decides for the same
     * class: a test by sampling, no proof.
     */
    record DecisionsStay(Stage stage, double size) implements OutputRange {

        private static final int DRAWS = 20;

        @Override
        public Verdict judge(NetworkState network, SampleRows rows) {
            var width = network.specification().outputs();
            var plain = network.outputs(rows);
            var random = new RandomStream(network.specification().seed(), "noise");
            for (var draw = 0; draw < DRAWS; draw++) {
                var noisy = InMemoryRows.of(rows, x -> Arrays.stream(x).map(v -> v + size * (2 * random.nextDouble() - 1)).toArray(),
                        y -> y);
                var outputs = network.outputs(noisy);
                for (var row = 0; row < rows.count(); row++) {
                    var before = ClassDecision.classOf(plain, row * width, width);
                    var after = ClassDecision.classOf(outputs, row * width, width);
                    if (before != after) {
                        return new Verdict.Failed(
                                Evidence.of("sample {sample} is told as class {before}, with the inputs {inputs} as class {after}")
                                        .sample(row).with("before", before).with("inputs", Arrays.toString(noisy.x()[row]))
                                        .with("after", after),
                                Optional.of(counterexample(noisy, outputs, row, width)));
                    }
                }
            }
            return new Verdict.Passed(Evidence.of("{draws} draws of noise for each of {samples} samples change no decision")
                    .with("draws", DRAWS).with("samples", rows.count()));
        }
    }

    /** {@code output 1 of sample 3}, for entry {@code index} of the outputs of all rows. */
    static String place(int index, int width) {
        return "output " + index % width + " of sample " + index / width;
    }

    private static Counterexample counterexample(SampleRows rows, double[] outputs, int row, int width) {
        var inputs = new double[rows.inputs()];
        rows.input(row, inputs, 0);
        return Counterexample.of(inputs, Arrays.copyOfRange(outputs, row * width, (row + 1) * width));
    }
}
