package brickwork.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;

/**
 * Keeps a folder for one training: a file in it names the process that holds it by its number and the moment it began, for numbers are
 * given again. Where no such process runs, as after a kill, the lock is free.
 *
 * @param file what names the holder
 * @param own  what this process writes there
 */
record RunLock(Path file, String own) {

    static final String NAME = ".lock";

    private static final Pattern HOLDER = Pattern.compile("process ([0-9]{1,18}), which began at \\S{1,40}\n");
    private static final int LONGEST = 100;

    /** Where a system shows its processes as files. */
    private static final Path PROCESSES = Path.of("/proc/self");

    /**
     * Takes the lock of {@code folder}, which is there.
     *
     * @throws BrokenFileException where another training holds it, or it cannot be written
     */
    static RunLock take(Path folder) {
        var lock = new RunLock(folder.resolve(NAME), named(ProcessHandle.current()));
        if (Files.exists(lock.file) && !Files.isRegularFile(lock.file)) {
            throw new BrokenFileException(lock.file, "it is there and is no ordinary file", "remove it, or name another run folder");
        }
        try {
            while (!Uninterrupted.run(() -> claimed(lock))) {
                Thread.onSpinWait();
            }
            return lock;
        } catch (IOException e) {
            throw BrokenFileException.unwritable(lock.file, e);
        }
    }

    /** Gives it back. Where that fails, the next who wants it finds that its holder is gone. */
    void release() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException _) {
            // The process ends some time, and then the lock is free.
        }
    }

    /**
     * Reads and writes under a lock of the system, so that of two who find the folder free only one takes it. False where it is to be tried
     * again: another is at it, or has removed the file meanwhile.
     */
    private static synchronized boolean claimed(RunLock lock) throws IOException {
        try (var channel = FileChannel.open(lock.file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            if (isBusy(channel)) {
                return false;
            }
            var holder = text(channel);
            if (isHeld(holder)) {
                throw new BrokenFileException(lock.file.getParent(), "another training writes to it: " + holder.strip(),
                        "wait until that has ended, or name another run folder");
            }
            channel.truncate(0).write(ByteBuffer.wrap(lock.own.getBytes(StandardCharsets.UTF_8)), 0);
        }
        try (var channel = FileChannel.open(lock.file, StandardOpenOption.READ)) {
            return text(channel).equals(lock.own);
        } catch (NoSuchFileException _) {
            return false;
        }
    }

    /** Whether another holds the lock of the system, which closing the channel gives back. Not every file system has one. */
    private static boolean isBusy(FileChannel channel) {
        try {
            FileLock ofSystem = channel.tryLock();
            return ofSystem == null;
        } catch (OverlappingFileLockException _) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static boolean isHeld(String holder) {
        var named = HOLDER.matcher(holder);
        return named.matches() && ProcessHandle.of(Long.parseLong(named.group(1)))
                .filter(process -> runs(process) && named(process).equals(holder)).isPresent();
    }

    /** A process that was killed, and whose end its parent has not heard yet, has no command any more. */
    private static boolean runs(ProcessHandle process) {
        var info = process.info();
        return process.isAlive() && (info.command().isPresent() || info.commandLine().isPresent() || !Files.exists(PROCESSES));
    }

    private static String named(ProcessHandle process) {
        return "process " + process.pid() + ", which began at "
                + process.info().startInstant().map(Object::toString).orElse("an-unknown-time") + "\n";
    }

    private static String text(FileChannel channel) throws IOException {
        var bytes = ByteBuffer.allocate(LONGEST);
        channel.read(bytes, 0);
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    }
}
