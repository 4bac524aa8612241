package brickwork.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brickwork.model.Metric;
import brickwork.model.Relation;
import brickwork.model.Schedule;
import brickwork.model.Training;
import brickwork.model.Training.Stop;
import brickwork.source.Origin;
import brickwork.store.BrokenFileException;
import brickwork.store.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A training that is interrupted and resumed is the training that is not. */
class ResumeTest {

    /** Shuffled batches, a falling rate, a stop that does not come and a best epoch to keep: all that has a memory. */
    private static final TestNetwork NETWORK = TestNetwork.of(2, 1).epochs(40).batch(new Training.Batch.Of(4), true)
            .optimizer(TestNetwork.sgd(0.1, new Schedule(2, new Schedule.Plateau(0.5, 2))))
            .stops(new Stop.When(Metric.MAE, Relation.LESS, 1e-9, 2, Origin.NONE), new Stop.Stalls(Metric.LOSS, 60, true, Origin.NONE));

    private final TestData data = TestData.lineAndValidation(11);

    @TempDir
    private Path temp;

    private TrainingResult.Finished train(TestNetwork network, TrainingSettings settings) {
        return train(network, settings, Checkpoints.NONE);
    }

    private <E extends Exception> TrainingResult.Finished train(TestNetwork network, TrainingSettings settings, Checkpoints<E> checkpoints)
            throws E {
        var result = Trainer.train(network.network(), data.dataset(), settings, new ToyEngine(network.network()), checkpoints);
        return (TrainingResult.Finished) result;
    }

    private static TrainingSettings fresh() {
        return TestData.settings(NETWORK.network());
    }

    private static Observer cancelAfter(int epochs) {
        return epoch -> {
            if (epoch.number() == epochs - 1) {
                epoch.cancel();
            }
        };
    }

    private static void assertSame(TrainingResult.Finished resumed, TrainingResult.Finished whole) {
        assertThat(resumed.report().history()).isEqualTo(whole.report().history());
        assertThat(resumed.report().fingerprint()).isEqualTo(whole.report().fingerprint());
        assertThat(resumed.report().metrics()).isEqualTo(whole.report().metrics());
        assertThat(resumed.report().steps()).isEqualTo(whole.report().steps());
        assertThat(resumed.report().bestEpoch()).isEqualTo(whole.report().bestEpoch());
        assertThat(resumed.ending()).isEqualTo(whole.ending());
    }

    @Test
    void goesOnAsIfItHadNeverStoppedWhereverItWasInterrupted() throws IOException {
        var whole = train(NETWORK, fresh());
        assertThat(whole.report().bestEpoch().orElseThrow()).isBetween(1, 38);
        for (var cut = 1; cut < 40; cut++) {
            var folder = temp.resolve("cut" + cut);
            var begun = train(NETWORK, fresh().withObserver(cancelAfter(cut)), RunFolder.fresh(folder));
            assertThat(begun.report().epochs()).isEqualTo(cut);

            var resumed = train(NETWORK, fresh(), RunFolder.resuming(folder));

            assertSame(resumed, whole);
            assertThat(resumed.report().notes()).containsExactly("resumed after epoch " + cut);
        }
    }

    @Test
    void goesOnFromItsLastCheckpointAfterACrash() throws IOException {
        var crashing = fresh().withObserver(epoch -> {
            if (epoch.number() == 17) {
                throw new IllegalStateException("the machine lost power");
            }
        });
        assertThatThrownBy(() -> train(NETWORK.checkpointEvery(5), crashing, RunFolder.fresh(temp))).hasMessageContaining("power");

        var resumed = train(NETWORK.checkpointEvery(5), fresh(), RunFolder.resuming(temp));

        assertSame(resumed, train(NETWORK, fresh()));
        assertThat(resumed.report().notes()).containsExactly("resumed after epoch 15");
    }

    @Test
    void goesOnFromAnOlderCheckpointWhereTheNewestIsTorn() throws IOException {
        train(NETWORK.checkpointEvery(5), fresh().withObserver(cancelAfter(10)), RunFolder.fresh(temp));
        var newest = temp.resolve("epoch-0000000010.safetensors");
        Files.write(newest, Arrays.copyOf(Files.readAllBytes(newest), 1000));

        var resumed = train(NETWORK.checkpointEvery(5), fresh(), RunFolder.resuming(temp));

        assertSame(resumed, train(NETWORK, fresh()));
        assertThat(resumed.report().notes()).hasSize(2).last().isEqualTo("resumed after epoch 5");
        assertThat(resumed.report().notes().getFirst()).startsWith(newest + " is no whole checkpoint and is passed over");
    }

