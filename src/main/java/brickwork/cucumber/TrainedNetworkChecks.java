package brickwork.cucumber;

import brickwork.TrainedNetwork;
import brickwork.TrainingOutcome;
import brickwork.data.Samples;
import brickwork.store.BrokenFileException;
import brickwork.verify.Check;
import brickwork.verify.Evidence;
import brickwork.verify.Trial;
import brickwork.verify.Verdict;
import java.util.Arrays;
import java.util.function.IntFunction;

/** What is stated of the trained network that a program gets, over the training part: each prediction bit for bit. */
sealed interface TrainedNetworkChecks extends Check {

    @Override
    default String sentence() {
        return switch (this) {
            case PredictsAsTrained _ -> "the trained network predicts each sample as training took it";
            case SavedAndLoadedPredictsTheSame _ -> "saving and loading the network changes no bit of a prediction";
        };
    }

    /** Judges a network, trained or read from a file, over the samples it was trained on. */
    Verdict judge(TrainedNetwork network, Trial trial);

    @Override
    default Verdict judge(Trial trial) {
        return trial.whenTrained(_ -> judge(TrainingOutcome.of(trial).trained(), trial));
    }

    /** What it gives for each sample's unscaled inputs is what the network gives for the sample as training took it. */
    record PredictsAsTrained() implements TrainedNetworkChecks {

        @Override
        public Verdict judge(TrainedNetwork network, Trial trial) {
            var rows = trial.dataset().train();
            var width = trial.specification().outputs();
            var outputs = trial.at(network.parameters()).ask(1, engine -> {
                var all = new double[rows.count()][width];
                for (var row = 0; row < all.length; row++) {
                    var inputs = rawInputs(rows, row);
                    trial.dataset().scaling().apply(inputs);
                    engine.predictor().predict(inputs, all[row]);
                }
                return all;
            });
            return compare(rows, network, row -> outputs[row], "sample {sample} is predicted as {network}, training took it to {other}");
        }
    }

    /** Saved and loaded, it predicts the same. */
    record SavedAndLoadedPredictsTheSame() implements TrainedNetworkChecks {

        @Override
        public Verdict judge(TrainedNetwork network, Trial trial) {
            TrainedNetwork loaded;
            try {
                loaded = TrainedNetwork.load(network.toBytes());
            } catch (BrokenFileException fault) {
                return Verdict.failed("what was saved cannot be loaded: " + fault.getMessage());
            }
            var rows = trial.dataset().train();
            return compare(rows, network, row -> loaded.predict(rawInputs(rows, row)),
                    "sample {sample} was predicted as {network}, after loading as {other}");
        }
    }

    private static Verdict compare(Samples rows, TrainedNetwork network, IntFunction<double[]> other, String whenDifferent) {
        for (var row = 0; row < rows.count(); row++) {
            var predicted = network.predict(rawInputs(rows, row));
            if (!Arrays.equals(predicted, other.apply(row))) {
                return new Verdict.Failed(Evidence.of(whenDifferent).sample(row).with("network", Arrays.toString(predicted))
                        .with("other", Arrays.toString(other.apply(row))));
            }
        }
        return Verdict.passed("the predictions of " + rows.count() + " samples are the same");
    }

    private static double[] rawInputs(Samples rows, int row) {
        var inputs = new double[rows.inputs()];
        rows.rawInput(row, inputs, 0);
        return inputs;
    }
}
