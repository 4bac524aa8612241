package brickwork.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import brickwork.model.Activation;
import brickwork.model.LossTerm;
import brickwork.model.Optimizer;
import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.function.ToDoubleFunction; // stays double
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A set of kernels against the scalar definition, bit for bit: sizes around the lane counts, offsets, transposed factors, numbers of all
 * kinds. Whole arrays are compared, so a write beyond the range is found too.
 */
public abstract class KernelAgreement64Test {

    private static final int[] SIZES = {1, 2, 3, 4, 5, 7, 8, 9, 11, 12, 13, 15, 16, 17, 24, 25, 31, 32, 33, 47, 48, 49, 50, 64, 65, 100};
    private static final int[] FEW = {1, 2, 3, 8, 12, 13, 16, 17, 25, 33, 49};
    private static final int AT = 3;

    private final Kernels64 definition = new ScalarKernels64();

    /** A new set of the kernels under test. */
    protected abstract Kernels64 kernels();

    static Stream<Activation> activations() {
        return Stream.of(new Activation.Linear(), new Activation.Sigmoid(), new Activation.Tanh(), new Activation.Relu(),
                new Activation.LeakyRelu(0.01), new Activation.LeakyRelu(-0.5), new Activation.LeakyRelu(0), new Activation.Elu(1),
                new Activation.Elu(-0.3), new Activation.Selu(), new Activation.Gelu(), new Activation.Silu(), new Activation.Mish(),
                new Activation.Softplus(),
                new Activation.Softmax());
    }

    static Stream<LossTerm.Kind> kinds() {
        return Stream.of(new LossTerm.MeanSquaredError(), new LossTerm.SumSquaredError(), new LossTerm.MeanAbsoluteError(),
                new LossTerm.Huber(0.7), new LossTerm.BinaryCrossEntropy(), new LossTerm.CrossEntropy());
    }

    @Test
    void columnsAreEnoughAndNoMoreThanTheRoundUp() {
        for (var n = 1; n < 100; n++) {
            assertThat(kernels().columns(n)).isBetween(n, Lanes64.roundUp(n));
        }
    }

    @Test
    void products() {
        for (var m : FEW) {
            for (var n : FEW) {
                for (var k : new int[] {1, 2, 3, 16, 33, 100}) {
                    for (var way = 0; way < 8; way++) {
                        product(m, n, k, (way & 1) != 0, (way & 2) != 0, (way & 4) != 0);
                    }
                }
            }
        }
    }

    @Test
    void largeProducts() {
        for (var way = 0; way < 8; way++) {
            product(70, 70, 1100, (way & 1) != 0, (way & 2) != 0, (way & 4) != 0);
            product(130, 530, 65, (way & 1) != 0, (way & 2) != 0, (way & 4) != 0);
            product(530, 1, 300, (way & 1) != 0, (way & 2) != 0, (way & 4) != 0);
            product(1, 530, 300, (way & 1) != 0, (way & 2) != 0, (way & 4) != 0);
        }
    }

    private void product(int m, int n, int k, boolean turnA, boolean turnB, boolean started) {
        var a = matrix(turnA ? k : m, turnA ? m : k, 1);
        var b = matrix(turnB ? n : k, turnB ? k : n, 2);
        var start = started ? Numbers64.mixed(m + AT, 3) : null;
        agree(m * (n + 2) + AT, 4, (set, c) -> set.product(turnA ? a.transposed() : a, turnB ? b.transposed() : b, start, AT,
                Matrix64.ofRows(c, AT, n + 2), m, n, k));
    }

    @Test
    void productsInLanes() {
        for (var m : new int[] {1, 2, 3, 4, 5, 6, 9, 10, 11, 25}) {
            for (var n : new int[] {1, 2, 3, 4, 5, 6, 9, 10, 11, 25, 33}) {
                for (var k : new int[] {1, 2, 7, 8, 9, 15, 16, 17, 33, 100, 133}) {
                    var a = matrix(m, k, 1);
                    var b = matrix(n, k, 2).transposed();
                    agree(m * (n + 2) + AT, 4, (set, c) -> set.productInLanes(a, b, Matrix64.ofRows(c, AT, n + 2), m, n, k));
                }
            }
        }
    }

    private static Matrix64 matrix(int rows, int columns, int seed) {
        return Matrix64.ofRows(Numbers64.mixed(AT + rows * (columns + 1), seed), AT, columns + 1);
    }

    @Test
    void sums() {
        for (var size : SIZES) {
            var x = matrix(5, size, 1);
            agree(AT + 7, 2, (set, sums) -> set.rowSums(x, 5, size, sums, AT));
            agreeOn(set -> set.sumOfSquares(x.values(), AT, size));
            agreeOn(set -> set.sumOfMagnitudes(x.values(), AT, size));
        }
        agreeOn(set -> set.sumOfSquares(Numbers64.mixed(5000, 1), 1, 4096));
        agreeOn(set -> set.sumOfMagnitudes(Numbers64.mixed(5000, 1), 1, 4097));
    }

    @Test
    void elementByElement() {
        for (var size : SIZES) {
            var x = Numbers64.all(size + 9, 1);
            agree(size + 9, 2, (set, y) -> set.addScaled(x, 5, x[0], y, AT, size));
            agree(size + 9, 2, (set, y) -> set.addSigns(x, 5, Rounding64.of(0.1), y, AT, size));
            agree(size + 9, 2, (set, y) -> set.scale(y, AT, size, Rounding64.of(0.1)));
            agree(size + 9, 2, (set, y) -> set.clamp(y, AT, size, Rounding64.of(0.5)));
            agree(size + 9, 2, (set, y) -> set.multiply(y, x, y, AT, size));
            agree(size + 9, 2, (set, y) -> set.multiply(x, x, y, AT, size));
        }
    }

