package brickwork.engine;

import static org.assertj.core.api.Assertions.assertThat;

import brickwork.model.Optimizer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UpdateOverflowGuardTest {

    private static final double LARGEST = Float.MAX_VALUE;
    private static final double LEAST = Float.MIN_VALUE;

    static Stream<Optimizer.Rule> rules() {
        return Stream.of(new Optimizer.Sgd(0, false), new Optimizer.Sgd(0.9, false), new Optimizer.Sgd(0.9, true),
                new Optimizer.Adam(0.9, 0.999, 1e-8, 0, false), new Optimizer.Adam(0.9, 0.999, 1e-8, 0.1, true),
                new Optimizer.RmsProp(0.9, 1e-8), new Optimizer.AdaGrad(1e-10), new Optimizer.Rprop(0.5, 1.2, 1e-6, 50));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void ordinaryTrainingIsNeverHeldUp(Optimizer.Rule rule) {
        var guard = guard(rule);
        guard.reset(0, 1);
        for (var step = 0; step < 1_000_000; step++) {
            assertThat(guard.allows(10, 0.01)).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void whatMightOverflowIsNotPromised(Optimizer.Rule rule) {
        var guard = guard(rule);
        guard.reset(0, 1);
        assertThat(guard.allows(1e38, 100)).isFalse();
        assertThat(guard.allows(Double.NaN, 0.01)).isFalse();
        guard.reset(0, LARGEST / 2);
        assertThat(guard.allows(1, 0.01)).isFalse();
        guard.reset(0, Double.NaN);
        assertThat(guard.allows(1, 0.01)).isFalse();
    }

    @Test
    void aRefusalLeavesTheBounds() {
        var guard = guard(new Optimizer.Sgd(0, false));
        guard.reset(0, 1);
        assertThat(guard.allows(LARGEST, 1)).isFalse();
        assertThat(guard.allows(1, 1)).isTrue();
    }

    @Test
    void withoutAnEpsilonNoQuotientIsBounded() {
        var guard = guard(new Optimizer.Adam(0.9, 0.999, 1e-60, 0, false));
        guard.reset(0, 1);
        assertThat(guard.allows(1e-3, 0.01)).isFalse();
    }

    private static UpdateOverflowGuard guard(Optimizer.Rule rule) {
        return new UpdateOverflowGuard(UpdateRule.of(rule), rule.state().size(), LARGEST, LEAST);
    }
}
