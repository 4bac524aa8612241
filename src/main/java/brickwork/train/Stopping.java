package brickwork.train;

import static brickwork.train.StoppingState.NOT_STOPPED;

import brickwork.engine.Parameters;
import brickwork.model.Metric;
import brickwork.model.Training.Stop;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** All stop rules of a training together, and the parameters of the best epoch where one of them keeps it. */
final class Stopping {

    private final List<StopRule> rules;
    private final Optional<StopRule> keeper;
    private int stoppedBy = NOT_STOPPED;
    private Optional<Parameters> best = Optional.empty();

    /** Where several rules keep their best epoch, the first one's counts. */
    Stopping(List<Stop> stops) {
        rules = stops.stream().map(StopRule::new).toList();
        keeper = rules.stream().filter(StopRule::keepsBest).findFirst();
    }

    /** Whether there is any rule to ask. */
    boolean watches() {
        return !rules.isEmpty();
    }

    /** Shows all rules the epoch that ended; {@code present} gives its parameters where they are to be kept. */
    void observe(int epoch, ToDoubleFunction<Metric> metric, Supplier<Parameters> present) {
        for (var i = 0; i < rules.size(); i++) {
            var ends = rules.get(i).observe(epoch, metric.applyAsDouble(rules.get(i).metric()));
            stoppedBy = ends && stoppedBy == NOT_STOPPED ? i : stoppedBy;
        }
        if (keeper.filter(rule -> rule.seen().bestEpoch() == epoch).isPresent()) {
            best = Optional.of(present.get());
        }
    }

    /** The statement that ended training, once one has. */
    Optional<Stop> stop() {
        return stoppedBy == NOT_STOPPED ? Optional.empty() : Optional.of(rules.get(stoppedBy).stop());
    }

    Optional<Parameters> best() {
        return best;
    }

    OptionalInt bestEpoch() {
        return best.isPresent() ? OptionalInt.of(keeper.orElseThrow().seen().bestEpoch()) : OptionalInt.empty();
    }

    StoppingState state() {
        return new StoppingState(rules.stream().map(StopRule::seen).toList(), stoppedBy, best);
    }

    void restore(StoppingState state) {
        if (state.rules().size() != rules.size() || state.stoppedBy() >= rules.size()
                || state.stoppedBy() < StoppingState.NOT_STOPPED) {
            throw new IllegalArgumentException("it remembers other stop rules than the network has");
        }
        for (var i = 0; i < rules.size(); i++) {
            rules.get(i).restore(state.rules().get(i));
        }
        stoppedBy = state.stoppedBy();
        best = state.best();
    }
}