    @Test
    void dropoutMasks() {
        for (var columns : SIZES) {
            var stride = columns + 3;
            for (var threshold : new long[] {0, 1L << 31, 3_000_000_000L, 1L << 32}) {
                agree(7 * stride, 1, (set, mask) -> set.dropoutMask(0x1234_5678_9ABC_DEF0L, 0x7_8000_0001L, threshold,
                        Rounding64.of(1.25), mask, 7, columns, stride));
            }
        }
    }

    static Stream<Arguments> updates() {
        return Stream.of(arguments(new Optimizer.Sgd(0, false), new double[] {Rounding64.of(0.1)}),
                arguments(new Optimizer.Sgd(0.9, false), new double[] {Rounding64.of(0.1)}),
                arguments(new Optimizer.Sgd(0.9, true), new double[] {Rounding64.of(0.1)}),
                arguments(new Optimizer.Adam(0.9, 0.99, 1e-8, 0.1, true), new double[] {Rounding64.of(0.9), Rounding64.of(0.1), 3}),
                arguments(new Optimizer.RmsProp(0.9, 1e-8), new double[] {Rounding64.of(0.1)}),
                arguments(new Optimizer.AdaGrad(1e-10), new double[] {Rounding64.of(0.1)}),
                arguments(new Optimizer.Rprop(0.5, 1.2, 1e-6, 50), new double[] {Rounding64.of(0.1)}),
                arguments(new Optimizer.Rprop(0.5, 1.2, 1e-6, 50), new double[] {0}));
    }

    @ParameterizedTest
    @MethodSource("updates")
    void updates(Optimizer.Rule rule, double[] numbers) {
        for (var size : SIZES) {
            var n = size + 6;
            var g = Numbers64.all(n, 1);
            agree(3 * n, 2, (set, x) -> update(set, rule, x, g, size, numbers));
        }
    }

    /** Thirds of {@code x} are w, a state of any sign and one that is not negative, as a sum of squares. */
    private static void update(Kernels64 set, Optimizer.Rule rule, double[] x, double[] g, int size, double[] numbers) {
        var n = g.length;
        var w = Arrays.copyOf(x, n);
        var m = Arrays.copyOfRange(x, n, 2 * n);
        var v = new double[n];
        for (var i = 0; i < n; i++) {
            v[i] = Math.abs(x[2 * n + i]);
        }
        var state = switch (rule) {
            case Optimizer.Sgd _ -> new double[][] {m};
            case Optimizer.Adam _, Optimizer.Rprop _ -> new double[][] {m, v};
            case Optimizer.RmsProp _, Optimizer.AdaGrad _ -> new double[][] {v};
        };
        set.update(rule).update(w, g, state, AT, size, numbers);
        System.arraycopy(w, 0, x, 0, n);
        System.arraycopy(m, 0, x, n, n);
        System.arraycopy(v, 0, x, 2 * n, n);
    }

    @ParameterizedTest
    @MethodSource("activations")
    void activationsForwardAndBackward(Activation activation) {
        for (var columns : SIZES) {
            for (var stride : new int[] {columns, columns + 5}) {
                var units = 5;
                var z = Numbers64.all(AT + units * stride, 1);
                var a = z.clone();
                definition.activation(activation).forward(z, a, AT, units, columns, stride);
                agree(z.length, 2, (set, out) -> set.activation(activation).forward(z, out, AT, units, columns, stride));
                agree(z.length, 1, (set, both) -> set.activation(activation).forward(both, both, AT, units, columns, stride));
                agree(z.length, 3, (set, delta) -> set.activation(activation).backward(z, a, delta, AT, units, columns, stride));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 17})
    void losses(int units) {
        kinds().forEach(kind -> {
            for (var columns : SIZES) {
                var stride = columns + 5;
                var z = Numbers64.ordinary(units * stride, 1);
                var a = Numbers64.ordinary(units * stride, 2);
                var y = Numbers64.ordinary(units * stride, 3);
                agreeOn(set -> set.loss(kind).value(z, a, y, units, 0, columns, stride));
                agreeOn(set -> set.loss(kind).value(z, a, y, units, Math.min(2, columns - 1), columns, stride));
                for (var add : new boolean[] {false, true}) {
                    agree(units * stride, 4, (set, delta) -> set.loss(kind).gradient(z, a, y, delta, units, columns, stride,
                            Rounding64.of(0.3), add));
                }
            }
        });
    }

    /** Runs both sets on equal arrays and compares the whole arrays. */
    private void agree(int length, int seed, BiConsumer<Kernels64, double[]> run) {
        var expected = Numbers64.mixed(length, seed);
        var actual = expected.clone();
        run.accept(definition, expected);
        run.accept(kernels(), actual);
        for (var i = 0; i < length; i++) {
            if (Double.compare(actual[i], expected[i]) != 0) {
                assertThat(actual[i]).as("element %d of %d", i, length).isEqualTo(expected[i]);
            }
        }
    }

    private void agreeOn(ToDoubleFunction<Kernels64> sum) { // stays double
        assertThat(sum.applyAsDouble(kernels())).isEqualTo(sum.applyAsDouble(definition)); // stays double
    }
}
