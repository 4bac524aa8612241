package brickwork.verify;

import brickwork.model.Expectation;
import brickwork.train.TrainingResult;
import java.util.List;

/** Judges a statement about a figure of health. */
final class HealthStatement {

    private HealthStatement() {}

    /** One for which nothing need be trained. */
    static Verdict judge(Moments moments, Expectation.OfHealth statement) {
        var part = Readings.part(statement);
        return moments.dataset().part(part).isEmpty()
                ? absent(statement)
                : judge(Readings.of(statement, moments, () -> moments.initial(part), List.of()));
    }

    /** {@code index} is the statement's place among those the run was told of. */
    static Verdict judge(SeedRun run, int index, Expectation.OfHealth statement) {
        if (!statement.needsTraining()) {
            return judge(run.moments(), statement);
        }
        if (run.dataset().part(Readings.part(statement)).isEmpty()) {
            return absent(statement);
        }
        if (run.result() instanceof TrainingResult.Diverged diverged) {
            return new Verdict.Failed(diverged.message());
        }
        var epochs = run.result().report().epochs();
        if (run.heldAfter(index) > 0) {
            return new Verdict.Passed(
                    run.heldAs(index) + " (" + statement.requirement() + ") after " + MetricStatement.epochs(run.heldAfter(index)));
        }
        var readings = run.readings(statement);
        if (statement.withinEpochs().isEmpty() || readings.all().isEmpty()) {
            return judge(readings);
        }
        return new Verdict.Failed(readings.subject() + " was not " + statement.requirement() + " at the end of any epoch up to "
                + statement.withinEpochs().getAsInt() + "; after " + MetricStatement.epochs(epochs) + " " + readings.measured("is"));
    }

    private static Verdict judge(Readings readings) {
        var statement = readings.statement();
        if (readings.all().isEmpty()) {
            return new Verdict.Inconclusive(readings.subject() + " has no value: no layer has it, or no gradient reaches any");
        }
        if (readings.hold()) {
            return new Verdict.Passed(readings.measured("is") + " (" + statement.requirement() + ")");
        }
        var detail = readings.worst().detail();
        return new Verdict.Failed(readings.measured("is") + ", not " + statement.requirement() + (detail.isEmpty() ? "" : "; " + detail));
    }

    private static Verdict absent(Expectation.OfHealth statement) {
        return new Verdict.Inconclusive("the data has no " + Readings.part(statement).word() + " part");
    }
}
