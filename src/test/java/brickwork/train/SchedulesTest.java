package brickwork.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import brickwork.model.Optimizer;
import brickwork.model.Schedule;
import brickwork.source.Origin;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SchedulesTest {

    private static Optimizer optimizer(double rate, int warmup, Schedule.Decay decay) {
        return new Optimizer(new Optimizer.Sgd(0, false), rate, new Schedule(warmup, decay), Origin.NONE);
    }

    private static double[] rates(Schedule.Decay decay, int epochs) {
        return IntStream.range(0, epochs).mapToDouble(e -> Schedules.rate(optimizer(0.1, 0, decay), e, epochs, Double.NaN)).toArray();
    }

    @Test
    void constantStays() {
        assertThat(rates(new Schedule.Constant(), 3)).containsExactly(0.1, 0.1, 0.1);
    }

    @Test
    void stepFallsEverySoManyEpochs() {
        assertThat(rates(new Schedule.Step(0.5, 2), 6)).containsExactly(0.1, 0.1, 0.05, 0.05, 0.025, 0.025);
    }

    @Test
    void exponentialFallsEveryEpoch() {
        assertThat(rates(new Schedule.Exponential(0.9), 3)).containsExactly(new double[] {0.1, 0.09, 0.081}, within(1e-16));
    }

    @Test
    void inverseFallsLikeOneOverTheEpochs() {
        assertThat(rates(new Schedule.Inverse(0.5), 3)).containsExactly(new double[] {0.1, 0.1 / 1.5, 0.05}, within(1e-17));
    }

    @Test
    void cosineAndLinearWouldReachTheirFloorAfterTheLastEpoch() {
        assertThat(rates(new Schedule.Cosine(0.02), 4)).containsExactly(
                new double[] {0.1, 0.06 + 0.04 * Math.sqrt(0.5), 0.06, 0.06 - 0.04 * Math.sqrt(0.5)}, within(1e-16));
        assertThat(rates(new Schedule.Linear(0.02), 4)).containsExactly(new double[] {0.1, 0.08, 0.06, 0.04}, within(1e-16));
    }

    @Test
    void warmupClimbsToTheRateAndWhatFollowsSeesTheSameEpochs() {
        var warm = optimizer(0.1, 4, new Schedule.Step(0.5, 3));

        assertThat(IntStream.range(0, 7).mapToDouble(e -> Schedules.rate(warm, e, 7, Double.NaN)).toArray())
                .containsExactly(new double[] {0.025, 0.05, 0.075, 0.1, 0.05, 0.05, 0.025}, within(1e-17));
    }

    @Test
    void plateauFallsEachTimeTheLossWasNotStrictlyBelowItsBestForLongEnough() {
        var schedule = new RateSchedule(optimizer(1, 0, new Schedule.Plateau(0.5, 2)), 100);
        var losses = new double[] {3, 2, 2, 2.5, 1, 1, Double.NaN, 1, 1, 0.5};
        var rates = new double[losses.length];
        for (var e = 0; e < losses.length; e++) {
            rates[e] = schedule.rate(e);
            schedule.observe(losses[e]);
        }

        assertThat(rates).containsExactly(1, 1, 1, 1, 0.5, 0.5, 0.5, 0.25, 0.25, 0.125);
        assertThat(schedule.memory()).isEqualTo(new RateSchedule.Memory(0.125, 0.5, 0));
    }

    @Test
    void plateauGoesOnFromWhatItRemembered() {
        var optimizer = optimizer(1, 0, new Schedule.Plateau(0.5, 3));
        var whole = new RateSchedule(optimizer, 100);
        var parted = new RateSchedule(optimizer, 100);
        for (var e = 0; e < 20; e++) {
            whole.observe(e % 7);
            parted.observe(e % 7);
            var next = new RateSchedule(optimizer, 100);
            next.restore(parted.memory());
            parted = next;
            assertThat(parted.rate(e + 1)).isEqualTo(whole.rate(e + 1));
        }
        assertThat(whole.rate(20)).isLessThan(0.1);
    }

    @Test
    void onlyCosineAndLinearDependOnTheNumberOfEpochs() {
        assertThat(Schedules.dependOnEpochs(new Schedule(3, new Schedule.Cosine(0)))).isTrue();
        assertThat(Schedules.dependOnEpochs(new Schedule(0, new Schedule.Linear(0)))).isTrue();
        assertThat(Schedules.dependOnEpochs(new Schedule(3, new Schedule.Step(0.5, 2)))).isFalse();
        assertThat(Schedules.dependOnEpochs(Schedule.constant())).isFalse();
    }
}
