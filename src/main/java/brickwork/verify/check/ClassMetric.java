package brickwork.verify.check;

import brickwork.data.Samples;
import brickwork.model.DatasetPart;
import brickwork.model.Metric;
import brickwork.train.metric.ConfusionMatrix;
import brickwork.verify.EpochQuestion;
import brickwork.verify.EpochView;
import brickwork.verify.NetworkState;
import brickwork.verify.Requirement;
import brickwork.verify.Stage;
import brickwork.verify.TrainingCheck;
import brickwork.verify.TrainingNeed;
import brickwork.verify.Trial;
import brickwork.verify.Verdict;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Precision, recall or f1 of one class over one part of the data meets a requirement. It is not decided where the part has no sample of the
 * class.
 *
 * @param metric       {@link Metric#isOfOneClass one of a class}
 * @param name         of the class
 * @param part         the part; absent: test where there is one, else train
 * @param required     what the metric must be
 * @param withinEpochs it is so at the end of some epoch up to this one, counted from 1; absent: at the end of training
 */
public record ClassMetric(Metric metric, String name, Optional<DatasetPart> part, Requirement required,
        OptionalInt withinEpochs) implements TrainingCheck {

    /** @throws IllegalArgumentException where a single class has no such metric */
    public ClassMetric {
        if (!metric.isOfOneClass()) {
            throw new IllegalArgumentException("a metric of one class was expected, got " + metric.word());
        }
    }

    /** At the end of training. */
    public static ClassMetric of(Metric metric, String name, Optional<DatasetPart> part, Requirement required) {
        return new ClassMetric(metric, name, part, required, OptionalInt.empty());
    }

    @Override
    public String sentence() {
        return metric.word() + " of " + name + part.map(p -> " on " + p.word()).orElse("") + " " + required.text()
                + (withinEpochs.isPresent() ? " within " + NumberVerdicts.epochs(withinEpochs.getAsInt()) : "");
    }

    @Override
    public TrainingNeed needs() {
        return withinEpochs.isPresent() ? new TrainingNeed.Epochs(new FirstMet(this)) : TrainingNeed.ALL;
    }

    @Override
    public Verdict judge(Trial trial) {
        return trial.withTraining(_ -> {
            var of = part.orElseGet(trial.dataset()::defaultPart);
            var samples = trial.dataset().part(of);
            if (samples.isEmpty()) {
                return Verdict.inconclusive("the data has no " + of.word() + " part");
            }
            return ClassDecisions.obstacle(trial, samples.get(), name).orElseGet(() -> {
                var index = trial.dataset().classNames().indexOf(name);
                return hasClass(samples.get(), index) ? judge(trial, of, samples.get(), index)
                        : Verdict.inconclusive("there is no sample of class " + name + " on " + of.word());
            });
        });
    }

    private Verdict judge(Trial trial, DatasetPart of, Samples samples, int index) {
        var subject = metric.word() + " of " + name + " on " + of.word();
        if (withinEpochs.isEmpty()) {
            return trial.when(Stage.TRAINED, network -> {
                var confusion = ConfusionMatrix.of(samples, network.outputs(samples));
                return NumberVerdicts.judge(subject, confusion.value(metric, index), required, trial.specification().precision(),
                        "; " + counts(confusion, index));
            });
        }
        var question = new FirstMet(this);
        return trial.whenTrained(finished -> {
            var atTheEnd = ConfusionMatrix.of(samples, trial.at(finished.parameters()).outputs(samples)).value(metric, index);
            return NumberVerdicts.judgeWithin(subject, trial.first(question), required, withinEpochs.getAsInt(), atTheEnd);
        });
    }

    private static boolean hasClass(Samples samples, int index) {
        for (var row = 0; row < samples.count(); row++) {
            if (samples.label(row) == index) {
                return true;
            }
        }
        return false;
    }

    /** {@code 9 of its 10 samples are found, and 1 of others is taken for it}. */
    private static String counts(ConfusionMatrix confusion, int of) {
        var found = confusion.count(of, of);
        var others = confusion.taken(of) - found;
        return found + " of its " + NumberVerdicts.samples(confusion.actual(of)) + (found == 1 ? " is" : " are") + " found, and "
                + others + " of others" + (others == 1 ? " is" : " are") + " taken for it";
    }

    /** When the requirement is first met, and by what. */
    private record FirstMet(ClassMetric check) implements EpochQuestion<Double> {

        @Override
        public Optional<Double> answer(EpochView epoch) {
            var dataset = epoch.trial().dataset();
            var index = dataset.classNames().indexOf(check.name);
            return dataset.part(check.part.orElseGet(dataset::defaultPart)).filter(samples -> index >= 0 && samples.hasClasses())
                    .map(samples -> measured(epoch.network(), samples, index))
                    .filter(measured -> check.required.holds(measured, epoch.trial().specification().precision()));
        }

        private double measured(NetworkState network, Samples samples, int index) {
            return ConfusionMatrix.of(samples, network.outputs(samples)).value(check.metric, index);
        }

        @Override
        public int last() {
            return check.withinEpochs.orElseThrow();
        }
    }
}
