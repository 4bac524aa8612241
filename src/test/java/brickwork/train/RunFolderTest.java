package brickwork.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brickwork.engine.EngineState;
import brickwork.engine.Parameters;
import brickwork.engine.Tensor;
import brickwork.model.Precision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {

    private static final RunIdentity IDENTITY = new RunIdentity("nn 1\nloss mse\noptimizer sgd rate 0.1\n", "d", "i");

    @TempDir
    private Path temp;

    private final List<String> notes = new ArrayList<>();

    private RunFolder open() throws BrokenFileException {
        return new RunFolder(temp.resolve("run"), notes::add);
    }

    private Path file(int epoch) {
        return temp.resolve("run").resolve("epoch-000000000" + epoch + ".safetensors");
    }

    private static Checkpoint checkpoint(int epoch) {
        var weight = new Tensor("layer1.weight", 1, 2, false, new double[] {epoch, (float) 0.1});
        var bias = new Tensor("layer1.bias", 1, 1, true, new double[] {-0.0});
        var memory = new Tensor("layer1.weight.m", 1, 2, false, new double[] {Double.MIN_VALUE, Math.PI});
        var recorder = new History.Recorder(epoch);
        for (var e = 0; e < epoch; e++) {
            recorder.add(1.0 / (e + 1), 1.0 / (e + 2), Double.NaN, 0.1);
        }
        return new Checkpoint(IDENTITY, epoch, 7L * epoch, 0.1 * epoch,
                new EngineState(new Parameters(Precision.F32, List.of(weight, bias)), List.of(memory)),
                new RateSchedule.Memory(0.1, 1.0 / 3, 2),
                new Stopping.Memory(List.of(new StopRule.Memory(1, Double.NaN, -1), new StopRule.Memory(0, 1.0 / 3, 4)), 1,
                        Optional.of(new Parameters(Precision.F32, List.of(weight, bias)))),
                recorder.history());
    }

    /** To the last bit, and NaN equal to NaN. */
    private static void assertSame(Checkpoint read, Checkpoint written) {
        assertThat(read).usingRecursiveComparison().withComparatorForType(Double::compare, Double.class).isEqualTo(written);
    }

    @Test
    void readsBackAllItWroteToTheLastBit() throws IOException {
        open().write(checkpoint(5));

        var read = open().newest(IDENTITY, true, 100).orElseThrow();

        assertSame(read, checkpoint(5));
        assertThat(notes).isEmpty();
    }

    @Test
    void readsBackACheckpointWithoutABestEpochOrAnOptimizerThatRemembers() throws IOException {
        var full = checkpoint(1);
        var plain = new Checkpoint(IDENTITY, 1, 1, 0, new EngineState(full.engine().parameters(), List.of()),
                new RateSchedule.Memory(0.1, Double.POSITIVE_INFINITY, 0),
                new Stopping.Memory(List.of(), Stopping.Memory.NOT_STOPPED, Optional.empty()), full.history());
        open().write(plain);

        assertSame(open().newest(IDENTITY, true, 100).orElseThrow(), plain);
    }

    @Test
    void goesOnFromTheNewestThatIsNotAfterTheEnd() throws IOException {
        var folder = open();
        assertThat(folder.newest(IDENTITY, true, 100)).isEmpty();
        folder.write(checkpoint(2));
        folder.write(checkpoint(6));
        folder.write(checkpoint(4));

        assertThat(folder.newest(IDENTITY, true, 6).orElseThrow().epoch()).isEqualTo(6);
        assertThat(folder.newest(IDENTITY, true, 5).orElseThrow().epoch()).isEqualTo(4);
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
            assertThat(folder.newest(IDENTITY, true, 100).orElseThrow().epoch()).as("the first %d bytes", length).isEqualTo(1);
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

        assertThat(folder.newest(IDENTITY, true, 100)).isEmpty();
        assertThat(notes).containsExactly(file(2) + " is no whole checkpoint and is passed over: its digest is not that of its content");
    }

    @Test
    void refusesToGoOnWithAnotherTrainingAndSaysWhatDiffers() throws IOException {
        var folder = open();
        folder.write(checkpoint(2));

        assertThatThrownBy(() -> folder.newest(new RunIdentity(IDENTITY.spec().replace("0.1", "0.2"), "d", "i"), true, 100))
                .isInstanceOf(BrokenFileException.class)
                .hasMessage(file(2)
                        + ": it is of another training: the spec it was written for says `optimizer sgd rate 0.1` where this one says "
                        + "`optimizer sgd rate 0.2`; start afresh without resuming, or name another run folder");
        assertThatThrownBy(() -> folder.newest(new RunIdentity(IDENTITY.spec() + "clip norm 1\n", "d", "i"), true, 100))
                .hasMessageContaining("the spec it was written for did not have `clip norm 1`");
        assertThatThrownBy(() -> folder.newest(new RunIdentity("nn 1\nloss mse\n", "d", "i"), true, 100))
                .hasMessageContaining("the spec it was written for also says `optimizer sgd rate 0.1`");
        assertThatThrownBy(() -> folder.newest(new RunIdentity(IDENTITY.spec(), "other", "i"), true, 100))
                .hasMessageContaining("the data it was written for holds other numbers than the data now");
        assertThatThrownBy(() -> folder.newest(new RunIdentity(IDENTITY.spec(), "d", "other"), true, 100))
                .hasMessageContaining("the run it belongs to began with other parameters than those given now");
        assertThat(folder.newest(new RunIdentity(IDENTITY.spec(), "d", "other"), false, 100)).isPresent();
    }

    @Test
    void movesTheCheckpointsOfAnEarlierTrainingAside() throws IOException {
        var folder = open();
        folder.clear();
        folder.write(checkpoint(1));
        folder.write(checkpoint(2));
        Files.writeString(temp.resolve("run").resolve("notes.txt"), "mine");
        folder.clear();
        folder.write(checkpoint(1));
        folder.clear();

        assertThat(folder.newest(IDENTITY, true, 100)).isEmpty();
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

        assertThat(folder.newest(IDENTITY, true, 100)).isEmpty();
        assertThat(notes).isEmpty();
    }

    @Test
    void cannotBeWhereAFileIs() throws IOException {
        Files.writeString(temp.resolve("run"), "a file");

        assertThatThrownBy(this::open).isInstanceOf(BrokenFileException.class).hasMessageStartingWith(temp.resolve("run") + ": ");
    }
}
