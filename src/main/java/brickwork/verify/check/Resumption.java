package brickwork.verify.check;

import brickwork.store.BrokenFileException;
import brickwork.store.RunFolder;
import brickwork.verify.Tolerance;
import brickwork.train.Trainer;
import brickwork.train.TrainingResult;
import brickwork.verify.Verdict;
import java.nio.file.Path;

/** A training that is stopped after some epochs, saved, loaded and continued ends as one that was not: parameters, history, figures. */
public final class Resumption {

    private Resumption() {}

    /**
     * Compares bit for bit.
     *
     * @param folder receives the checkpoints; empty
     */
    public static Verdict endsTheSame(Subject subject, int epochs, Path folder) {
        try {
            var whole = subject.train();
            Trainer.train(subject.network(), subject.dataset(), subject.settings().withObserver(epoch -> {
                if (epoch.number() + 1 == epochs) {
                    epoch.cancel();
                }
            }), RunFolder.fresh(folder));
            var resumed = Trainer.train(subject.network(), subject.dataset(), subject.settings(), RunFolder.resuming(folder));
            return compare(whole, resumed, epochs, subject);
        } catch (BrokenFileException fault) {
            return new Verdict.Inconclusive("the checkpoints cannot be kept: " + fault.getMessage());
        }
    }

    private static Verdict compare(TrainingResult whole, TrainingResult resumed, int epochs, Subject subject) {
        if (whole instanceof TrainingResult.Diverged diverged) {
            return new Verdict.Inconclusive(diverged.message());
        }
        if (whole.report().epochs() <= epochs) {
            return new Verdict.Inconclusive("training ends after " + whole.report().epochs() + " epochs, so there is nothing to continue");
        }
        var differing = new Comparison(new Tolerance.Bits(), subject.network().precision(), "the uninterrupted training has")
                .parameters("", resumed.parameters(), whole.parameters()).text();
        if (differing.isPresent()) {
            return new Verdict.Failed("stopped after " + epochs + " epochs and continued, " + differing.get());
        }
        return resumed.report().history().equals(whole.report().history()) && resumed.report().metrics().equals(whole.report().metrics())
                ? new Verdict.Passed("stopped after " + epochs + " epochs and continued, training ends in " + whole.report().fingerprint())
                : new Verdict.Failed(
                        "stopped after " + epochs + " epochs and continued, training ends in the same parameters, but its history or "
                                + "its metrics differ");
    }
}
