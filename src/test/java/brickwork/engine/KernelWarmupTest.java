package brickwork.engine;

import static org.assertj.core.api.Assertions.assertThat;

import brickwork.kernel.KernelChoice;
import brickwork.model.Activation;
import brickwork.model.LossTerm;
import brickwork.plan.ExecutionPlan;
import brickwork.plan.Planner;
import org.junit.jupiter.api.Test;

class KernelWarmupTest {

    private static final KernelChoice BEST = KernelChoice.best();

    private static ExecutionPlan plan(int units, int batch) {
        return Planner.plan(NetworkBuilder.of(2).layer(units, new Activation.Tanh()).layer(1, new Activation.Sigmoid())
                .loss(1, new LossTerm.MeanSquaredError()).network(), batch);
    }

    @Test
    void oneLongTrainingComesToVectors() {
        var patience = new KernelWarmup(plan(3, 4), BEST);
        var steps = 0;
        while (!patience.isOver()) {
            patience.endsWith(1 << 20);
            assertThat(++steps).as("as many samples as this are enough for anything").isLessThan(1_000);
        }
    }

    @Test
    void manyShortTrainingsComeToVectorsToo() {
        var plan = plan(3, 4);
        for (var training = 0; training < 2_000; training++) {
            var patience = new KernelWarmup(plan, BEST);
            patience.endsWith(1 << 16);
            patience.end();
        }
        assertThat(new KernelWarmup(plan, BEST).isOver()).isTrue();
    }

    @Test
    void aTrainingThatIsKnownToBeLongBeginsWithVectors() {
        var plan = plan(3, 4);

        assertThat(KernelWarmup.isWorthwhile(plan, 1_000)).isFalse();
        assertThat(KernelWarmup.isWorthwhile(plan, Integer.MAX_VALUE)).isTrue();
        assertThat(new KernelWarmup(plan, BEST.atOnce()).isOver()).isTrue();
        assertThat(BEST.atOnce().reason()).isEqualTo(BEST.reason());
    }

    @Test
    void whatIsDemandedOrLargeDoesNotWait() {
        var demanded = ((KernelChoice.Granted) KernelChoice.demand(KernelChoice.Set.SIMD)).choice();
        assertThat(new KernelWarmup(plan(3, 4), demanded).isOver()).isTrue();
        assertThat(new KernelWarmup(plan(1000, 1000), BEST).isOver()).isTrue();
    }
}
