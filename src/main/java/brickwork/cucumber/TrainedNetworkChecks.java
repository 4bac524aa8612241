package brickwork.cucumber;

import brickwork.TrainedNetwork;
import brickwork.TrainingOutcome;
import brickwork.data.Samples;
import brickwork.verify.Check;
import brickwork.verify.Evidence;
import brickwork.verify.Trial;
import brickwork.verify.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;

/** What is stated of the trained network that a program gets, over the training part: each prediction bit for bit. */
sealed interface TrainedNetworkChecks extends Check {

    /** Judges a network, trained or read from a file, over the samples it was trained on. */
    Verdict judge(TrainedNetwork network, Trial trial);

    @Override
    default Verdict judge(Trial trial) {
        return trial.whenTrained(_ -> judge(TrainingOutcome.of(trial).trained(), trial));
    }

    /** What it gives for each sample's unscaled inputs is what the network gives for the sample as training took it. */
    record PredictsAsTrained() implements TrainedNetworkChecks {

        @Override
        public String sentence() {
            return "the trained network predicts each sample as training took it";
        }

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
            for (var row = 0; row < rows.count(); row++) {
                var predicted = network.predict(rawInputs(rows, row));
                if (!Arrays.equals(predicted, outputs[row])) {
                    return new Verdict.Failed(
                            Evidence.of("sample {sample} is predicted as {predicted}, training took it to {trained}").sample(row)
                                    .with("predicted", Arrays.toString(predicted)).with("trained", Arrays.toString(outputs[row])));
                }
            }
            return Verdict.passed("each of " + rows.count() + " samples is predicted as training took it");
        }
    }

    /** Saved and loaded, it predicts the same. */
    record SavedAndLoadedPredictsTheSame() implements TrainedNetworkChecks {

        @Override
        public String sentence() {
            return "saving and loading the network changes no bit of a prediction";
        }

        @Override
        public Verdict judge(TrainedNetwork network, Trial trial) {
            var loaded = savedAndLoaded(network);
            var rows = trial.dataset().train();
            for (var row = 0; row < rows.count(); row++) {
                var before = network.predict(rawInputs(rows, row));
                var after = loaded.predict(rawInputs(rows, row));
                if (!Arrays.equals(before, after)) {
                    return new Verdict.Failed(Evidence.of("sample {sample} was predicted as {before}, after loading as {after}").sample(row)
                            .with("before", Arrays.toString(before)).with("after", Arrays.toString(after)));
                }
            }
            return Verdict.passed("each of " + rows.count() + " samples is predicted as before");
        }

        private static TrainedNetwork savedAndLoaded(TrainedNetwork network) {
            try {
                var file = Files.createTempFile("brickwork", ".safetensors");
                try {
                    network.save(file);
                    return TrainedNetwork.load(file);
                } finally {
                    Files.delete(file);
                }
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
        }
    }

    private static double[] rawInputs(Samples rows, int row) {
        var inputs = new double[rows.inputs()];
        rows.rawInput(row, inputs, 0);
        return inputs;
    }
}
