package brickwork.verify.check;

import brickwork.store.BrokenFileException;
import brickwork.store.RunFolder;
import brickwork.train.Trainer;
import brickwork.train.TrainingResult;
import brickwork.verify.Check;
import brickwork.verify.Evidence;
import brickwork.verify.Tolerance;
import brickwork.verify.Trial;
import brickwork.verify.Verdict;
import java.nio.file.Path;

/**
 * A training that is stopped after {@code epochs} epochs, saved, loaded and continued ends as one that was not, bit for bit: parameters,
 * history, metrics.
 */
public record Resumption(int epochs) implements Check {

    @Override
    public String sentence() {
        return "stopping after " + NumberVerdicts.epochs(epochs) + " and continuing changes no bit";
    }

    @Override
    public Verdict judge(Trial trial) {
        return trial.whenTrained(whole -> whole.report().epochs() <= epochs
                ? Verdict.inconclusive(
                        "training ends after " + NumberVerdicts.epochs(whole.report().epochs()) + ", so there is nothing to continue")
                : TemporaryFolder.with(folder -> judge(trial, whole, folder)));
    }

    private Verdict judge(Trial trial, TrainingResult whole, Path folder) {
        try {
            Trainer.train(trial.specification(), trial.dataset(), trial.settings().withObserver(epoch -> {
                if (epoch.number() + 1 == epochs) {
                    epoch.cancel();
                }
            }), RunFolder.fresh(folder));
            var resumed = Trainer.train(trial.specification(), trial.dataset(), trial.settings(), RunFolder.resuming(folder));
            return compare(whole, resumed, trial)
                    .withEvidence(evidence -> evidence.in("stopped after " + epochs + " epochs and continued", ", "));
        } catch (BrokenFileException fault) {
            return new Verdict.Inconclusive(Evidence.literal("the checkpoints cannot be kept: " + fault.getMessage()));
        }
    }

    private static Verdict compare(TrainingResult whole, TrainingResult resumed, Trial trial) {
        var comparison = Comparison.with("the uninterrupted training has", new Tolerance.Bits(), trial.specification().precision())
                .parameters("", resumed.parameters(), whole.parameters());
        if (!comparison.holds()) {
            return comparison.verdict("");
        }
        return resumed.report().history().equals(whole.report().history()) && resumed.report().metrics().equals(whole.report().metrics())
                ? new Verdict.Passed(Evidence.of("training ends in {fingerprint}").with("fingerprint", whole.report().fingerprint()))
                : Verdict.failed("training ends in the same parameters, but its history or its metrics differ");
    }
}
