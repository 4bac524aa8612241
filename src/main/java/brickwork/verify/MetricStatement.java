package brickwork.verify;

import brickwork.source.DecimalText;
import brickwork.train.TrainingResult;

/** Judges a statement about a metric by one training. */
final class MetricStatement {

    private MetricStatement() {}

    /** {@code index} is the statement's place among those the run was told of. */
    static Verdict judge(SeedRun run, int index, Condition condition) {
        if (run.dataset().part(condition.part()).isEmpty()) {
            return new Verdict.Inconclusive("the data has no " + condition.part().word() + " part");
        }
        if (run.result() instanceof TrainingResult.Diverged diverged) {
            return new Verdict.Failed(diverged.message());
        }
        var measured = run.measured(condition);
        if (measured.isEmpty()) {
            return new Verdict.Inconclusive(condition.subject() + " has no value: "
                    + (condition.expectation().metric().needsClasses() ? "the targets are not classes" : "there are too few samples"));
        }
        var within = condition.expectation().withinEpochs();
        if (within.isEmpty()) {
            var is = condition.subject() + " is " + DecimalText.of(measured.getAsDouble());
            return condition.holds(measured.getAsDouble())
                    ? new Verdict.Passed(is + " (" + condition.requirement() + ")")
                    : new Verdict.Failed(is + ", not " + condition.requirement());
        }
        if (run.heldAfter(index) > 0) {
            return new Verdict.Passed(condition.subject() + " was " + DecimalText.of(run.heldWith(index)) + " (" + condition.requirement()
                    + ") after " + epochs(run.heldAfter(index)));
        }
        return new Verdict.Failed(condition.subject() + " was not " + condition.requirement() + " at the end of any epoch up to "
                + within.getAsInt() + "; after " + epochs(run.result().report().epochs()) + " it is "
                + DecimalText.of(measured.getAsDouble()));
    }

    static String epochs(int count) {
        return count + (count == 1 ? " epoch" : " epochs");
    }
}
