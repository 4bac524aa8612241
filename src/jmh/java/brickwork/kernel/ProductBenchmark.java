package brickwork.kernel;

import brickwork.Timed;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Matrix products in f32 on one core, beside the most that the machine can do. The counter {@code flop} is floating-point operations a
 * nanosecond, that is GFLOP/s; a multiply-add counts as two.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ProductBenchmark extends Timed {

    private enum Kind {
        SQUARE,
        FORWARD,
        WEIGHT_GRADIENT,
        WEIGHT_GRADIENT_IN_LANES,
        INPUT_GRADIENT
    }

    /**
     * The square that libraries are compared by, and the products of {@link brickwork.StepBenchmark}'s layers where the engine has them.
     */
    public enum Product {
        SQUARE_960(Kind.SQUARE, 960, 960, 960, false),
        WIDE_1_FORWARD(Kind.FORWARD, 1024, 784, 256, true),
        WIDE_2_FORWARD(Kind.FORWARD, 1024, 1024, 256, false),
        WIDE_3_FORWARD(Kind.FORWARD, 10, 1024, 256, false),
        WIDE_3_WEIGHT(Kind.WEIGHT_GRADIENT, 10, 1024, 256, false),
        WIDE_3_INPUT(Kind.INPUT_GRADIENT, 10, 1024, 256, false),
        WIDE_2_WEIGHT(Kind.WEIGHT_GRADIENT, 1024, 1024, 256, false),
        WIDE_2_INPUT(Kind.INPUT_GRADIENT, 1024, 1024, 256, false),
        WIDE_1_WEIGHT(Kind.WEIGHT_GRADIENT, 1024, 784, 256, true),
        DIGITS_1_FORWARD(Kind.FORWARD, 50, 784, 100, true),
        DIGITS_2_FORWARD(Kind.FORWARD, 10, 50, 100, false),
        DIGITS_2_WEIGHT(Kind.WEIGHT_GRADIENT, 10, 50, 100, false),
        DIGITS_2_INPUT(Kind.INPUT_GRADIENT, 10, 50, 100, false),
        DIGITS_1_WEIGHT(Kind.WEIGHT_GRADIENT, 50, 784, 100, true),
        MOONS_1_FORWARD(Kind.FORWARD, 25, 2, 900, false),
        MOONS_2_FORWARD(Kind.FORWARD, 50, 25, 900, false),
        MOONS_3_FORWARD(Kind.FORWARD, 50, 50, 900, false),
        MOONS_4_FORWARD(Kind.FORWARD, 25, 50, 900, false),
        MOONS_5_FORWARD(Kind.FORWARD, 1, 25, 900, false),
        MOONS_5_WEIGHT(Kind.WEIGHT_GRADIENT_IN_LANES, 1, 25, 900, false),
        MOONS_5_INPUT(Kind.INPUT_GRADIENT, 1, 25, 900, false),
        MOONS_4_WEIGHT(Kind.WEIGHT_GRADIENT_IN_LANES, 25, 50, 900, false),
        MOONS_4_INPUT(Kind.INPUT_GRADIENT, 25, 50, 900, false),
        MOONS_3_WEIGHT(Kind.WEIGHT_GRADIENT_IN_LANES, 50, 50, 900, false),
        MOONS_3_INPUT(Kind.INPUT_GRADIENT, 50, 50, 900, false),
        MOONS_2_WEIGHT(Kind.WEIGHT_GRADIENT_IN_LANES, 50, 25, 900, false),
        MOONS_2_INPUT(Kind.INPUT_GRADIENT, 50, 25, 900, false),
        MOONS_1_WEIGHT(Kind.WEIGHT_GRADIENT_IN_LANES, 25, 2, 900, false),
        MOONS32_3_FORWARD(Kind.FORWARD, 50, 50, 32, false),
        MOONS32_4_FORWARD(Kind.FORWARD, 25, 50, 32, false),
        MOONS32_4_WEIGHT(Kind.WEIGHT_GRADIENT, 25, 50, 32, false),
        MOONS32_3_WEIGHT(Kind.WEIGHT_GRADIENT, 50, 50, 32, false),
        MOONS32_3_INPUT(Kind.INPUT_GRADIENT, 50, 50, 32, false),
        MOONS32_2_INPUT(Kind.INPUT_GRADIENT, 50, 25, 32, false);

        private final Kind kind;
        private final int out;
        private final int in;
        private final int batch;
        private final boolean sampleMajor;

        Product(Kind kind, int out, int in, int batch, boolean sampleMajor) {
            this.kind = kind;
            this.out = out;
            this.in = in;
            this.batch = batch;
            this.sampleMajor = sampleMajor;
        }
    }

    /** The factors of one product. */
    @State(Scope.Thread)
    public static class Factors {

        @Param
        public Product product;

        @Param({"simd"})
        public String kernels;

        private Kernels32 set;
        private Matrix32 a;
        private Matrix32 b;
        private Matrix32 c;
        private float[] start;
        private int m;
        private int n;
        private int k;

        /**
         * Lays out the factors as a plan does: weights by units, layers by units or by samples, samples padded to whole virtual vectors.
         */
        @Setup(Level.Trial)
        public void open() {
            set = switch (KernelChoice.demand(KernelChoice.Set.valueOf(kernels.toUpperCase(Locale.ROOT)))) {
                case KernelChoice.Granted(var choice) -> choice.kernels32();
                case KernelChoice.Refused(var reason) -> throw new IllegalStateException(reason);
            };
            var stride = Lanes32.roundUp(product.batch);
            var weights = matrix(product.out, product.in);
            var above = matrix(product.out, stride);
            var below = product.sampleMajor ? matrix(stride, product.in).transposed() : matrix(product.in, stride);
            switch (product.kind) {
                case SQUARE -> use(weights, below, above, product.out, product.batch, product.in);
                case FORWARD -> {
                    start = values(product.out);
                    use(weights, below, above, product.out, set.columns(product.batch), product.in);
                }
                case WEIGHT_GRADIENT, WEIGHT_GRADIENT_IN_LANES ->
                        use(above, below.transposed(), weights, product.out, product.in, product.batch);
                case INPUT_GRADIENT -> use(weights.transposed(), above, below, product.in, set.columns(product.batch), product.out);
            }
        }

        private void use(Matrix32 newA, Matrix32 newB, Matrix32 newC, int rows, int columns, int terms) {
            a = newA;
            b = newB;
            c = newC;
            m = rows;
            n = columns;
            k = terms;
        }

        private static Matrix32 matrix(int rows, int columns) {
            return Matrix32.ofRows(values(rows * columns), 0, columns);
        }

        private static float[] values(int length) {
            RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
            var values = new float[length];
            for (var i = 0; i < length; i++) {
                values[i] = (float) random.nextGaussian();
            }
            return values;
        }
    }

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int TURNS = 1000;
    private static final int CHAINS = 12;

    private final float[] numbers = {1, 0.5f};

    /** One product, padding included as the engine has it; the counter counts the samples of the batch only. */
    @Benchmark
    public float[] product(Factors f, Work work) {
        if (f.product.kind == Kind.WEIGHT_GRADIENT_IN_LANES) {
            f.set.productInLanes(f.a, f.b, f.c, f.m, f.n, f.k);
        } else {
            f.set.product(f.a, f.b, f.start, 0, f.c, f.m, f.n, f.k);
        }
        work.flop += 2L * f.product.out * f.product.in * f.product.batch;
        return f.c.values();
    }

    /** Independent chains of fma in registers, enough of them to hide the latency: the peak of this machine. */
    @Benchmark
    public float peak(Work work) {
        var x = FloatVector.broadcast(SPECIES, numbers[0]);
        var y = FloatVector.broadcast(SPECIES, numbers[1]);
        var a = x;
        var b = y;
        var c = x.add(y);
        var d = x.sub(y);
        var e = x.add(c);
        var f = x.sub(c);
        var g = y.add(c);
        var h = y.sub(c);
        var i = d.add(e);
        var j = d.sub(e);
        var k = e.add(f);
        var l = e.sub(f);
        for (var turn = 0; turn < TURNS; turn++) {
            a = a.fma(y, x);
            b = b.fma(y, x);
            c = c.fma(y, x);
            d = d.fma(y, x);
            e = e.fma(y, x);
            f = f.fma(y, x);
            g = g.fma(y, x);
            h = h.fma(y, x);
            i = i.fma(y, x);
            j = j.fma(y, x);
            k = k.fma(y, x);
            l = l.fma(y, x);
        }
        work.flop += 2L * TURNS * CHAINS * SPECIES.length();
        return a.add(b).add(c).add(d).add(e).add(f).add(g).add(h).add(i).add(j).add(k).add(l).lane(0);
    }
}