    @Test
    void writesCheckpointsEverySoManyEpochsAndAtTheEnd() throws IOException {
        train(NETWORK.checkpointEvery(15), fresh(), RunFolder.fresh(temp));

        try (var files = Files.list(temp)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("epoch-0000000015.safetensors",
                    "epoch-0000000030.safetensors", "epoch-0000000040.safetensors");
        }
    }

    @Test
    void startsAfreshWhereThereIsNothingToResume() throws IOException {
        assertSame(train(NETWORK, fresh(), RunFolder.resuming(temp.resolve("new"))), train(NETWORK, fresh()));
    }

    @Test
    void reportsAgainWhereTheTrainingIsFinished() throws IOException {
        var whole = train(NETWORK, fresh(), RunFolder.fresh(temp));
        var newest = temp.resolve("epoch-0000000040.safetensors");
        var written = Files.getLastModifiedTime(newest);

        var again = train(NETWORK, fresh(), RunFolder.resuming(temp));

        assertSame(again, whole);
        assertThat(again.report().seconds()).isEqualTo(whole.report().seconds());
        assertThat(Files.getLastModifiedTime(newest)).isEqualTo(written);
    }

    @Test
    void reportsAgainWhereAStopRuleEndedIt() throws IOException {
        var stopping = NETWORK.stops(new Stop.Stalls(Metric.LOSS, 3, true, Origin.NONE)).checkpointEvery(4);
        var whole = train(stopping, fresh(), RunFolder.fresh(temp));
        assertThat(whole.ending()).isInstanceOf(Ending.Stopped.class);

        assertSame(train(stopping, fresh(), RunFolder.resuming(temp)), whole);
        assertSame(train(stopping.epochs(400), fresh(), RunFolder.resuming(temp)), whole);
    }

    @Test
    void moreEpochsThanBeforeAreTrainedOn() throws IOException {
        train(NETWORK.epochs(25), fresh(), RunFolder.fresh(temp));

        assertSame(train(NETWORK, fresh(), RunFolder.resuming(temp)), train(NETWORK, fresh()));
    }

    @Test
    void theNumberOfEpochsMayNotChangeWhereTheRateDependsOnIt() throws IOException {
        var cosine = NETWORK.optimizer(TestNetwork.sgd(0.1, new Schedule(0, new Schedule.Cosine(0))));
        train(cosine.epochs(25), fresh(), RunFolder.fresh(temp));

        assertThatThrownBy(() -> train(cosine, fresh(), RunFolder.resuming(temp))).isInstanceOf(BrokenFileException.class)
                .hasMessageContaining("it is of another training").hasMessageContaining("25").hasMessageContaining("40");
    }

    @Test
    void anotherTrainingIsNotGoneOnWith() throws IOException {
        train(NETWORK, fresh(), RunFolder.fresh(temp));

        assertThatThrownBy(() -> train(NETWORK.seed(2), fresh(), RunFolder.resuming(temp))).isInstanceOf(BrokenFileException.class)
                .hasMessageContaining("it is of another training");
        var other = TestData.initial(NETWORK.network());
        other.tensor("layer1.bias").values()[0] = 1;
        assertThatThrownBy(() -> train(NETWORK, fresh().withInitial(other), RunFolder.resuming(temp)))
                .hasMessageContaining("began with other parameters");
    }

    @Test
    void aFreshStartLeavesEarlierCheckpointsWhereTheyCannotBeMistakenForItsOwn() throws IOException {
        train(NETWORK, fresh(), RunFolder.fresh(temp));

        var second = train(NETWORK.seed(2).epochs(3), fresh(), RunFolder.fresh(temp));

        assertThat(second.report().notes())
                .containsExactly("the run folder held 1 checkpoint of an earlier training: moved to " + temp.resolve("earlier-1"));
        assertSame(train(NETWORK.seed(2).epochs(3), fresh(), RunFolder.resuming(temp)), second);
    }
}
