package brickwork.engine;

import static org.assertj.core.api.Assertions.assertThat;

import brickwork.HostExamples;
import brickwork.kernel.KernelChoice;
import brickwork.model.Activation;
import brickwork.model.Bias;
import brickwork.model.Clip;
import brickwork.model.LossTerm;
import brickwork.model.Optimizer;
import brickwork.model.Penalty;
import brickwork.model.Precision;
import brickwork.model.Specification;
import brickwork.plan.Planner;
import brickwork.source.Origin;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Neither a training step nor a prediction makes garbage. */
@Tag("fresh-jvm")
class AllocationTest {

    private static final int STEPS = 10_000;
    private static final int ROUNDS = 40;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    static Stream<Specification> networks() {
        var xor = NetworkBuilder.of(2).precision(Precision.F32).layer(3, new Activation.Sigmoid()).layer(2, new Activation.Sigmoid())
                .loss(1, new LossTerm.MeanSquaredError()).network();
        var rich = NetworkBuilder.of(2).layer(9, new Activation.Gelu(), Bias.zeros(), false, 0.5).layer(5, new Activation.Relu())
                .layer(2, new Activation.Softmax()).loss(1, new LossTerm.CrossEntropy()).loss(1, new LossTerm.MeanSquaredError())
                .l1(0.001).l2(0.001).clip(new Clip.Norm(0.1)).rule(new Optimizer.Adam(0.9, 0.999, 1e-8, 0.01, true)).network();
        var ofHost = NetworkBuilder.of(2).layer(9, new Activation.Host("swish", OptionalDouble.empty(), HostExamples.swish(2)))
                .layer(2, new Activation.Host("logistic", OptionalDouble.empty(), HostExamples.LOGISTIC))
                .loss(1, new LossTerm.Host("cosine_distance", OptionalDouble.empty(), new HostExamples.CosineDistance()))
                .penalty(new Penalty.Host("group", 0.01, new HostExamples.Group(), Origin.NONE)).network();
        return Stream.of(xor, rich, rich.withPrecision(Precision.F32), ofHost, ofHost.withPrecision(Precision.F32));
    }

    static Stream<Arguments> networksWithEachKernelSet() {
        return networks().flatMap(network -> Stream.of(KernelChoice.Set.values()).map(set -> Arguments.of(network, set)));
    }

    @ParameterizedTest
    @MethodSource("networksWithEachKernelSet")
    void stepsAndPredictionsAllocateNothing(Specification network, KernelChoice.Set set) {
        var choice = ((KernelChoice.Granted) KernelChoice.demand(set)).choice();
        try (var engine = Engines.open(network, Planner.plan(network, 4), choice, 1)) {
            var rows = engine.bind(DrawnRows.of(1, 11, 2, 2, true));
            var order = IntStream.range(0, 11).toArray();
            var settings = new StepSettings();
            settings.rate = 0.01;
            settings.countsCorrect = true;
            var input = new double[2];
            var output = new double[2];
            Runnable work = () -> {
                for (var i = 0; i < STEPS; i++) {
                    var result = engine.stepper().step(rows, order, i % 3 * 4, i % 3 == 2 ? 3 : 4, settings);
                    settings.update++;
                    input[0] = result.correct() + result.dataLoss() + result.gradientNorm();
                    engine.predictor().predict(input, output);
                }
            };
            assertThat(leastAllocated(work)).isZero();
        }
    }

    /** What is compiled last counts: rounds go on until one is quiet, or until the compiler of the JVM has had time enough. */
    private static long leastAllocated(Runnable work) {
        var least = Long.MAX_VALUE;
        for (var round = 0; round < ROUNDS && least > 0; round++) {
            var before = THREADS.getCurrentThreadAllocatedBytes();
            work.run();
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }

    @Test
    void theMeterItselfSeesOneObject() {
        var kept = new Object[1];
        assertThat(leastAllocated(() -> kept[0] = new long[4])).isPositive();
    }
}
