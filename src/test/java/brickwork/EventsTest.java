package brickwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brickwork.model.DatasetPart;
import brickwork.model.Metric;
import brickwork.store.BrokenFileException;
import brickwork.store.RunFolder;
import brickwork.train.Epoch;
import brickwork.train.Observer;
import brickwork.train.TrainingStep;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a host hears of a training: steps, epochs, checkpoints. */
class EventsTest {

    private static final NeuralSpec SPEC = Brickwork.standard().compile("""
            data moons samples 100 noise 0.1
            layer 2 -> 6 tanh -> 1 sigmoid
            loss bce + l2 0.001
            optimizer sgd rate 0.1 decay exponential 0.5
            train 4 epochs batch 32
            checkpoint every 2 epochs
            """);

    @TempDir
    private Path folder;

    private static TrainingOutcome train(NeuralSpec spec, Observer observer, RunFolder run) {
        return spec.train(spec.data().orThrow(), spec.settings().withObserver(observer), run);
    }

    /** Writes down all it hears; {@code fails} is where it throws. */
    private static final class Listener implements Observer {
        private final List<String> heard = new ArrayList<>();
        private final List<Double> losses = new ArrayList<>();
        private final Map<Integer, Double> meanLosses = new TreeMap<>();
        private final List<Epoch> epochs = new ArrayList<>();
        private final String fails;
        private TrainingStep only;

        Listener(String fails) {
            this.fails = fails;
        }

        private void hear(String event) {
            heard.add(event);
            if (event.equals(fails)) {
                throw new ArithmeticException("the host fails at " + event);
            }
        }

        @Override
        public boolean watchesSteps() {
            return true;
        }

        @Override
        public void stepMade(TrainingStep step) {
            assertThat(only == null || only == step).isTrue();
            only = step;
            assertThat(step.gradientNorm()).isPositive();
            assertThat(step.loss()).isGreaterThan(step.dataLoss());
            assertThat(step.rate()).isEqualTo(0.1 * Math.pow(0.5, step.epoch()));
            meanLosses.merge(step.epoch(), step.loss() * step.samples() / 100, Double::sum);
            hear("step " + step.number() + ": " + step.epoch() + "/" + step.batch() + " of " + step.samples());
        }

        @Override
        public void epochEnded(Epoch epoch) {
            epochs.add(epoch);
            losses.add(epoch.row().loss());
            hear("epoch " + epoch.number() + " after " + epoch.steps());
        }

        @Override
        public void checkpointWritten(int after) {
            hear("kept " + after);
        }
    }

    @Test
    void everythingIsHeardInItsOrder() {
        var listener = new Listener("");
        var outcome = train(SPEC, listener, RunFolder.fresh(folder));
        assertThat(listener.heard).hasSize(4 * 5 + 2).startsWith("step 1: 0/0 of 32", "step 2: 0/1 of 32", "step 3: 0/2 of 32",
                "step 4: 0/3 of 4", "epoch 0 after 4", "step 5: 1/0 of 32").containsSubsequence("epoch 1 after 8", "kept 2",
                        "step 9: 2/0 of 32", "epoch 3 after 16", "kept 4");
        for (var epoch = 0; epoch < 4; epoch++) {
            assertThat(listener.meanLosses.get(epoch)).isCloseTo(listener.losses.get(epoch), org.assertj.core.api.Assertions.within(1e-12));
        }
        assertThat(outcome.report().fingerprint()).isEqualTo(SPEC.train().report().fingerprint());
    }

    @Test
    void anEpochThatIsKeptSpeaksOfItsOwnMoment() {
        var listener = new Listener("");
        SPEC.train(listener);
        assertThat(listener.epochs).extracting(Epoch::number).containsExactly(0, 1, 2, 3);
        assertThat(listener.epochs).extracting(Epoch::steps).containsExactly(4L, 8L, 12L, 16L);
        assertThat(listener.epochs).extracting(epoch -> epoch.row().loss()).isEqualTo(listener.losses);
        var first = listener.epochs.getFirst();
        assertThatThrownBy(() -> first.metric(DatasetPart.TRAIN, Metric.LOSS)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("epoch 0 is over");
        assertThatThrownBy(first::parameters).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(first::cancel).isInstanceOf(IllegalStateException.class).hasMessageContaining("Cancellation");
    }

    @Test
    void aCheckpointThatFailsIsHeard() {
        var heard = new ArrayList<String>();
        var observer = new Observer() {
            @Override
            public void epochEnded(Epoch epoch) {
                if (epoch.number() == 0) {
                    stand(folder.resolve("epoch-0000000002.safetensors"));
                }
            }

            @Override
            public void checkpointWritten(int after) {
                heard.add("kept " + after);
            }

            @Override
            public void checkpointFailed(int after, Exception reason) {
                assertThat(reason).isInstanceOf(BrokenFileException.class).hasMessageContaining("epoch-0000000002");
                heard.add("not kept " + after);
            }
        };
        train(SPEC, observer, RunFolder.fresh(folder).keepingLast(9));
        assertThat(heard).containsExactly("not kept 2", "kept 4");
    }

    /** A folder, where a file is to come. */
    private static void stand(Path place) {
        try {
            Files.createDirectories(place);
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
    }

    @Test
    void whatAnObserverThrowsEndsTheTrainingAndLosesNoCheckpoint() {
        var undisturbed = SPEC.train().report().fingerprint();
        for (var place : List.of("step 10: 2/1 of 32", "epoch 2 after 12", "kept 2")) {
            var run = folder.resolve(place.substring(0, 5));
            var listener = new Listener(place);
            assertThatThrownBy(() -> train(SPEC, listener, RunFolder.fresh(run))).isInstanceOf(ArithmeticException.class)
                    .hasMessage("the host fails at " + place);
            assertThat(listener.heard).last().isEqualTo(place);

            var resumed = train(SPEC, Observer.NONE, RunFolder.resuming(run));
            assertThat(resumed.report().notes()).containsExactly("resumed after epoch 2");
            assertThat(resumed.report().fingerprint()).isEqualTo(undisturbed);
        }
    }
}
