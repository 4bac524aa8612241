package brickwork.verify.check;

import brickwork.data.Dataset;
import brickwork.model.DatasetPart;
import brickwork.model.Metric;
import brickwork.model.Relation;
import brickwork.model.Training;
import brickwork.source.DecimalText;
import brickwork.train.TrainingResult;
import brickwork.verify.Check;
import brickwork.verify.Evidence;
import brickwork.verify.Requirement;
import brickwork.verify.Trial;
import brickwork.verify.Verdict;
import java.util.Optional;

/**
 * A network that can learn at all learns a few samples by heart: the first ones of the training part alone, with the spec's optimizer and
 * batch, dropout and penalties off; all at once where that batch would leave fewer than a layer needs.
 *
 * @param samples how many
 * @param bound   the data loss over them falls below it
 * @param epochs  at the end of some epoch up to this one
 */
public record Overfit(int samples, double bound, int epochs) implements Check {

    @Override
    public String sentence() {
        return "the network overfits " + NumberVerdicts.samples(samples) + " to a loss below " + DecimalText.of(bound) + " within "
                + NumberVerdicts.epochs(epochs);
    }

    @Override
    public Verdict judge(Trial trial) {
        return trial.withTraining(training -> {
            var dataset = trial.dataset();
            var few = new Dataset(dataset.train().first(samples), Optional.empty(), Optional.empty(), dataset.preparation());
            var least = trial.specification().feedForward().smallestBatch();
            if (few.train().count() < least) {
                return Verdict.inconclusive("a layer takes its statistics over the batch, which needs " + least + " samples at least");
            }
            var batch = training.batch().smallest(few.train().count()) < least ? new Training.Batch.Full() : training.batch();
            var network = Changed.of(trial.specification()).withoutDropout().withoutPenalties()
                    .training(new Training(epochs, batch, training.shuffle(), training.window(), training.origin())).network();
            var lowest = new double[] {Double.POSITIVE_INFINITY};
            var result = trial.with(network).with(few).train(epoch -> {
                lowest[0] = Math.min(lowest[0], epoch.metric(DatasetPart.TRAIN, Metric.DATA_LOSS).orElseThrow());
                if (lowest[0] < bound) {
                    epoch.cancel();
                }
            });
            var evidence = Evidence.of("the data loss over {samples} samples is {measured:%.6g} at best after {epochs} epochs")
                    .measured(lowest[0]).required(Requirement.of(Relation.LESS, bound)).with("samples", few.train().count())
                    .with("epochs", result.report().epochs());
            return lowest[0] < bound ? new Verdict.Passed(evidence)
                    : new Verdict.Failed(diverged(evidence.and(", not below {bound}").with("bound", bound), result));
        });
    }

    private static Evidence diverged(Evidence evidence, TrainingResult result) {
        return result instanceof TrainingResult.Diverged diverged ? evidence.and("; {diverged}").with("diverged", diverged.message())
                : evidence;
    }
}
