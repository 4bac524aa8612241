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
                new Optimizer.RmsProp(0.9, 1e-8), new Optimizer.AdaGrad(1e-10));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void ordinaryTrainingIsNeverHeldUp(Optimizer.Rule rule) {
        var headroom = new UpdateOverflowGuard(rule, LARGEST, LEAST);
        headroom.reset(1, 0, 0);
        for (var step = 0; step < 1_000_000; step++) {
            assertThat(headroom.allows(10, 0.01)).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void whatMightOverflowIsNotPromised(Optimizer.Rule rule) {
        var headroom = new UpdateOverflowGuard(rule, LARGEST, LEAST);
        headroom.reset(1, 0, 0);
        assertThat(headroom.allows(1e38, 100)).isFalse();
        assertThat(headroom.allows(Double.NaN, 0.01)).isFalse();
        headroom.reset(LARGEST / 2, 0, 0);
        assertThat(headroom.allows(1, 0.01)).isFalse();
        headroom.reset(Double.NaN, 0, 0);
        assertThat(headroom.allows(1, 0.01)).isFalse();
    }

    @Test
    void aRefusalLeavesTheBounds() {
        var headroom = new UpdateOverflowGuard(new Optimizer.Sgd(0, false), LARGEST, LEAST);
        headroom.reset(1, 0, 0);
        assertThat(headroom.allows(LARGEST, 1)).isFalse();
        assertThat(headroom.allows(1, 1)).isTrue();
    }

    @Test
    void withoutAnEpsilonNoQuotientIsBounded() {
        var headroom = new UpdateOverflowGuard(new Optimizer.Adam(0.9, 0.999, 1e-60, 0, false), LARGEST, LEAST);
        headroom.reset(1, 0, 0);
        assertThat(headroom.allows(1e-3, 0.01)).isFalse();
    }
}
