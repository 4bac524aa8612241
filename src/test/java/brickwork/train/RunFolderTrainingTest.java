package brickwork.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brickwork.model.Training;
import brickwork.store.BrokenFileException;
import brickwork.store.RunFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a training does with its folder, and what it does where the folder fails. */
class RunFolderTrainingTest {

    private static final TestNetwork NETWORK = TestNetwork.of(2, 1).epochs(12).batch(new Training.Batch.Of(4), true);

    private final TestData data = TestData.lineAndValidation(11);

    @TempDir
    private Path temp;

    private TrainingResult.Finished train(TestNetwork network, Observer observer, Checkpoints<BrokenFileException> checkpoints) {
        return (TrainingResult.Finished) Trainer.train(network.network(), data.dataset(),
                TestData.settings(network.network()).withObserver(observer), new ToyEngine(network.network()), checkpoints);
    }

    private List<String> files() throws IOException {
        try (var files = Files.list(temp)) {
            return files.map(file -> file.getFileName().toString().replaceAll("epoch-0*(\\d+)\\.safetensors", "$1")).sorted().toList();
        }
    }

    @Test
    void theLastCheckpointsStay() throws IOException {
        train(NETWORK.checkpointEvery(1), Observer.NONE, RunFolder.fresh(temp).keepingLast(2));
        assertThat(files()).containsExactly("11", "12");
    }

    @Test
    void fiveStayWhereNothingElseIsSaid() throws IOException {
        train(NETWORK.checkpointEvery(2), Observer.NONE, RunFolder.fresh(temp));
        assertThat(files()).containsExactly("10", "12", "4", "6", "8");
    }

    @Test
    void checkpointsOfLaterEpochsStayWhereATrainingIsShorterThanTheOneBefore() throws IOException {
        train(NETWORK.checkpointEvery(3), Observer.NONE, RunFolder.fresh(temp));
        train(NETWORK.epochs(8), Observer.NONE, RunFolder.resuming(temp).keepingLast(1));
        assertThat(files()).containsExactly("12", "8", "9");
    }

    @Test
    void keepingNoneIsRefused() {
        assertThatThrownBy(() -> RunFolder.fresh(temp).keepingLast(0)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a run folder keeps at least 1 checkpoint, got 0");
    }

    /** What stands where a file should be written stands for a full disk. */
    @Test
    void aCheckpointThatCannotBeWrittenDoesNotEndTheTraining() throws IOException {
        var fourth = temp.resolve("epoch-0000000004.safetensors");
        var eighth = temp.resolve("epoch-0000000008.safetensors");
        var finished = train(NETWORK.checkpointEvery(2), epoch -> {
            if (epoch.number() == 0) {
                make(fourth);
                make(temp.resolve("epoch-0000000006.safetensors"));
            }
        }, RunFolder.fresh(temp).keepingLast(9));

        assertThat(finished.report().epochs()).isEqualTo(12);
        assertThat(finished.report().fingerprint()).isEqualTo(train(NETWORK, Observer.NONE, RunFolder.fresh(temp.resolve("other")))
                .report().fingerprint());
        assertThat(finished.report().notes()).containsExactly(
                fourth + ": it is there and is no ordinary file; name another; the training goes on and tries again at its next checkpoint",
                "checkpoints are written again since epoch 8");
        assertThat(eighth).isRegularFile();
    }

    private static void make(Path folder) {
        try {
            Files.createDirectory(folder);
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
    }

    @Test
    void twoTrainingsAtOnceDoNotShareAFolder() throws IOException {
        train(NETWORK.checkpointEvery(4), epoch -> {
            if (epoch.number() == 5) {
                assertThatThrownBy(() -> train(NETWORK.seed(3), Observer.NONE, RunFolder.fresh(temp)))
                        .isInstanceOf(BrokenFileException.class).hasMessageContaining("another training writes to it: process");
            }
        }, RunFolder.fresh(temp));

        assertThat(files()).containsExactly("12", "4", "8");
    }

    @Test
    void theFolderIsFreeHoweverATrainingEnds() throws IOException {
        assertThatThrownBy(() -> train(NETWORK, epoch -> {
            throw new IllegalStateException("a fault of the host");
        }, RunFolder.fresh(temp))).hasMessage("a fault of the host");
        train(NETWORK, Observer.NONE, RunFolder.fresh(temp));
        assertThatThrownBy(() -> train(NETWORK.seed(5), Observer.NONE, RunFolder.resuming(temp)))
                .hasMessageContaining("it is of another training");
        train(NETWORK, Observer.NONE, RunFolder.resuming(temp));
    }

    @Test
    void whatAKillLeftHalfWrittenIsRemoved() throws IOException {
        Files.writeString(temp.resolve(".unfinished-epoch-0000000002.safetensors"), "half");
        Files.writeString(temp.resolve(".unfinished-of-another"), "mine");
        train(NETWORK, Observer.NONE, RunFolder.fresh(temp));
        assertThat(files()).containsExactly(".unfinished-of-another", "12");
    }

    /** An interrupt is the host's word to the training; no file is torn by it, and no cure about disks is told. */
    @Test
    void checkpointsOfAnInterruptedThreadAreWritten() throws IOException {
        var finished = train(NETWORK.checkpointEvery(3), _ -> Thread.currentThread().interrupt(), RunFolder.fresh(temp));
        Thread.interrupted();

        assertThat(finished.report().notes()).isEmpty();
        assertThat(files()).contains("3", "6");
    }
}
