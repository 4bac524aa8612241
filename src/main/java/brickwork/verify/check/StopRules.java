package brickwork.verify.check;

import brickwork.engine.Parameters;
import brickwork.model.DatasetPart;
import brickwork.model.Learning;
import brickwork.model.Metric;
import brickwork.model.Training.Stop;
import brickwork.train.Epoch;
import brickwork.train.TrainingResult;
import brickwork.verify.Evidence;
import brickwork.verify.Tolerance;
import brickwork.verify.Trial;
import brickwork.verify.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Training ends with the first epoch whose end one of the stop statements asks for, and where one keeps its best, with the parameters of
 * that epoch. It is judged from the metrics of the epochs, by looking back over all of them.
 */
public record StopRules() implements TrainingLaw {

    @Override
    public Verdict judge(Trial trial) {
        return trial.specification().learning().stops().isEmpty() ? Verdict.inconclusive("the spec has no stop statement")
                : trial.withTraining(_ -> new Watched(trial).judge());
    }

    /** A training whose every epoch is looked at. */
    private static final class Watched {

        private final Trial trial;
        private final Learning learning;
        private final DatasetPart part;
        private final Map<Metric, List<Double>> metrics = new EnumMap<>(Metric.class);
        private final List<Parameters> parameters = new ArrayList<>();

        Watched(Trial trial) {
            this.trial = trial;
            learning = trial.specification().learning();
            part = trial.dataset().watchedPart();
        }

        Verdict judge() {
            var result = trial.train(this::observe);
            if (result instanceof TrainingResult.Diverged diverged) {
                return Trial.diverged(diverged);
            }
            var trained = parameters.size();
            var early = IntStream.range(0, trained - 1).filter(this::ends).findFirst();
            if (early.isPresent()) {
                return new Verdict.Failed(Evidence.of("training goes on for {epochs} epochs, though a stop statement ends it with {place}")
                        .with("epochs", trained).at("epoch " + early.getAsInt()));
            }
            if (trained < learning.training().orElseThrow().epochs() && !ends(trained - 1)) {
                return new Verdict.Failed(
                        Evidence.of("training ends with {place}, though no stop statement asks for it").at("epoch " + (trained - 1)));
            }
            var kept = learning.stops().stream().filter(stop -> stop instanceof Stop.Stalls stalls && stalls.keepBest()).findFirst()
                    .map(stop -> best((Stop.Stalls) stop, trained - 1)).orElse(trained - 1);
            var comparison = Comparison
                    .with("at the end of epoch " + kept + " it was", new Tolerance.Bits(), trial.specification().precision())
                    .parameters("", result.parameters(), parameters.get(kept));
            return comparison.verdict("training ends after " + trained + " epochs with the parameters of epoch " + kept)
                    .withEvidence(evidence -> comparison.holds() ? evidence : evidence.in("after " + trained + " epochs", " "));
        }

        private void observe(Epoch epoch) {
            for (var stop : learning.stops()) {
                var values = metrics.computeIfAbsent(metric(stop), _ -> new ArrayList<>());
                if (values.size() == epoch.number()) {
                    values.add(epoch.metric(part, metric(stop)).orElse(Double.NaN));
                }
            }
            parameters.add(epoch.parameters());
        }

        private boolean ends(int epoch) {
            return learning.stops().stream().anyMatch(stop -> switch (stop) {
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
}
