package brickwork.verify.check;

import brickwork.data.Dataset;
import brickwork.data.SampleTable;
import brickwork.model.DatasetPart;
import brickwork.source.Outcome;
import brickwork.train.TrainingResult;
import brickwork.verify.Verdict;

/**
 * Nothing of the test part reaches training: with other inputs in it, prepared anew by the same split and scaling, training ends in the
 * same parameters. The scaling fitted on all rows, or a sample that leaks from one part into another, shows here.
 */
public final class TestPartUnused {

    private TestPartUnused() {}

    /** Compares the fingerprints of both trainings. */
    public static Verdict changesNothing(Subject subject) {
        var dataset = subject.dataset();
        if (dataset.test().isEmpty()) {
            return new Verdict.Inconclusive("the spec makes no test part");
        }
        return switch (Dataset.prepare(subject.network(), changed(subject))) {
            case Outcome.Failure<Dataset> failure ->
                    new Verdict.Inconclusive("the changed samples cannot be prepared: " + failure.diagnostics().getFirst().message());
            case Outcome.Success<Dataset>(var other, _) -> {
                var before = fingerprint(subject);
                var after = fingerprint(subject.with(other));
                yield before.equals(after) ? new Verdict.Passed("both trainings end in " + before)
                        : new Verdict.Failed("with other inputs in the test part training ends in " + after + ", not in " + before);
            }
        };
    }

    private static String fingerprint(Subject subject) {
        return switch (subject.train()) {
            case TrainingResult.Finished finished -> finished.report().fingerprint();
            case TrainingResult.Diverged diverged -> diverged.message();
        };
    }

    /** All samples in the order of the source, those of the test part with inputs far off. */
    private static SampleTable changed(Subject subject) {
        var dataset = subject.dataset();
        var count = 0;
        for (var part : DatasetPart.values()) {
            count += dataset.part(part).map(samples -> samples.count()).orElse(0);
        }
        var inputs = new double[count][];
        var targets = new double[count][subject.network().outputs()];
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
