package brickwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brickwork.kernel.KernelChoice;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A trained network answers any thread, by any of its ways, with the same bits. */
class TrainedNetworkTest {

    private static final int ROWS = 3000;
    private static final String SPEC = """
            data blobs samples 60 classes 4 features 6
            scale standard
            layer 6 -> 40 tanh norm -> 20 gelu -> 4 softmax
            loss cross_entropy
            train 2 epochs
            """;
    private static TrainedNetwork network;
    private static double[][] rows;
    private static double[][] expected;

    @BeforeAll
    static void train() {
        network = Brickwork.standard().withThreads(3).compile(SPEC).train().orThrow();
        var random = new Random(7);
        rows = IntStream.range(0, ROWS).mapToObj(_ -> random.doubles(6, -3, 3).toArray()).toArray(double[][]::new);
        expected = new double[ROWS][4];
        try (var predictor = network.predictor()) {
            for (var row = 0; row < ROWS; row++) {
                predictor.predict(rows[row], expected[row]);
            }
        }
    }

    private static double[] flat(double[][] numbers) {
        return IntStream.range(0, numbers.length * numbers[0].length)
                .mapToDouble(i -> numbers[i / numbers[0].length][i % numbers[0].length])
                .toArray();
    }

    @Test
    void everyWayToPredictGivesTheSameBits() {
        var outputs = new double[ROWS * 4];
        network.predictAll(flat(rows), outputs);
        assertThat(outputs).isEqualTo(flat(expected));
        assertThat(network.predictAll(rows)).isDeepEqualTo(expected);
        for (var row = 0; row < 100; row++) {
            assertThat(network.predict(rows[row])).isEqualTo(expected[row]);
        }
    }

    @Test
    void floatsAreTakenAsTheNumbersTheyAre() {
        var inputs = new float[ROWS * 6];
        var widened = new double[ROWS * 6];
        for (var i = 0; i < inputs.length; i++) {
            inputs[i] = (float) rows[i / 6][i % 6];
            widened[i] = inputs[i];
        }
        var outputs = new float[ROWS * 4];
        var wide = new double[ROWS * 4];
        network.predictAll(inputs, outputs);
        network.predictAll(widened, wide);
        for (var i = 0; i < wide.length; i++) {
            assertThat((double) outputs[i]).isEqualTo(wide[i]);
        }
    }

    @Test
    void eightThreadsDisturbNoBitOfOneAnother() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            var answers = new ArrayList<java.util.concurrent.Future<double[][]>>();
            for (var i = 0; i < 8; i++) {
                answers.add(threads.submit(() -> {
                    var outputs = new double[ROWS][4];
                    for (var row = 0; row < ROWS; row++) {
                        network.predict(rows[row], outputs[row]);
                    }
                    return outputs;
                }));
            }
            for (var answer : answers) {
                assertThat(answer.get()).isDeepEqualTo(expected);
            }
        }
    }

    /** What vectors may leave behind is told in {@code AllocationTest}; here it is what comes before them. */
    @Test
    void oneRowIsPredictedWithoutGarbage() {
        var scalar = Brickwork.standard().withKernels(KernelChoice.best().scalarFirst()).compile(SPEC).train().orThrow();
        var bean = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var outputs = new double[4];
        var least = Long.MAX_VALUE;
        for (var round = 0; round < 60 && least > 0; round++) {
            var before = bean.getCurrentThreadAllocatedBytes();
            for (var row = 0; row < ROWS; row++) {
                scalar.predict(rows[row], outputs);
            }
            least = Math.min(least, bean.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(least).isZero();
    }

    @Test
    void whatIsNoNumberIsRefusedByItsPlace() {
        assertThatThrownBy(() -> network.predict(0, 0, Double.NaN, 0, 0, 0)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("input 3 of row 1 is NaN");
        var inputs = flat(rows);
        inputs[6 * 17 + 1] = Double.POSITIVE_INFINITY;
        assertThatThrownBy(() -> network.predictAll(inputs, new double[ROWS * 4])).hasMessageContaining("input 2 of row 18 is Infinity");
        assertThatThrownBy(() -> network.classOf(new double[] {0, Double.NaN, 0, 1})).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> network.classOf(new double[3])).hasMessageContaining("4 numbers");
        assertThat(network.predict(rows[5])).isEqualTo(expected[5]);
    }

    @Test
    void arraysOfOtherWidthsAreRefused() {
        assertThatThrownBy(() -> network.predict(1, 2)).hasMessageContaining("6 inputs").hasMessageContaining("got arrays of 2");
        assertThatThrownBy(() -> network.predictAll(new double[13], new double[8])).hasMessageContaining("got arrays of 13 and 8");
        assertThatThrownBy(() -> network.predictAll(new double[][] {rows[0], {1}})).hasMessageContaining("row 2");
    }

    @Test
    void whatIsHandedOutIsACopy() {
        network.parameters().tensors().getFirst().values()[0] = 1e9;
        assertThat(network.predict(rows[0])).isEqualTo(expected[0]);
    }

    @Test
    void aClosedPredictorSaysSo() {
        var predictor = network.predictor();
        predictor.close();
        assertThatThrownBy(() -> predictor.predict(rows[0], new double[4])).isInstanceOf(IllegalStateException.class);
    }
}
