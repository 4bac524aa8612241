package brickwork.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run folder is one training's at a time. */
class RunLockTest {

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve(".lock");
    }

    @Test
    void namesItsHolderUntilItIsGivenBack() throws IOException {
        var lock = RunLock.take(folder);

        assertThat(file()).content().matches("process " + ProcessHandle.current().pid() + ", which began at 2\\S+Z\n");
        assertThatThrownBy(() -> RunLock.take(folder)).isInstanceOf(BrokenFileException.class)
                .hasMessage(folder + ": another training writes to it: " + Files.readString(file()).strip()
                        + "; wait until that has ended, or name another run folder");

        lock.release();
        assertThat(folder).isEmptyDirectory();
        RunLock.take(folder).release();
    }

    @Test
    void isFreeWhereItsHolderIsGoneOrNobodyIsNamed() throws Exception {
        var ended = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-version")
                .redirectErrorStream(true).start();
        ended.getInputStream().readAllBytes();
        ended.waitFor();
        for (var left : new String[] {"process " + ended.pid() + ", which began at 2026-01-01T00:00:00Z\n",
                "process " + ProcessHandle.current().pid() + ", which began at 1999-01-01T00:00:00Z\n", "", "proc",
                "process 999999999999999999, which began at 1999-01-01T00:00:00Z\n", "x".repeat(5000)}) {
            Files.writeString(file(), left);
            RunLock.take(folder).release();
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void ofManyWhoWantItAtOnceOneGetsIt() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var round = 0; round < 20; round++) {
                Files.writeString(file(), "process 999999999, which began at 1999-01-01T00:00:00Z\n");
                var taken = new AtomicInteger();
                var tries = new ArrayList<Future<?>>();
                for (var i = 0; i < 8; i++) {
                    tries.add(threads.submit(() -> {
                        try {
                            RunLock.take(folder);
                            taken.incrementAndGet();
                        } catch (BrokenFileException held) {
                            assertThat(held).hasMessageContaining("another training writes to it");
                        }
                    }));
                }
                for (var each : tries) {
                    each.get();
                }
                assertThat(taken).hasValue(1);
            }
        }
    }

    @Test
    void anInterruptedThreadTakesItAndIsInterruptedStill() throws IOException {
        Thread.currentThread().interrupt();
        var lock = RunLock.take(folder);
        assertThat(Thread.interrupted()).isTrue();
        lock.release();
    }

    @Test
    void isNotWrittenOverWhatIsNoFile() throws IOException {
        Files.createDirectory(file());
        assertThatThrownBy(() -> RunLock.take(folder)).hasMessageContaining("it is there and is no ordinary file");
    }
}
