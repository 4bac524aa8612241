package brickwork.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brickwork.data.Dataset;
import brickwork.engine.Parameters;
import brickwork.engine.Tensor;
import brickwork.model.Precision;
import brickwork.train.Checkpoints;
import brickwork.train.History;
import brickwork.train.LearnerState;
import brickwork.train.StoppingState;
import brickwork.train.TestNetwork;
import brickwork.train.TrainingState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {

    private static final RunIdentity IDENTITY = new RunIdentity("nn 1\nloss mse\noptimizer sgd rate 0.1\n", "d", "i");

    private static final Dataset DATA = Dataset.of(new double[][] {{1, 2}}, new double[][] {{3}});

    @TempDir
    private Path temp;

    private final List<String> notes = new ArrayList<>();
    private final List<TrainingState> restored = new ArrayList<>();

    private RunFolder open() {
        var folder = RunFolder.resuming(temp.resolve("run"));
        folder.make();
        return folder;
    }

    private Optional<Checkpoint> newest(RunFolder folder, RunIdentity identity, boolean initialGiven, int epochs) {
        var network = TestNetwork.of(2, 1).epochs(epochs).network();
        return folder.newest(identity, new Checkpoints.Beginning(network, DATA, "i", initialGiven, restored::add, notes::add, _ -> {}));
    }

    private Path file(int epoch) {
        return temp.resolve("run").resolve("epoch-000000000" + epoch + ".safetensors");
    }

    private static Checkpoint checkpoint(int epoch) {
        var weight = new Tensor("layer1.weight", 1, 2, false, new double[] {epoch, (float) 0.1});
        var bias = new Tensor("layer1.bias", 1, 1, true, new double[] {-0.0});
        var memory = new Tensor("layer1.weight.m", 1, 2, false, new double[] {Double.MIN_VALUE, Math.PI});
        var learner = new LearnerState(new Parameters(Precision.F32, List.of(weight, bias)), List.of(memory),
                Map.of("steps", String.valueOf(7L * epoch), "rate", Double.toHexString(0.1)));
        var stopping = new StoppingState(List.of(new StoppingState.Rule(1, Double.NaN, -1), new StoppingState.Rule(0, 1.0 / 3, 4)), 1,
                Optional.of(new Parameters(Precision.F32, List.of(weight, bias))));
        return new Checkpoint(IDENTITY, new TrainingState(epoch, 0.1 * epoch, learner, stopping, history(epoch)));
    }

    private static History history(int epochs) {
        var columns = new double[History.COLUMNS.size()][epochs];
        for (var e = 0; e < epochs; e++) {
            columns[0][e] = 1.0 / (e + 1);
            columns[1][e] = 1.0 / (e + 2);
            columns[2][e] = Double.NaN;
            columns[3][e] = 0.1;
        }
        return History.of(columns);
    }

    /** To the last bit, and NaN equal to NaN. */
    private static void assertSame(Checkpoint read, Checkpoint written) {
        assertThat(read).usingRecursiveComparison().withComparatorForType(Double::compare, Double.class).isEqualTo(written);
    }

    @Test
    void readsBackAllItWroteToTheLastBit() throws IOException {
        open().write(checkpoint(5));

        var read = newest(open(), IDENTITY, true, 100).orElseThrow();

        assertSame(read, checkpoint(5));
        assertThat(restored).containsExactly(read.state());
        assertThat(notes).isEmpty();
    }

    @Test
    void readsBackACheckpointWithoutABestEpochOrAnOptimizerThatRemembers() throws IOException {
        var full = checkpoint(1).state();
        var learner = new LearnerState(full.learner().parameters(), List.of(), Map.of());
        var stopping = new StoppingState(List.of(), StoppingState.NOT_STOPPED, Optional.empty());
        var plain = new Checkpoint(IDENTITY, new TrainingState(1, 0, learner, stopping, full.history()));
        open().write(plain);

        assertSame(newest(open(), IDENTITY, true, 100).orElseThrow(), plain);
    }

    @Test
    void goesOnFromTheNewestThatIsNotAfterTheEnd() throws IOException {
        var folder = open();
        assertThat(newest(folder, IDENTITY, true, 100)).isEmpty();
        folder.write(checkpoint(2));
        folder.write(checkpoint(6));
        folder.write(checkpoint(4));

        assertThat(newest(folder, IDENTITY, true, 6).orElseThrow().state().epochs()).isEqualTo(6);
        assertThat(newest(folder, IDENTITY, true, 5).orElseThrow().state().epochs()).isEqualTo(4);
        assertThat(notes).containsExactly(file(6) + " is from after epoch 5, the last of this training: passed over");
    }

    @Test
    void passesOverATornCheckpointWithANoteWhereverItIsTorn() throws IOException {
        var folder = open();
        folder.write(checkpoint(1));
        folder.write(checkpoint(2));
        var whole = Files.readAllBytes(file(2));
        for (var length = 0; length < whole.length; length += 7) {
            Files.write(file(2), Arrays.copyOf(whole, length));
            assertThat(newest(folder, IDENTITY, true, 100).orElseThrow().state().epochs()).as("the first %d bytes", length).isEqualTo(1);
        }
        assertThat(notes).hasSize((whole.length + 6) / 7)
                .allMatch(note -> note.startsWith(file(2) + " is no whole checkpoint and is passed over: "));
    }

    @Test
    void passesOverACheckpointWithAChangedNumber() throws IOException {
        var folder = open();
        folder.write(checkpoint(2));
        var bytes = Files.readAllBytes(file(2));
        bytes[bytes.length - 20] ^= 1;
        Files.write(file(2), bytes);

        assertThat(newest(folder, IDENTITY, true, 100)).isEmpty();
        assertThat(notes).containsExactly(file(2) + " is no whole checkpoint and is passed over: its digest is not that of its content");
    }

    @Test
    void passesOverAStateThatTheLearnerRefuses() throws IOException {
        var folder = open();
        folder.write(checkpoint(1));
        folder.write(checkpoint(2));
        var network = TestNetwork.of(2, 1).epochs(9).network();
        var newest = folder.newest(IDENTITY, new Checkpoints.Beginning(network, DATA, "i", true, state -> {
            if (state.epochs() == 2) {
                throw new IllegalArgumentException("it does not say its rate");
            }
        }, notes::add, _ -> {}));

        assertThat(newest.orElseThrow().state().epochs()).isOne();
        assertThat(notes).containsExactly(file(2) + " is no whole checkpoint and is passed over: it does not say its rate");
    }

    @Test
    void passesOverAHistoryOfOtherEpochs() throws IOException {
        var whole = checkpoint(3).toFile();
        var metadata = new TreeMap<>(whole.metadata());
        assertThat(Checkpoint.of(whole).state().history()).isEqualTo(history(3));
        metadata.put("epoch", "4");
        assertThatThrownBy(() -> Checkpoint.of(new Safetensors(metadata, whole.entries()))).hasMessageContaining("of 4 epochs");
        assertThatThrownBy(() -> Checkpoint.of(new Safetensors(metadata, List.of()))).hasMessageContaining("no history.loss");
    }

    @Test
    void refusesToGoOnWithAnotherTrainingAndSaysWhatDiffers() throws IOException {
        var folder = open();
        folder.write(checkpoint(2));

        assertThatThrownBy(() -> newest(folder, new RunIdentity(IDENTITY.spec().replace("0.1", "0.2"), "d", "i"), true, 100))
                .isInstanceOf(BrokenFileException.class)
                .hasMessage(file(2)
                        + ": it is of another training: the spec it was written for says `optimizer sgd rate 0.1` where this one says "
                        + "`optimizer sgd rate 0.2`; start afresh without resuming, or name another run folder");
        assertThatThrownBy(() -> newest(folder, new RunIdentity(IDENTITY.spec() + "clip norm 1\n", "d", "i"), true, 100))
                .hasMessageContaining("the spec it was written for did not have `clip norm 1`");
        assertThatThrownBy(() -> newest(folder, new RunIdentity("nn 1\nloss mse\n", "d", "i"), true, 100))
                .hasMessageContaining("the spec it was written for also says `optimizer sgd rate 0.1`");
        assertThatThrownBy(() -> newest(folder, new RunIdentity(IDENTITY.spec(), "other", "i"), true, 100))
                .hasMessageContaining("the data it was written for holds other numbers than the data now");
        assertThatThrownBy(() -> newest(folder, new RunIdentity(IDENTITY.spec(), "d", "other"), true, 100))
                .hasMessageContaining("the run it belongs to began with other parameters than those given now");
        assertThat(newest(folder, new RunIdentity(IDENTITY.spec(), "d", "other"), false, 100)).isPresent();
    }

    @Test
    void movesTheCheckpointsOfAnEarlierTrainingAside() throws IOException {
        var folder = open();
        folder.clear(notes::add);
        folder.write(checkpoint(1));
        folder.write(checkpoint(2));
        Files.writeString(temp.resolve("run").resolve("notes.txt"), "mine");
        folder.clear(notes::add);
        folder.write(checkpoint(1));
        folder.clear(notes::add);

        assertThat(newest(folder, IDENTITY, true, 100)).isEmpty();
        assertThat(temp.resolve("run/earlier-1")).isDirectoryContaining("glob:**/epoch-0000000002.safetensors");
        assertThat(temp.resolve("run/earlier-2")).isDirectoryContaining("glob:**/epoch-0000000001.safetensors");
        assertThat(temp.resolve("run/notes.txt")).hasContent("mine");
        assertThat(notes).containsExactly(
                "the run folder held 2 checkpoints of an earlier training: moved to " + temp.resolve("run/earlier-1"),
                "the run folder held 1 checkpoint of an earlier training: moved to " + temp.resolve("run/earlier-2"));
    }

    @Test
    void ignoresFilesThatAreNoCheckpoints() throws IOException {
        var folder = open();
        Files.writeString(temp.resolve("run").resolve(AtomicFile.UNFINISHED + "epoch-0000000009.safetensors"), "half");
        Files.writeString(temp.resolve("run").resolve("epoch-9999999999.safetensors"), "no such epoch");

        assertThat(newest(folder, IDENTITY, true, 100)).isEmpty();
        assertThat(notes).isEmpty();
    }

    @Test
    void cannotBeWhereAFileIs() throws IOException {
        Files.writeString(temp.resolve("run"), "a file");

        assertThatThrownBy(this::open).isInstanceOf(BrokenFileException.class)
                .hasMessage(temp.resolve("run") + ": it, or a part of its path, is a file and no folder; name another folder");
        assertThatThrownBy(RunFolder.fresh(temp.resolve("run/below"))::make).hasMessageContaining("is a file and no folder");
    }
}
