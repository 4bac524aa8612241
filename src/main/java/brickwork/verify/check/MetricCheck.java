package brickwork.verify.check;

import brickwork.data.Dataset;
import brickwork.model.DatasetPart;
import brickwork.model.Metric;
import brickwork.model.Relation;
import brickwork.train.TrainingResult;
import brickwork.verify.TrainingCheck;
import brickwork.verify.EpochQuestion;
import brickwork.verify.EpochView;
import brickwork.verify.Requirement;
import brickwork.verify.TrainingNeed;
import brickwork.verify.Trial;
import brickwork.verify.Verdict;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A metric over one part of the data meets a requirement.
 *
 * @param part         the part; absent: test where there is one, else train
 * @param required     what the metric must be
 * @param withinEpochs it is so at the end of some epoch up to this one, counted from 1; absent: at the end of training
 */
public record MetricCheck(Metric metric, Optional<DatasetPart> part, Requirement required,
        OptionalInt withinEpochs) implements TrainingCheck {

    /** At the end of training. */
    public static MetricCheck of(Metric metric, Optional<DatasetPart> part, Requirement required) {
        return new MetricCheck(metric, part, required, OptionalInt.empty());
    }

    /** At least {@code value} for a metric that should be high, at most {@code value} for one that should be low. */
    public static Requirement orBetter(Metric metric, double value) {
        return Requirement.of(metric.higherIsBetter() ? Relation.GREATER_OR_EQUAL : Relation.LESS_OR_EQUAL, value);
    }

    @Override
    public String sentence() {
        return metric.word() + part.map(p -> " on " + p.word()).orElse("") + " " + required.text()
                + (withinEpochs.isPresent() ? " within " + NumberVerdicts.epochs(withinEpochs.getAsInt()) : "");
    }

    @Override
    public TrainingNeed needs() {
        return withinEpochs.isPresent() ? new TrainingNeed.Epochs(new FirstMet(this, withinEpochs.getAsInt())) : TrainingNeed.ALL;
    }

    @Override
    public Verdict judge(Trial trial) {
        return trial.withTraining(_ -> {
            var of = of(trial.dataset());
            if (trial.dataset().part(of).isEmpty()) {
                return Verdict.inconclusive("the data has no " + of.word() + " part");
            }
            return withinEpochs.isPresent() ? withinEpochs(trial, of) : trial.whenTrained(finished -> atTheEnd(trial, finished, of));
        });
    }

    private Verdict atTheEnd(Trial trial, TrainingResult result, DatasetPart of) {
        var measured = measured(result, of);
        return measured.isEmpty() ? noValue(trial, of)
                : NumberVerdicts.judge(subject(of), measured.getAsDouble(), required, trial.specification().precision());
    }

    private Verdict withinEpochs(Trial trial, DatasetPart of) {
        var watched = firstMet(trial);
        if (watched.result() instanceof TrainingResult.Diverged diverged) {
            return Trial.diverged(diverged);
        }
        var last = measured(watched.result(), of);
        return last.isEmpty() ? noValue(trial, of)
                : NumberVerdicts.judgeWithin(subject(of), watched, required, withinEpochs.getAsInt(), last.getAsDouble());
    }

    /** When it is first met, up to the last epoch meant. */
    Trial.Watched<Double> firstMet(Trial trial) {
        return trial.first(new FirstMet(this, withinEpochs.orElseThrow()));
    }

    private Verdict noValue(Trial trial, DatasetPart of) {
        return NumberVerdicts.noValue(subject(of), metric, trial.dataset().part(of).orElseThrow());
    }

    private OptionalDouble measured(TrainingResult result, DatasetPart of) {
        return result.report().metrics().get(of).value(metric);
    }

    private DatasetPart of(Dataset dataset) {
        return part.orElseGet(() -> dataset.defaultPart());
    }

    /** {@code accuracy on test}; a penalty is of no part. */
    private String subject(DatasetPart of) {
        return metric.word() + (metric == Metric.PENALTY ? "" : " on " + of.word());
    }

    /** When the requirement is first met, and by what. */
    private record FirstMet(MetricCheck check, int last) implements EpochQuestion<Double> {

        @Override
        public Optional<Double> answer(EpochView epoch) {
            var measured = epoch.metric(check.of(epoch.trial().dataset()), check.metric);
            return measured.isPresent() && check.required.holds(measured.getAsDouble(), epoch.trial().specification().precision())
                    ? Optional.of(measured.getAsDouble()) : Optional.empty();
        }
    }
}
