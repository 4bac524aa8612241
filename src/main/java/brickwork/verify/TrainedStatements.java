package brickwork.verify;

import brickwork.engine.Engines;
import brickwork.kernel.KernelChoice;
import brickwork.model.Expectation;
import brickwork.plan.Planner;
import brickwork.source.DecimalText;
import brickwork.train.TrainingResult;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Judges what is stated of a trained network, beside its metrics. */
final class TrainedStatements {

    private TrainedStatements() {}

    static Verdict judge(SeedRun run, Expectation.LossDecreases statement) {
        if (run.result() instanceof TrainingResult.Diverged diverged) {
            return new Verdict.Failed(diverged.message());
        }
        var history = run.result().report().history();
        var first = history.getFirst();
        var last = history.getLast();
        if (statement.everyEpoch()) {
            for (var epoch = 1; epoch < history.size(); epoch++) {
                if (!(history.get(epoch).loss() < history.get(epoch - 1).loss())) {
                    return new Verdict.Failed("the loss went from " + DecimalText.of(history.get(epoch - 1).loss()) + " to "
                            + DecimalText.of(history.get(epoch).loss()) + " in epoch " + epoch + ", counted from 0");
                }
            }
        }
        var course = "the loss went from " + DecimalText.of(first.loss()) + " to " + DecimalText.of(last.loss()) + " in " + history.size()
                + (history.size() == 1 ? " epoch" : " epochs");
        return last.loss() < first.loss() ? new Verdict.Passed(course) : new Verdict.Failed(course);
    }

    static Verdict judge(SeedRun run, Expectation.Fingerprint statement) {
        if (run.result() instanceof TrainingResult.Diverged diverged) {
            return new Verdict.Failed(diverged.message());
        }
        var measured = run.result().report().fingerprint();
        return measured.equals(statement.digest())
                ? new Verdict.Passed("the fingerprint is " + measured)
                : new Verdict.Failed("the fingerprint is " + measured + ", not " + statement.digest());
    }

    static Verdict judge(SeedRun run, Expectation.Output statement, KernelChoice kernels) {
        if (run.result() instanceof TrainingResult.Diverged diverged) {
            return new Verdict.Failed(diverged.message());
        }
        var inputs = statement.inputs().stream().mapToDouble(x -> x).toArray();
        var outputs = new double[run.network().outputs()];
        if (inputs.length != run.network().inputs() || statement.outputs().size() != outputs.length) {
            return new Verdict.Inconclusive("the network takes " + run.network().inputs() + " inputs and gives " + outputs.length
                    + " outputs, the statement names " + inputs.length + " and " + statement.outputs().size());
        }
        run.dataset().scaling().apply(inputs);
        try (var engine = Engines.open(run.network(), Planner.plan(run.network(), 1), kernels, 1)) {
            engine.setParameters(run.result().parameters());
            engine.predictor().predict(inputs, outputs);
        }
        var off = 0.0;
        for (var k = 0; k < outputs.length; k++) {
            var distance = Math.abs(outputs[k] - statement.outputs().get(k));
            off = distance <= off ? off : distance;
        }
        var given = Arrays.stream(outputs).mapToObj(DecimalText::of).collect(Collectors.joining(" ", "the output is [", "]"));
        return off <= statement.tolerance()
                ? new Verdict.Passed(given + ", at most " + DecimalText.of(off) + " off")
                : new Verdict.Failed(
                        given + ", " + DecimalText.of(off) + " off where " + DecimalText.of(statement.tolerance()) + " is allowed");
    }
}
