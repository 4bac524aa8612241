package brickwork;

import brickwork.data.SampleRows;
import brickwork.engine.Engine;
import brickwork.engine.Engines;
import brickwork.engine.StepSettings;
import brickwork.kernel.KernelChoice;
import brickwork.plan.Planner;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How the cost of a training step grows with width, depth and batch: layers of {@code width} relu units on as many inputs, mean squared
 * error, plain gradient descent. The counter {@code flop} is floating-point operations of its products, by which steps of all sizes can be
 * compared with the peak that {@code ProductBenchmark.peak} finds; a multiply-add counts as two. Both are by the second.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = {"--add-modules=jdk.incubator.vector", "-XX:+UseSerialGC"})
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 3, time = 1)
public class GrowthBenchmark extends Timed {

    /** Width, depth and batch: one of them grows at a time. */
    @Param({"16x4x64", "64x4x64", "256x4x64", "1024x4x64", "4096x4x64",
            "256x1x64", "256x2x64", "256x8x64", "256x16x64", "256x32x64", "256x64x64",
            "256x4x1", "256x4x4", "256x4x16", "256x4x256", "256x4x1024", "256x4x4096"})
    public String size;

    @Param({"f32"})
    public String precision;

    @Param({"1"})
    public int threads;

    private final StepSettings settings = new StepSettings();
    private Engine engine;
    private Engine.BoundSamples samples;
    private int[] order;
    private long flop;

    /** Plans the network and binds one batch of random samples. */
    @Setup(Level.Trial)
    public void open() {
        var numbers = size.split("x");
        var width = Integer.parseInt(numbers[0]);
        var batch = Integer.parseInt(numbers[2]);
        var layers = ("layer " + width + " -> " + width + " relu; ").repeat(Integer.parseInt(numbers[1]));
        var network = Brickwork.standard().compile("precision " + precision + "; " + layers + "loss mse; optimizer sgd rate 1e-6")
                .network();
        engine = Engines.open(network, Planner.plan(network, batch), simd(), threads);
        samples = engine.bind(new Noise(batch, width, RandomGeneratorFactory.of("L64X128MixRandom").create(1).doubles((long) batch * width)
                .toArray()));
        flop = 2 * engine.plan().multiplyAdds();
        order = IntStream.range(0, batch).toArray();
        settings.rate = network.learning().descent().optimizer().rate();
    }

    private static KernelChoice simd() {
        return switch (KernelChoice.demand(KernelChoice.Set.SIMD)) {
            case KernelChoice.Granted(var choice) -> choice;
            case KernelChoice.Refused(var reason) -> throw new IllegalStateException(reason);
        };
    }

    /** A whole training step. */
    @Benchmark
    public boolean step(Work work) {
        settings.update++;
        work.flop += flop;
        return engine.stepper().step(samples, order, 0, order.length, settings).isFinite();
    }

    @TearDown
    public void close() {
        engine.close();
    }

    /** Targets are the inputs. */
    private record Noise(int count, int inputs, double[] values) implements SampleRows {

        @Override
        public int targets() {
            return inputs;
        }

        @Override
        public void input(int row, double[] into, int at) {
            System.arraycopy(values, row * inputs, into, at, inputs);
        }

        @Override
        public void target(int row, double[] into, int at) {
            input(row, into, at);
        }
    }
}
