package brickwork.train;

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
    private Memory memory = new Memory(List.of(), Memory.NOT_STOPPED, Optional.empty());

    /**
     * What the rules remember.
     *
     * @param rules     of each rule
     * @param stoppedBy the rule that ended training, or {@link #NOT_STOPPED}
     * @param best      parameters of the best epoch, where they are to be kept and there is one
     */
    record Memory(List<StopRule.Memory> rules, int stoppedBy, Optional<Parameters> best) {

        static final int NOT_STOPPED = -1;

        Memory {
            rules = List.copyOf(rules);
        }
    }

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
        var stoppedBy = memory.stoppedBy();
        for (var i = 0; i < rules.size(); i++) {
            var ends = rules.get(i).observe(epoch, metric.applyAsDouble(rules.get(i).metric()));
            stoppedBy = ends && stoppedBy == Memory.NOT_STOPPED ? i : stoppedBy;
        }
        var isBest = keeper.filter(rule -> rule.memory().bestEpoch() == epoch).isPresent();
        memory = new Memory(List.of(), stoppedBy, isBest ? Optional.of(present.get()) : memory.best());
    }

    /** The statement that ended training, once one has. */
    Optional<Stop> stop() {
        return memory.stoppedBy() == Memory.NOT_STOPPED ? Optional.empty() : Optional.of(rules.get(memory.stoppedBy()).stop());
    }

    Optional<Parameters> best() {
        return memory.best();
    }

    OptionalInt bestEpoch() {
        return memory.best().isPresent() ? OptionalInt.of(keeper.orElseThrow().memory().bestEpoch()) : OptionalInt.empty();
    }

    Memory memory() {
        return new Memory(rules.stream().map(StopRule::memory).toList(), memory.stoppedBy(), memory.best());
    }

    void restore(Memory remembered) {
        for (var i = 0; i < rules.size(); i++) {
            rules.get(i).restore(remembered.rules().get(i));
        }
        memory = remembered;
    }
}
