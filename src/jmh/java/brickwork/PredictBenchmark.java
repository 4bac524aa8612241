package brickwork;

import brickwork.engine.Engine;
import brickwork.engine.Engines;
import brickwork.kernel.KernelChoice;
import brickwork.plan.Planner;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGeneratorFactory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** One prediction for one row. With {@code -prof gc} the bytes it leaves behind. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PredictBenchmark extends Timed {

    /** Networks of the articles. */
    public enum Shape {
        XOR("layer 2 -> 3 sigmoid -> 2 sigmoid; loss mse"),
        MOONS("layer 2 -> 25 relu -> 50 relu -> 50 relu -> 25 relu -> 1 sigmoid; loss bce"),
        DIGITS("layer 784 -> 50 sigmoid -> 10 softmax; loss cross_entropy");

        private final String text;

        Shape(String text) {
            this.text = text;
        }
    }

    @Param
    public Shape shape;

    @Param({"f32"})
    public String precision;

    @Param({"simd"})
    public String kernels;

    private Engine engine;
    private double[] inputs;
    private double[] outputs;

    /** Compiles the network, with its initial parameters, and draws a row. */
    @Setup(Level.Trial)
    public void open() {
        var network = Brickwork.standard().compile("precision " + precision + "; " + shape.text).network();
        engine = Engines.open(network, Planner.plan(network, 1), choice(), 1);
        inputs = RandomGeneratorFactory.of("L64X128MixRandom").create(1).doubles(network.inputs()).toArray();
        outputs = new double[network.outputs()];
    }

    private KernelChoice choice() {
        return switch (KernelChoice.demand(KernelChoice.Set.valueOf(kernels.toUpperCase(Locale.ROOT)))) {
            case KernelChoice.Granted(var choice) -> choice;
            case KernelChoice.Refused(var reason) -> throw new IllegalStateException(reason);
        };
    }

    /** Outputs for one row. */
    @Benchmark
    public double predict() {
        engine.predictor().predict(inputs, outputs);
        return outputs[0];
    }

    @TearDown
    public void close() {
        engine.close();
    }
}
