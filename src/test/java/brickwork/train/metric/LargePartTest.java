package brickwork.train.metric;

import static org.assertj.core.api.Assertions.assertThat;

import brickwork.Brickwork;
import brickwork.data.Dataset;
import brickwork.engine.Engine;
import brickwork.engine.EngineOptions;
import brickwork.engine.Evaluator;
import brickwork.kernel.KernelChoice;
import brickwork.model.Metric;
import brickwork.plan.Planner;
import brickwork.source.Outcome;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** Evaluating takes the memory of a batch, however large the part is. */
class LargePartTest {

    /** Vectors are boxed until they are compiled, which is not what is measured here. */
    private static final EngineOptions SCALAR = EngineOptions.standard().withKernels(KernelChoice.best().scalarFirst());

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final String CLASSES = """
            data blobs samples %d classes %d
            layer 2 -> 3 tanh -> %d softmax
            loss cross_entropy
            train 1 epochs batch 64
            """;

    private static Dataset dataset(String text) {
        return ((Outcome.Success<Dataset>) Brickwork.standard().compile(text).data()).value();
    }

    private static Engine engine(String text) {
        var network = Brickwork.standard().compile(text).network();
        return SCALAR.open(network, Planner.plan(network, 64));
    }

    @Test
    void takenABatchAtATimeSamplesGiveTheSameBits() {
        var text = CLASSES.formatted(1000, 7, 7);
        var rows = dataset(text).train();
        try (var engine = engine(text)) {
            var bound = new ArrayList<Double>();
            var unbound = new ArrayList<Double>();
            var loss = engine.evaluator().evaluate(engine.bind(rows), keep(bound));
            assertThat(engine.evaluator().evaluate(rows, keep(unbound))).isEqualTo(loss);
            assertThat(unbound).hasSize(7000).isEqualTo(bound);
        }
    }

    private static Evaluator.Outputs keep(ArrayList<Double> into) {
        return (_, count, block) -> {
            for (var i = 0; i < count * 7; i++) {
                into.add(block[i]);
            }
        };
    }

    /** All outputs together would be 1.2 GB, and a matrix of pairs of classes 0.1 GB. */
    @Test
    void outputsOfALargePartAreNeverHeldTogether() {
        var text = CLASSES.formatted(30_000, 5_000, 5_000);
        var rows = dataset(text).train();
        try (var engine = engine(text)) {
            var before = THREADS.getCurrentThreadAllocatedBytes();
            var metrics = Metrics.evaluate(engine, rows);
            assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isLessThan(100L << 20);
            assertThat(metrics.value(Metric.ACCURACY).orElseThrow()).isBetween(0.0, 0.01);
            assertThat(metrics.value(Metric.DATA_LOSS).orElseThrow()).isBetween(8.0, 10.0);
        }
    }
}
