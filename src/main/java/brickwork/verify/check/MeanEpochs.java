package brickwork.verify.check;

import brickwork.model.Metric;
import brickwork.model.Relation;
import brickwork.source.DecimalText;
import brickwork.verify.Check;
import brickwork.verify.Evidence;
import brickwork.verify.Requirement;
import brickwork.verify.Trial;
import brickwork.verify.Verdict;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Under several seeds, the spec's and those after it, a metric becomes good enough after at most that mean number of epochs.
 *
 * @param value  at least this for a metric that should be high, at most this for one that should be low, on test where there is one, else
 *               on train; under every seed
 * @param epochs the greatest mean
 * @param seeds  how many
 */
public record MeanEpochs(Metric metric, double value, double epochs, int seeds) implements Check {

    @Override
    public String sentence() {
        return "the " + metric.word() + " reaches " + DecimalText.of(value) + " after at most " + DecimalText.of(epochs)
                + " epochs in the mean of " + seeds + " seeds";
    }

    @Override
    public Verdict judge(Trial trial) {
        return trial.withTraining(training -> {
            var check = new MetricCheck(metric, Optional.empty(), MetricCheck.orBetter(metric, value), OptionalInt.of(training.epochs()));
            var sum = 0L;
            for (var seed = trial.specification().seed(); seed < trial.specification().seed() + seeds; seed++) {
                var seeded = trial.underSeed(seed);
                var verdict = check.judge(seeded);
                if (!verdict.passed()) {
                    var place = "with seed " + seed;
                    return verdict.withEvidence(evidence -> evidence.in(place, ": "));
                }
                sum += check.firstMet(seeded).answer().orElseThrow().epochs();
            }
            var evidence = Evidence.of("{metric} reaches {value} after {measured} epochs in the mean of {seeds} seeds")
                    .with("metric", metric.word())
                    .with("value", value).measured(sum / (double) seeds).with("seeds", seeds)
                    .required(Requirement.of(Relation.LESS_OR_EQUAL, epochs));
            return sum <= epochs * seeds ? new Verdict.Passed(evidence)
                    : new Verdict.Failed(evidence.and(", stated are {stated}").with("stated", epochs));
        });
    }
}
