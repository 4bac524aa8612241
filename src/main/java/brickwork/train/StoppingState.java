package brickwork.train;

import brickwork.engine.Parameters;
import java.util.List;
import java.util.Optional;

/**
 * What the stop rules of a training remember.
 *
 * @param rules     of each rule, in the order of the statements
 * @param stoppedBy the rule that ended training, or {@link #NOT_STOPPED}
 * @param best      parameters of the best epoch, where they are to be kept and there is one
 */
public record StoppingState(List<Rule> rules, int stoppedBy, Optional<Parameters> best) {

    public static final int NOT_STOPPED = -1;

    public StoppingState {
        rules = List.copyOf(rules);
    }

    /**
     * What one rule remembers.
     *
     * @param count     epochs running in which the comparison held, or since the best
     * @param best      the best value so far; NaN before there is one
     * @param bestEpoch its epoch, or -1
     */
    public record Rule(int count, double best, int bestEpoch) {}
}
