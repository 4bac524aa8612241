package brickwork.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Files that are there as a whole or not at all, whatever happens to the program or the machine meanwhile; and files read whole. A thread
 * that is interrupted writes and reads to the end and is interrupted still.
 */
public final class AtomicFile {

    /** How the name of a file begins that is still being written. */
    static final String UNFINISHED = ".unfinished-";

    /** Nearly the longest array there is. */
    private static final int LARGEST = Integer.MAX_VALUE - 8;

    private AtomicFile() {}

    /** Puts the content of a file. */
    public interface Content {
        void writeTo(OutputStream stream) throws IOException;
    }

    /**
     * Writes beside {@code target} first, forces that to the disk, then puts it in the place of what was there.
     *
     * @throws BrokenFileException where it cannot be written; what was there before is as it was
     */
    public static void write(Path target, Content content) {
        requireOrdinary(target);
        try {
            var place = place(target);
            var unfinished = unfinished(place);
            try {
                try (var stream = Files.newOutputStream(unfinished)) {
                    content.writeTo(stream);
                }
                force(unfinished, StandardOpenOption.WRITE);
                Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(unfinished);
            }
            forceFolder(place.getParent());
        } catch (IOException e) {
            throw BrokenFileException.unwritable(target, e);
        }
    }

    /**
     * Reads an ordinary file whole.
     *
     * @throws BrokenFileException where it cannot be read, is no ordinary file, or has 2 GiB or more
     */
    public static byte[] read(Path file) {
        requireFile(file);
        try (var stream = Files.newInputStream(file)) {
            var size = Files.size(file);
            if (size > LARGEST) {
                throw new BrokenFileException(file, "it has " + size + " bytes, more than are read at once", "use a smaller one");
            }
            var bytes = stream.readNBytes((int) size);
            if (bytes.length < size) {
                throw new BrokenFileException(file, "it became shorter while it was read", "copy the file again");
            }
            return bytes;
        } catch (IOException e) {
            throw BrokenFileException.unreadable(file, e);
        }
    }

    /**
     * The size of an ordinary file, in bytes.
     *
     * @throws BrokenFileException where it is absent, cannot be looked at, or is no ordinary file
     */
    public static long size(Path file) {
        requireFile(file);
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw BrokenFileException.unreadable(file, e);
        }
    }

    /**
     * Tries whether {@code target} can be written, and leaves everything as it was: what takes long begins with this.
     *
     * @throws BrokenFileException where it cannot
     */
    public static void tryOut(Path target) {
        requireOrdinary(target);
        try {
            var unfinished = unfinished(place(target));
            Files.write(unfinished, new byte[0]);
            Files.delete(unfinished);
        } catch (IOException e) {
            throw BrokenFileException.unwritable(target, e);
        }
    }

    private static void requireFile(Path file) {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new BrokenFileException(file, Files.isDirectory(file) ? "it is a folder" : "it is no ordinary file", "name a file");
        }
    }

    private static void requireOrdinary(Path target) {
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            throw new BrokenFileException(target, "it is there and is no ordinary file", "name another");
        }
    }

    private static Path place(Path target) throws IOException {
        return Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
    }

    private static Path unfinished(Path place) {
        return place.resolveSibling(UNFINISHED + place.getFileName());
    }

    /** Makes the new name last. Some systems cannot open a folder; there the name lasts when the system sees fit. */
    private static void forceFolder(Path folder) {
        try {
            force(folder, StandardOpenOption.READ);
        } catch (IOException _) {
            // The file itself is whole and in place, which is all that was promised.
        }
    }

    /** Streams of files pay no heed to interrupts, but only a channel can force, and an interrupt closes it. */
    private static void force(Path path, OpenOption how) throws IOException {
        Uninterrupted.run(() -> {
            try (var channel = FileChannel.open(path, how)) {
                channel.force(true);
                return path;
            }
        });
    }
}
