package brickwork.verify.check;

import brickwork.data.Dataset;
import brickwork.data.SampleTable;
import brickwork.model.DatasetPart;
import brickwork.source.Outcome;
import brickwork.train.Observer;
import brickwork.train.TrainingResult;
import brickwork.verify.Evidence;
import brickwork.verify.Trial;
import brickwork.verify.Verdict;

/**
 * Nothing of the test part reaches training: with other inputs in it, prepared anew by the same split and scaling, training ends in the
 * same parameters. A scaling fitted on all rows, or a sample that leaks from one part into another, shows here.
 */
public record TestPartUnused() implements TrainingLaw {

    @Override
    public Verdict judge(Trial trial) {
        return trial.withTraining(_ -> {
            if (trial.dataset().test().isEmpty()) {
                return Verdict.inconclusive("the spec makes no test part");
            }
            return switch (Dataset.prepare(trial.specification(), changed(trial))) {
                case Outcome.Failure<Dataset> failure -> new Verdict.Inconclusive(
                        Evidence.literal("the changed samples cannot be prepared: " + failure.diagnostics().getFirst().message()));
                case Outcome.Success<Dataset>(var other, _) -> compare(trial.trained(), trial.with(other).train(Observer.NONE));
            };
        });
    }

    private static Verdict compare(TrainingResult before, TrainingResult after) {
        var evidence = Evidence.of("").with("before", end(before)).with("after", end(after));
        return end(before).equals(end(after)) ? new Verdict.Passed(evidence.and("both trainings end in {before}"))
                : new Verdict.Failed(evidence.and("with other inputs in the test part training ends in {after}, not in {before}"));
    }

    private static String end(TrainingResult result) {
        return switch (result) {
            case TrainingResult.Finished finished -> finished.report().fingerprint();
            case TrainingResult.Diverged diverged -> diverged.message();
        };
    }

    /** All samples in the order of the source, those of the test part with inputs far off. */
    private static SampleTable changed(Trial trial) {
        var dataset = trial.dataset();
        var count = 0;
        for (var part : DatasetPart.values()) {
            count += dataset.part(part).map(samples -> samples.count()).orElse(0);
        }
        var inputs = new double[count][];
        var targets = new double[count][trial.specification().outputs()];
        var labels = new int[count];
        for (var part : DatasetPart.values()) {
            dataset.part(part).ifPresent(samples -> {
                var raw = ScalingFit.raw(samples);
                for (var row = 0; row < raw.length; row++) {
                    var at = samples.sourceRow(row);
                    inputs[at] = raw[row];
                    samples.target(row, targets[at], 0);
                    labels[at] = samples.hasClasses() ? samples.label(row) : 0;
                    for (var i = 0; part == DatasetPart.TEST && i < raw[row].length; i++) {
                        inputs[at][i] = 3 * raw[row][i] + 1 + row;
                    }
                }
            });
        }
        return dataset.classNames().isEmpty() ? SampleTable.ofReals(inputs, targets)
                : SampleTable.ofClasses(inputs, labels, dataset.classNames());
    }
}
