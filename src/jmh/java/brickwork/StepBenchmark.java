package brickwork;

import brickwork.engine.Engine;
import brickwork.engine.Engines;
import brickwork.engine.Initializer;
import brickwork.engine.StepSettings;
import brickwork.kernel.KernelChoice;
import brickwork.plan.Planner;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/**
 * One training step, forward, backward and update, of the articles' networks: the same networks, batches and rates that the peers are timed
 * on. A step copies its batch from the data, as training does; the peers have theirs in place.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class StepBenchmark extends Timed {

    /** Networks of the articles. */
    public enum Workload {
        XOR("layer 2 -> 3 sigmoid -> 2 sigmoid; loss mse; optimizer sgd rate 0.5", 4),
        XOR50("layer 2 -> 50 sigmoid -> 2 sigmoid; loss mse; optimizer sgd rate 0.5", 4),
        MOONS("layer 2 -> 25 relu -> 50 relu -> 50 relu -> 25 relu -> 1 sigmoid; loss bce; optimizer sgd rate 0.01", 900),
        MOONS32("layer 2 -> 25 relu -> 50 relu -> 50 relu -> 25 relu -> 1 sigmoid; loss bce; optimizer sgd rate 0.01", 32),
        DIGITS("layer 784 -> 50 sigmoid -> 10 softmax; loss cross_entropy; optimizer sgd rate 0.1", 100),
        WIDE("layer 784 -> 1024 relu -> 1024 relu -> 10 softmax; loss cross_entropy; optimizer sgd rate 0.1", 256);

        private final String text;
        private final int batch;

        Workload(String text, int batch) {
            this.text = text;
            this.batch = batch;
        }

        /** The spec, but for its precision. */
        public String text() {
            return text;
        }

        /** Samples of a step. */
        public int batch() {
            return batch;
        }
    }

    @Param
    public Workload workload;

    @Param({"f32"})
    public String precision;

    @Param({"simd"})
    public String kernels;

    @Param({"1"})
    public int threads;

    private final StepSettings settings = new StepSettings();
    private Engine engine;
    private Engine.BoundSamples samples;
    private int[] order;

    /** Compiles the network and binds one batch of random samples. */
    @Setup(Level.Trial)
    public void open() {
        var network = Brickwork.standard().compile("precision " + precision + "; " + workload.text).network();
        engine = Engines.open(network, Planner.plan(network, workload.batch), choice(), threads);
        engine.setParameters(Initializer.parameters(network));
        samples = engine.bind(new RandomRows(workload.batch, network.inputs(), network.outputs()));
        order = IntStream.range(0, workload.batch).toArray();
        settings.rate = network.learning().descent().optimizer().rate();
    }

    private KernelChoice choice() {
        return switch (KernelChoice.demand(KernelChoice.Set.valueOf(kernels.toUpperCase(Locale.ROOT)))) {
            case KernelChoice.Granted(var choice) -> choice;
            case KernelChoice.Refused(var reason) -> throw new IllegalStateException(reason);
        };
    }

    /** A whole training step. */
    @Benchmark
    public boolean step() {
        settings.update++;
        return engine.stepper().step(samples, order, 0, workload.batch, settings).isFinite();
    }

    @TearDown
    public void close() {
        engine.close();
    }
}
