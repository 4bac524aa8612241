package brickwork.verify.check;

import brickwork.engine.Engine;
import brickwork.engine.StepResult;
import brickwork.engine.StepSettings;
import brickwork.verify.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which samples the steps of a training took, epoch by epoch. */
public final class EpochSamples {

    private final List<List<Integer>> epochs = new ArrayList<>();

    private EpochSamples(Subject subject, int count) {
        var taken = new ArrayList<Integer>();
        var watch = new WatchedEngine.Watch() {
            @Override
            public void before(Engine engine, int[] places, StepSettings settings) {
                Arrays.stream(places).forEach(taken::add);
            }

            @Override
            public void after(Engine engine, int[] places, StepSettings settings, StepResult result) {}
        };
        subject.with((network, plan, kernels, threads) -> WatchedEngine.of(subject.engines().open(network, plan, kernels, threads), watch))
                .train(epoch -> {
                    epochs.add(List.copyOf(taken));
                    taken.clear();
                    if (epochs.size() == count) {
                        epoch.cancel();
                    }
                });
    }

    /** Each sample is used once an epoch, in the first {@code epochs} epochs. */
    public static Verdict areEachUsedOnce(Subject subject, int epochs) {
        var samples = subject.dataset().train().count();
        var taken = new EpochSamples(subject, epochs).epochs;
        for (var epoch = 0; epoch < taken.size(); epoch++) {
            var uses = new int[samples];
            taken.get(epoch).forEach(sample -> uses[sample]++);
            for (var sample = 0; sample < samples; sample++) {
                if (uses[sample] != 1) {
                    return new Verdict.Failed("epoch " + epoch + " uses sample " + sample + " of the training part " + uses[sample]
                            + " times, " + taken.get(epoch).size() + " samples in all where there are " + samples);
                }
            }
        }
        return taken.isEmpty() ? new Verdict.Inconclusive("no epoch came to its end")
                : new Verdict.Passed("each of " + samples + " samples is used once in each of " + taken.size() + " epochs");
    }

    /** The order is another in each of the first epochs; for fewer than ten samples two equal ones would be no wonder. */
    public static Verdict areDrawnAnew(Subject subject, int epochs) {
        var taken = new EpochSamples(subject, epochs).epochs;
        for (var epoch = 0; epoch < taken.size(); epoch++) {
            if (taken.indexOf(taken.get(epoch)) < epoch) {
                return new Verdict.Failed("epoch " + epoch + " takes the samples in the order of epoch " + taken.indexOf(taken.get(epoch)));
            }
        }
        return new Verdict.Passed("the orders of " + taken.size() + " epochs are all different");
    }
}
