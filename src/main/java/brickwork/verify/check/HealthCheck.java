package brickwork.verify.check;

import brickwork.model.DatasetPart;
import brickwork.model.HealthMetric;
import brickwork.train.LayerUpdate;
import brickwork.train.TrainingResult;
import brickwork.verify.TrainingCheck;
import brickwork.verify.EpochQuestion;
import brickwork.verify.EpochView;
import brickwork.verify.Evidence;
import brickwork.verify.Requirement;
import brickwork.verify.Stage;
import brickwork.verify.TrainingNeed;
import brickwork.verify.Trial;
import brickwork.verify.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A figure of health meets a requirement; a figure of layers, in every layer that has it.
 *
 * @param stage        at the initial parameters, or of the training
 * @param layer        the one layer meant, counted from 1; absent: every layer that has the figure
 * @param part         the part it is measured on; absent: train
 * @param required     what the figure must be
 * @param withinEpochs it is so at the end of some epoch up to this one, counted from 1; absent: at the end of training, or at its start
 */
public record HealthCheck(HealthMetric metric, Stage stage, OptionalInt layer, Optional<DatasetPart> part, Requirement required,
        OptionalInt withinEpochs) implements TrainingCheck {

    /** In every layer that has the figure, on train. */
    public static HealthCheck of(HealthMetric metric, Stage stage, Requirement required) {
        return new HealthCheck(metric, stage, OptionalInt.empty(), Optional.empty(), required, OptionalInt.empty());
    }

    /** The same in one layer. */
    public static HealthCheck of(HealthMetric metric, Stage stage, int layer, Requirement required) {
        return new HealthCheck(metric, stage, OptionalInt.of(layer), Optional.empty(), required, OptionalInt.empty());
    }

    @Override
    public String sentence() {
        return (stage == Stage.INITIAL && needsParameters() ? "initial " : "") + metric.word()
                + (layer.isPresent() ? " of layer " + layer.getAsInt() : "") + part.map(p -> " on " + p.word()).orElse("") + " "
                + required.text() + (withinEpochs.isPresent() ? " within " + NumberVerdicts.epochs(withinEpochs.getAsInt()) : "");
    }

    private boolean needsParameters() {
        return metric != HealthMetric.CONSTANT_INPUTS;
    }

    private boolean needsTraining() {
        return stage == Stage.TRAINED && needsParameters();
    }

    @Override
    public TrainingNeed needs() {
        return !needsTraining() ? TrainingNeed.NONE
                : withinEpochs.isPresent() ? new TrainingNeed.Epochs(new FirstMet(this, withinEpochs.getAsInt())) : TrainingNeed.ALL;
    }

    /** The part it is about. */
    DatasetPart of() {
        return part.orElse(DatasetPart.TRAIN);
    }

    @Override
    public Verdict judge(Trial trial) {
        return trial.withSamples(dataset -> {
            if (dataset.part(of()).isEmpty()) {
                return Verdict.inconclusive("the data has no " + of().word() + " part");
            }
            if (layer.isPresent() && layer.getAsInt() > trial.specification().feedForward().layers().size()) {
                return Verdict.inconclusive("there is no layer " + layer.getAsInt() + ": the network has "
                        + trial.specification().feedForward().layers().size());
            }
            var least = trial.specification().feedForward().smallestBatch();
            if (metric.isOfParameters() && dataset.part(of()).get().count() < least) {
                return Verdict.inconclusive("a layer takes its statistics over the batch, which needs " + least + " samples at least, and "
                        + of().word() + " has " + dataset.part(of()).get().count());
            }
            if (!needsTraining()) {
                return atTheEnd(HealthMeasurement.of(this, dataset, () -> trial.healthAt(trial.initial(), of()), List.of()));
            }
            return trial.withTraining(
                    _ -> withinEpochs.isPresent() ? withinEpochs(trial) : trial.whenTrained(_ -> atTheEnd(ofTraining(trial))));
        });
    }

    private HealthMeasurement ofTraining(Trial trial) {
        return HealthMeasurement.of(this, trial.dataset(), () -> trial.healthAt(trial.trained().parameters(), of()),
                lastUpdate(trial.trained()));
    }

    private static List<LayerUpdate> lastUpdate(TrainingResult result) {
        return result.report().lastUpdate();
    }

    private static Verdict atTheEnd(HealthMeasurement measurement) {
        if (measurement.all().isEmpty()) {
            return Verdict.inconclusive(measurement.subject() + " has no value: no layer has it, or no gradient reaches any");
        }
        var evidence = measurement.evidence("is");
        return measurement.holds()
                ? new Verdict.Passed(evidence.and(" ({required})"))
                : new Verdict.Failed(measurement.withDetail(evidence.and(", not {required}")));
    }

    private Verdict withinEpochs(Trial trial) {
        var watched = trial.first(new FirstMet(this, withinEpochs.getAsInt()));
        if (watched.result() instanceof TrainingResult.Diverged diverged) {
            return Trial.diverged(diverged);
        }
        if (watched.answer().isPresent()) {
            var answer = watched.answer().get();
            return new Verdict.Passed(
                    answer.value().and(" ({required}) after " + NumberVerdicts.epochs(answer.epochs())).with("epochs", answer.epochs()));
        }
        var last = HealthMeasurement.of(this, trial.dataset(),
                () -> trial.healthAt(watched.result().parameters(), of()), lastUpdate(watched.result()));
        if (last.all().isEmpty()) {
            return atTheEnd(last);
        }
        return new Verdict.Failed(Evidence.of(last.subject() + " was not {required} at the end of any epoch up to {within}; after "
                + NumberVerdicts.epochs(watched.result().report().epochs()) + " {last}").required(required).measured(last.worst().value())
                .with("within", withinEpochs.getAsInt()).with("last", last.evidence("is")));
    }

    /** What is measured when the requirement is first met. */
    private record FirstMet(HealthCheck check, int last) implements EpochQuestion<Evidence> {

        @Override
        public Optional<Evidence> answer(EpochView epoch) {
            var dataset = epoch.trial().dataset();
            if (dataset.part(check.of()).isEmpty()) {
                return Optional.empty();
            }
            var measurement = HealthMeasurement.of(check, dataset, () -> epoch.health(check.of()), epoch.lastUpdate());
            return !measurement.all().isEmpty() && measurement.holds() ? Optional.of(measurement.evidence("was")) : Optional.empty();
        }

        @Override
        public boolean watchesUpdates() {
            return check.metric == HealthMetric.UPDATE_RATIO;
        }
    }
}
