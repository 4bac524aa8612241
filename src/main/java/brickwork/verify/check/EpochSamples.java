package brickwork.verify.check;

import brickwork.engine.Engine;
import brickwork.engine.StepSettings;
import brickwork.verify.Check;
import brickwork.verify.Evidence;
import brickwork.verify.Trial;
import brickwork.verify.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which samples the steps of a training take, epoch by epoch. */
public sealed interface EpochSamples extends Check {

    @Override
    default String sentence() {
        return switch (this) {
            case AreEachUsedOnce(var epochs) -> "every sample is used once in each of the first " + NumberVerdicts.epochs(epochs);
            case AreDrawnAnew(var epochs) -> "the order of the samples is another in each of the first " + NumberVerdicts.epochs(epochs);
        };
    }

    /** Each sample is used once in each of the first {@code epochs} epochs. */
    record AreEachUsedOnce(int epochs) implements EpochSamples {

        @Override
        public Verdict judge(Trial trial) {
            return trial.withTraining(_ -> {
                var samples = trial.dataset().train().count();
                var taken = taken(trial, epochs);
                for (var epoch = 0; epoch < taken.size(); epoch++) {
                    var uses = new int[samples];
                    taken.get(epoch).forEach(sample -> uses[sample]++);
                    for (var sample = 0; sample < samples; sample++) {
                        if (uses[sample] != 1) {
                            return new Verdict.Failed(Evidence.of("{place} uses sample {sample} of the training part {uses} times, "
                                    + "{taken} samples in all where there are {samples}").at("epoch " + epoch).sample(sample)
                                    .with("uses", uses[sample]).with("taken", taken.get(epoch).size()).with("samples", samples));
                        }
                    }
                }
                return taken.isEmpty() ? Verdict.inconclusive("no epoch came to its end")
                        : new Verdict.Passed(Evidence.of("each of {samples} samples is used once in each of {epochs} epochs")
                                .with("samples", samples).with("epochs", taken.size()));
            });
        }
    }

    /** The order is another in each of the first epochs; for fewer than ten samples two equal ones would be no wonder. */
    record AreDrawnAnew(int epochs) implements EpochSamples {

        @Override
        public Verdict judge(Trial trial) {
            return trial.withTraining(_ -> {
                var taken = taken(trial, epochs);
                for (var epoch = 0; epoch < taken.size(); epoch++) {
                    var first = taken.indexOf(taken.get(epoch));
                    if (first < epoch) {
                        return new Verdict.Failed(Evidence.of("{place} takes the samples in the order of epoch {first}")
                                .at("epoch " + epoch).with("first", first));
                    }
                }
                return new Verdict.Passed(Evidence.of("the orders of {epochs} epochs are all different").with("epochs", taken.size()));
            });
        }
    }

    /** The rows that each epoch took, in the order of its batches. */
    private static List<List<Integer>> taken(Trial trial, int count) {
        var epochs = new ArrayList<List<Integer>>();
        var taken = new ArrayList<Integer>();
        var watch = new WatchedEngine.Watch() {
            @Override
            public void before(Engine engine, int[] places, StepSettings settings) {
                Arrays.stream(places).forEach(taken::add);
            }
        };
        WatchedEngine.watched(trial, watch).train(epoch -> {
            epochs.add(List.copyOf(taken));
            taken.clear();
            if (epochs.size() == count) {
                epoch.cancel();
            }
        });
        return epochs;
    }
}
