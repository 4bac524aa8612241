package brickwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brickwork.engine.Cancellation;
import brickwork.engine.CancelledException;
import brickwork.engine.Evaluator;
import brickwork.engine.EngineFactory;
import brickwork.source.Outcome;
import brickwork.store.RunFolder;
import brickwork.train.Ending;
import brickwork.train.Observer;
import brickwork.train.TrainingResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is computed ends when a host wants it ended, at the next step, and nothing is lost. */
@Timeout(60)
class CancellationTest {

    private static final String LONG = """
            data moons samples 3000 noise 0.2
            split test 10%
            layer 2 -> 300 relu -> 300 relu -> 1 sigmoid
            loss bce
            train 100000 epochs batch 20
            """;

    /** Seven steps an epoch, two of them, a schedule and stop rules that look at every epoch. */
    private static final String SHORT = """
            data moons samples 40 noise 0.2
            split test 10% validation 10%
            layer 2 -> 5 tanh norm dropout 0.2 -> 1 sigmoid
            loss bce + l2 0.01
            optimizer adam rate 0.05 plateau 0.5 after 1 epoch
            train 3 epochs batch 5
            stop when loss stalls 2 epochs keep best
            checkpoint every 2 epochs
            """;

    private static final String ENDLESS_SEEDS = LONG + "expect accuracy >= 0 for every seed in 1 .. 100000";

    @Test
    void aTrainingEndsWithinAnEpochWhenItIsAskedTo() throws Exception {
        var cancellation = Cancellation.onRequest();
        var spec = Brickwork.standard().withCancellation(cancellation).compile(LONG);
        var other = Thread.ofPlatform().start(() -> {
            pause();
            cancellation.cancel();
        });

        var finished = (TrainingResult.Finished) spec.train().result();
        other.join();

        assertThat(finished.ending()).isEqualTo(new Ending.Cancelled(Cancellation.Reason.REQUESTED));
        assertThat(finished.report().steps()).isPositive();
        assertThat(finished.report().metrics()).isEmpty();
        assertThatThrownBy(() -> finished.report().loss()).isInstanceOf(IllegalStateException.class).hasMessageContaining("cancelled");
    }

    private static void pause() {
        try {
            Thread.sleep(300);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void anInterruptedTrainingEndsAsCancelledAndItsThreadStaysInterrupted() throws Exception {
        var spec = Brickwork.standard().compile(LONG);
        var ending = new Ending[1];
        var interrupted = new boolean[1];
        var thread = Thread.ofPlatform().start(() -> {
            ending[0] = ((TrainingResult.Finished) spec.train().result()).ending();
            interrupted[0] = Thread.currentThread().isInterrupted();
        });
        pause();
        thread.interrupt();
        thread.join();

        assertThat(ending[0]).isEqualTo(new Ending.Cancelled(Cancellation.Reason.INTERRUPTED));
        assertThat(interrupted[0]).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 3, 6, 7, 8, 13, 14, 20, 21})
    void goesOnFromAnyStepToTheResultOfAnUndisturbedTraining(long steps, @TempDir Path folder) throws Exception {
        var undisturbed = train(Brickwork.standard(), folder.resolve("undisturbed"));
        var run = folder.resolve("run");
        var first = train(Brickwork.standard().withCancellation(Cancellation.afterSteps(steps)), run);
        assertThat(first.report().steps()).isEqualTo(Math.min(steps, undisturbed.report().steps()));

        var second = train(Brickwork.standard(), run);

        assertThat(second.report().fingerprint()).isEqualTo(undisturbed.report().fingerprint());
        assertThat(second.report().history()).isEqualTo(undisturbed.report().history());
        assertThat(second.report().metrics()).isEqualTo(undisturbed.report().metrics());
        assertThat(second.ending()).isEqualTo(undisturbed.ending());
    }

    /** Evaluations are those of the watched part after each epoch, then the report's. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void goesOnFromAnyEvaluationToTheResultOfAnUndisturbedTraining(int evaluation, @TempDir Path folder) throws Exception {
        var undisturbed = train(Brickwork.standard(), folder.resolve("undisturbed"));
        var run = folder.resolve("run");
        var cancellation = Cancellation.onRequest();
        var counted = new AtomicInteger();
        EngineFactory counting = (network, plan, kernels, threads) -> {
            var engine = EngineFactory.STANDARD.open(network, plan, kernels, threads);
            return engine.withEvaluator(new Evaluator() {
                @Override
                public double evaluate(brickwork.engine.Engine.BoundSamples samples, Outputs outputs) {
                    if (counted.incrementAndGet() == evaluation) {
                        cancellation.cancel();
                    }
                    return engine.evaluator().evaluate(samples, outputs);
                }

                @Override
                public double evaluate(brickwork.data.SampleRows samples, Outputs outputs) {
                    return engine.evaluator().evaluate(samples, outputs);
                }

                @Override
                public double penalty() {
                    return engine.evaluator().penalty();
                }
            });
        };
        var brickwork = Brickwork.standard();
        train(brickwork.withEngines(brickwork.compile("layer 1 -> 1 linear; loss mse").engines().withFactory(counting)
                .withCancellation(cancellation)), run);

        var second = train(Brickwork.standard(), run);

        assertThat(second.report().fingerprint()).isEqualTo(undisturbed.report().fingerprint());
        assertThat(second.report().history()).isEqualTo(undisturbed.report().history());
        assertThat(second.ending()).isEqualTo(undisturbed.ending());
    }

    private static TrainingResult.Finished train(Brickwork brickwork, Path folder) throws Exception {
        var spec = brickwork.compile(SHORT);
        var dataset = ((Outcome.Success<brickwork.data.Dataset>) spec.data()).value();
        return (TrainingResult.Finished) spec.train(dataset, spec.settings().withObserver(Observer.NONE), RunFolder.resuming(folder))
                .result();
    }

    static Stream<ThrowingCallable> computations() {
        var spec = Brickwork.standard().withCancellation(Cancellation.after(Duration.ofMillis(200))).compile(ENDLESS_SEEDS);
        return Stream.of(spec::verify, spec::gradcheck, spec::health, spec::trace, spec::verification);
    }

    @ParameterizedTest
    @MethodSource("computations")
    void everythingElseEndsByAnExceptionThatSaysWhy(ThrowingCallable computation) {
        assertThatThrownBy(computation).isInstanceOf(CancelledException.class).hasMessage("cancelled: its time was over");
    }

    @Test
    void aSweepOverSeedsEndsWhenItsThreadIsInterrupted() throws Exception {
        var spec = Brickwork.standard().withThreads(2).compile(ENDLESS_SEEDS);
        var thrown = new Throwable[1];
        var thread = Thread.ofPlatform().start(() -> {
            try {
                spec.verify();
            } catch (CancelledException e) {
                thrown[0] = e;
            }
        });
        pause();
        thread.interrupt();
        thread.join();

        assertThat(thrown[0]).isInstanceOf(CancelledException.class);
    }

    @Test
    void stepsAreThoseOfAllTrainingsTogether() {
        var spec = Brickwork.standard().withCancellation(Cancellation.afterSteps(30)).compile(SHORT);
        assertThat(spec.train().report().steps()).isEqualTo(21);
        assertThat(spec.train().report().steps()).isEqualTo(9);
        assertThat(spec.train().report().steps()).isZero();
    }

    @Test
    void whatStandsForNoCancellationCannotCancel() {
        assertThatThrownBy(Cancellation.NONE::cancel).isInstanceOf(IllegalStateException.class);
    }
}
