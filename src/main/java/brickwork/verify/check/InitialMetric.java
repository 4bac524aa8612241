package brickwork.verify.check;

import brickwork.model.Loss;
import brickwork.model.Metric;
import brickwork.model.Penalty;
import brickwork.train.metric.Metrics;
import brickwork.verify.TrainingCheck;
import brickwork.verify.Evidence;
import brickwork.verify.Requirement;
import brickwork.verify.TrainingNeed;
import brickwork.verify.Trial;
import brickwork.verify.Verdict;
import java.util.OptionalDouble;

/** What is stated of the network before any training: over the training part, dropout off. */
public sealed interface InitialMetric extends TrainingCheck {

    @Override
    default String sentence() {
        return switch (this) {
            case Is(var metric, var required) -> "initial " + metric.word() + " " + required.text();
            case RisesWithThePenalty _ -> "a higher penalty raises the loss";
        };
    }

    @Override
    default TrainingNeed needs() {
        return TrainingNeed.NONE;
    }

    /** A metric meets a requirement. */
    record Is(Metric metric, Requirement required) implements InitialMetric {

        @Override
        public Verdict judge(Trial trial) {
            return trial.withSamples(dataset -> {
                var found = value(trial, metric);
                return found.isEmpty() ? NumberVerdicts.noValue("the initial " + metric.word(), metric, dataset.train())
                        : NumberVerdicts.judge("the initial " + metric.word(), found.getAsDouble(), required,
                                trial.specification().precision());
            });
        }
    }

    /** The loss is strictly greater where every penalty counts twice. */
    record RisesWithThePenalty() implements InitialMetric {

        @Override
        public Verdict judge(Trial trial) {
            var loss = trial.specification().feedForward().loss();
            if (loss.penalties().isEmpty()) {
                return Verdict.inconclusive("the loss of the spec has no penalty");
            }
            return trial.withSamples(_ -> {
                var once = value(trial, Metric.LOSS).orElseThrow();
                var twice = value(trial.with(Changed.of(trial.specification()).loss(doubled(loss)).network()), Metric.LOSS).orElseThrow();
                return Verdict.of(twice > once, Evidence.of("the initial loss is {once}, with every penalty doubled {twice}")
                        .with("once", once).with("twice", twice));
            });
        }

        private static Loss doubled(Loss loss) {
            return new Loss(loss.data(), loss.penalties().stream().map(penalty -> switch (penalty) {
                case Penalty.L1(var lambda, var origin) -> (Penalty) new Penalty.L1(2 * lambda, origin);
                case Penalty.L2(var lambda, var origin) -> new Penalty.L2(2 * lambda, origin);
                case Penalty.Host(var word, var lambda, var function, var origin) -> new Penalty.Host(word, 2 * lambda, function, origin);
            }).toList());
        }
    }

    private static OptionalDouble value(Trial trial, Metric metric) {
        var train = trial.dataset().train();
        return trial.at(trial.initial()).ask(train.count(), engine -> Metrics.evaluate(engine, train).value(metric));
    }
}
