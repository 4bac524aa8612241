package brickwork.verify.check;

import brickwork.model.Loss;
import brickwork.model.Metric;
import brickwork.model.Penalty;
import brickwork.train.metric.Metrics;
import brickwork.verify.Verdict;
import java.util.OptionalDouble;

/** The network before any training, dropout off. */
public final class InitialMetrics {

    private InitialMetrics() {}

    /** A metric over the training part at the initial parameters; empty where it has no value. */
    public static OptionalDouble value(Subject subject, Metric metric) {
        return subject.ask(subject.dataset().train().count(), subject.initial(),
                engine -> Metrics.evaluate(engine, subject.dataset().train()).value(metric));
    }

    /** The loss is strictly greater when every penalty counts twice. */
    public static Verdict riseWithThePenalty(Subject subject) {
        var loss = subject.network().feedForward().loss();
        if (loss.penalties().isEmpty()) {
            return new Verdict.Inconclusive("the loss of the spec has no penalty");
        }
        var twice = new Loss(loss.data(), loss.penalties().stream().map(penalty -> switch (penalty) {
            case Penalty.L1(var lambda, var origin) -> (Penalty) new Penalty.L1(2 * lambda, origin);
            case Penalty.L2(var lambda, var origin) -> new Penalty.L2(2 * lambda, origin);
            case Penalty.Host(var word, var lambda, var function, var origin) -> new Penalty.Host(word, 2 * lambda, function, origin);
        }).toList());
        var before = value(subject, Metric.LOSS).orElseThrow();
        var after = value(subject.with(Changed.of(subject.network()).loss(twice).network()), Metric.LOSS).orElseThrow();
        var sentence = "the initial loss is " + before + ", with every penalty doubled " + after;
        return after > before ? new Verdict.Passed(sentence) : new Verdict.Failed(sentence);
    }
}
