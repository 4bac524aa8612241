package brickwork;

import static org.assertj.core.api.Assertions.assertThat;

import brickwork.engine.Cancellation;
import brickwork.train.Ending;
import brickwork.train.TrainingResult;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Eight threads predict with two networks while others train, and are interrupted or cancelled: no bit differs and nothing is left. */
class PredictionUnderLoadTest {

    private static final int PREDICTING = 8;
    private static final int TRAINING = 3;
    private static final int ROWS = 64;
    private static final long MOST_GROWTH = 2 << 20;

    private static final String DIGITS = """
            data digits
            scale minmax
            layer 64 -> 48 relu -> 32 gelu -> 10 softmax
            loss cross_entropy
            optimizer adam rate 0.003
            train 2 epochs batch 64
            """;
    private static final String SMALL = """
            data moons samples 200 noise 0.1
            layer 2 -> 16 tanh dropout 10% -> 1 sigmoid
            loss bce
            train 40 epochs
            """;

    private final List<TrainedNetwork> networks = List.of(train(DIGITS), train("precision f64\n" + DIGITS));
    private final double[][] rows = rows();
    private final List<double[][]> right = networks.stream().map(network -> network.predictAll(rows)).toList();
    private final String fingerprint = train(SMALL).fingerprint();

    private static TrainedNetwork train(String text) {
        return Brickwork.standard().compile(text).train().orThrow();
    }

    private static double[][] rows() {
        var random = new Random(3);
        return Stream.generate(() -> random.doubles(64, 0, 16).toArray()).limit(ROWS).toArray(double[][]::new);
    }

    @Test
    void noBitDiffersInSomeSeconds() throws Exception {
        hold(Duration.ofSeconds(2));
    }

    @Test
    @Tag("slow")
    void noBitDiffersInAMinute() throws Exception {
        hold(Duration.ofMinutes(1));
    }

    private void hold(Duration time) throws Exception {
        load(Duration.ofSeconds(1));
        var before = heap();
        var threads = Thread.getAllStackTraces().keySet();
        var done = load(time);
        var after = heap();
        assertThat(after - before).as("bytes of heap more than before").isLessThan(MOST_GROWTH);
        assertThat(leftBeside(threads)).isEmpty();
        assertThat(done.predictions()).isGreaterThan(1_000);
        assertThat(done.trainings()).isPositive();
        assertThat(done.ended()).isPositive();
        System.out.printf("%d predictions beside %d trainings, %d of them ended early; heap %.1f MB, then %.1f MB%n", done.predictions(),
                done.trainings(), done.ended(), before / 1e6, after / 1e6);
    }

    private record Done(long predictions, long trainings, long ended) {}

    private Done load(Duration time) throws Exception {
        var end = System.nanoTime() + time.toNanos();
        var predictions = new AtomicLong();
        var trainings = new AtomicLong();
        var ended = new AtomicLong();
        try (var pool = Executors.newFixedThreadPool(PREDICTING + TRAINING)) {
            var tasks = new ArrayList<Future<Void>>();
            for (var i = 0; i < PREDICTING; i++) {
                var which = i;
                tasks.add(pool.submit(until(end, predictions, () -> predict(which))));
            }
            for (var i = 0; i < TRAINING; i++) {
                var random = new Random(i);
                tasks.add(pool.submit(until(end, trainings, () -> trainAndEnd(random, ended))));
            }
            for (var task : tasks) {
                task.get();
            }
        }
        return new Done(predictions.get(), trainings.get(), ended.get());
    }

    private static Callable<Void> until(long end, AtomicLong count, Callable<Integer> work) {
        return () -> {
            while (System.nanoTime() < end) {
                count.addAndGet(work.call());
            }
            return null;
        };
    }

    /** In each of the ways there are; gives the number of predictions. */
    private int predict(int thread) {
        var network = networks.get(thread % 2);
        var expected = right.get(thread % 2);
        var output = new double[10];
        switch (thread / 2) {
            case 0 -> {
                for (var row = 0; row < ROWS; row++) {
                    network.predict(rows[row], output);
                    assertSame(output, expected[row]);
                }
            }
            case 1 -> {
                for (var row = 0; row < ROWS; row++) {
                    assertSame(network.predict(rows[row]), expected[row]);
                }
            }
            case 2 -> assertThat(network.predictAll(rows)).isDeepEqualTo(expected);
            default -> {
                try (var own = network.predictor()) {
                    for (var row = 0; row < ROWS; row++) {
                        own.predict(rows[row], output);
                        assertSame(output, expected[row]);
                    }
                }
            }
        }
        return ROWS;
    }

    private static void assertSame(double[] output, double[] expected) {
        if (!Arrays.equals(output, expected)) {
            assertThat(output).isEqualTo(expected);
        }
    }

    /** A training that comes to its end, is cancelled, or is interrupted by its thread's owner. */
    private int trainAndEnd(Random random, AtomicLong ended) throws InterruptedException {
        var token = Cancellation.onRequest();
        var spec = Brickwork.standard().withThreads(1 + random.nextInt(2)).withCancellation(token).compile(SMALL);
        var result = new TrainingResult[1];
        var thread = Thread.ofPlatform().start(() -> result[0] = spec.train().result());
        if (random.nextInt(3) > 0) {
            Thread.sleep(random.nextInt(15));
            if (random.nextBoolean()) {
                thread.interrupt();
            } else {
                token.cancel();
            }
        }
        thread.join();
        switch (((TrainingResult.Finished) result[0]).ending()) {
            case Ending.Cancelled _ -> ended.incrementAndGet();
            case Ending.AllEpochs _, Ending.Stopped _, Ending.TimeOver _ ->
                    assertThat(result[0].report().fingerprint()).isEqualTo(fingerprint);
        }
        return 1;
    }

    /** The threads that live still ten seconds after the work; one that has ended counts for a moment more as alive. */
    private static List<Thread> leftBeside(Set<Thread> before) throws InterruptedException {
        var left = new ArrayList<Thread>();
        for (var attempt = 0; attempt < 1_000; attempt++) {
            left.clear();
            left.addAll(Thread.getAllStackTraces().keySet());
            left.removeAll(before);
            if (left.isEmpty()) {
                break;
            }
            Thread.sleep(10);
        }
        return left;
    }

    private static long heap() {
        var memory = ManagementFactory.getMemoryMXBean();
        for (var i = 0; i < 3; i++) {
            memory.gc();
        }
        return memory.getHeapMemoryUsage().getUsed();
    }
}
