package brickwork.engine;

import static org.assertj.core.api.Assertions.assertThat;

import brickwork.data.SampleRows;
import brickwork.kernel.KernelChoice;
import brickwork.model.Activation;
import brickwork.model.LossTerm;
import brickwork.model.Optimizer;
import brickwork.model.Precision;
import brickwork.model.Specification;
import brickwork.plan.Planner;
import brickwork.verify.RandomNetworks;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Training makes no garbage in a JVM either that has trained hundreds of other networks before: whatever shapes, activations and optimizers
 * the compiler saw, it still makes each vector loop into one piece.
 */
@Tag("fresh-jvm")
class PollutedAllocationTest {

    private static final int NETWORKS = 250;
    private static final int STEPS = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final KernelChoice SIMD = ((KernelChoice.Granted) KernelChoice.demand(KernelChoice.Set.SIMD)).choice();

    @BeforeAll
    static void trainHundredsOfNetworks() {
        for (var seed = 0; seed < NETWORKS; seed++) {
            for (var precision : Precision.values()) {
                var drawn = RandomNetworks.draw(seed);
                allocated(drawn.network().withPrecision(precision), drawn.rows(), 100);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void smallNetworksOfAllKinds(Precision precision) {
        for (var seed = 0; seed < 40; seed++) {
            var drawn = RandomNetworks.draw(seed);
            assertThat(leastAllocated(drawn.network().withPrecision(precision), drawn.rows())).as("network %d", seed).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void layersBeyondAVectorOfEveryActivation(Precision precision) {
        for (var activation : activations().toList()) {
            var network = NetworkBuilder.of(19).precision(precision).layer(33, activation).layer(17, activation)
                    .layer(3, new Activation.Softmax())
                    .loss(1, new LossTerm.CrossEntropy()).rule(new Optimizer.RmsProp(0.9, 1e-8)).network();
            assertThat(leastAllocated(network, DrawnRows.of(1, 37, 19, 3, true))).as(activation.word()).isZero();
        }
    }

    private static Stream<Activation> activations() {
        return Stream.of(new Activation.Linear(), new Activation.Sigmoid(), new Activation.Tanh(), new Activation.Relu(),
                new Activation.LeakyRelu(0.01), new Activation.Elu(1), new Activation.Selu(), new Activation.Gelu(), new Activation.Silu(),
                new Activation.Softplus());
    }

    /**
     * What is compiled last counts: rounds go on until one is quiet, or until the compiler of the JVM has had time enough. Counted is the
     * thread's own time, since the machine may be busy with other things.
     */
    private static long leastAllocated(Specification network, SampleRows rows) {
        var end = THREADS.getCurrentThreadCpuTime() + PATIENCE.toNanos();
        var least = allocated(network, rows, STEPS);
        while (least > 0 && THREADS.getCurrentThreadCpuTime() < end) {
            least = Math.min(least, allocated(network, rows, STEPS));
        }
        return least;
    }

    private static long allocated(Specification network, SampleRows rows, int steps) {
        try (var engine = Engines.open(network, Planner.plan(network, rows.count()), SIMD, 1)) {
            var samples = engine.bind(rows);
            var order = IntStream.range(0, rows.count()).toArray();
            var settings = new StepSettings();
            settings.rate = 1e-5;
            engine.stepper().step(samples, order, 0, rows.count(), settings);
            var before = THREADS.getCurrentThreadAllocatedBytes();
            for (var i = 0; i < steps; i++) {
                settings.update++;
                assertThatStepIsFinite(engine.stepper().step(samples, order, 0, rows.count(), settings).isFinite());
            }
            return THREADS.getCurrentThreadAllocatedBytes() - before;
        }
    }

    private static void assertThatStepIsFinite(boolean finite) {
        if (!finite) {
            throw new AssertionError("a network of this test diverged");
        }
    }
}
