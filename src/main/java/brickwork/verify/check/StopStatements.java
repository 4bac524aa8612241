package brickwork.verify.check;

import brickwork.verify.Tolerance;
import brickwork.engine.Parameters;
import brickwork.model.DatasetPart;
import brickwork.model.Metric;
import brickwork.model.Training.Stop;
import brickwork.train.Epoch;
import brickwork.train.TrainingResult;
import brickwork.verify.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Training ends with the first epoch whose end one of the stop statements asks for, and where one keeps its best, with the parameters of
 * that epoch. Told from the metrics of the epochs by looking back over all of them.
 */
public final class StopStatements {

    private final Subject subject;
    private final DatasetPart part;
    private final Map<Metric, List<Double>> metrics = new EnumMap<>(Metric.class);
    private final List<Parameters> parameters = new ArrayList<>();

    private StopStatements(Subject subject) {
        this.subject = subject;
        part = subject.dataset().validation().isPresent() ? DatasetPart.VALIDATION : DatasetPart.TRAIN;
    }

    /** Trains once, and looks back after every epoch. */
    public static Verdict areFollowed(Subject subject) {
        if (subject.network().learning().stops().isEmpty()) {
            return new Verdict.Inconclusive("the spec has no stop statement");
        }
        return new StopStatements(subject).verdict();
    }

    private Verdict verdict() {
        var result = subject.train(this::observe);
        if (result instanceof TrainingResult.Diverged diverged) {
            return new Verdict.Failed(diverged.message());
        }
        var trained = parameters.size();
        var early = IntStream.range(0, trained - 1).filter(this::ends).findFirst();
        if (early.isPresent()) {
            return new Verdict.Failed(
                    "training goes on for " + trained + " epochs, though a stop statement ends it with epoch " + early.getAsInt());
        }
        if (trained < subject.training().epochs() && !ends(trained - 1)) {
            return new Verdict.Failed("training ends with epoch " + (trained - 1) + ", though no stop statement asks for it");
        }
        var kept = subject.network().learning().stops().stream().filter(stop -> stop instanceof Stop.Stalls stalls && stalls.keepBest())
                .findFirst()
                .map(stop -> best((Stop.Stalls) stop, trained - 1)).orElse(trained - 1);
        var comparison = new Comparison(new Tolerance.Bits(), subject.network().precision(), "at the end of epoch " + kept + " it was")
                .parameters("", result.parameters(), parameters.get(kept));
        return comparison.text().<Verdict>map(worst -> new Verdict.Failed("after " + trained + " epochs " + worst))
                .orElseGet(() -> new Verdict.Passed("training ends after " + trained + " epochs with the parameters of epoch " + kept));
    }

    private void observe(Epoch epoch) {
        for (var stop : subject.network().learning().stops()) {
            var values = metrics.computeIfAbsent(metric(stop), _ -> new ArrayList<>());
            if (values.size() == epoch.number()) {
                values.add(epoch.metric(part, metric(stop)).orElse(Double.NaN));
            }
        }
        parameters.add(epoch.parameters());
    }

    private boolean ends(int epoch) {
        return subject.network().learning().stops().stream().anyMatch(stop -> switch (stop) {
            case Stop.When when -> epoch + 1 >= when.epochs() && IntStream.rangeClosed(epoch - when.epochs() + 1, epoch)
                    .allMatch(e -> when.relation().holds(value(when, e), when.value()));
            case Stop.Stalls stalls -> epoch - best(stalls, epoch) >= stalls.epochs();
        });
    }

    /** The first epoch up to {@code last} with the best value; -1 where there is none. */
    private int best(Stop.Stalls stop, int last) {
        var best = -1;
        for (var epoch = 0; epoch <= last; epoch++) {
            var value = value(stop, epoch);
            if (!Double.isNaN(value)
                    && (best < 0 || (stop.metric().higherIsBetter() ? value > value(stop, best) : value < value(stop, best)))) {
                best = epoch;
            }
        }
        return best;
    }

    private double value(Stop stop, int epoch) {
        return metrics.get(metric(stop)).get(epoch);
    }

    private static Metric metric(Stop stop) {
        return switch (stop) {
            case Stop.When when -> when.metric();
            case Stop.Stalls stalls -> stalls.metric();
        };
    }
}
