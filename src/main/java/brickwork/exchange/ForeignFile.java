package brickwork.exchange;

import brickwork.source.JsonText;
import brickwork.store.BrokenFileException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file of another program, read whole: it may be as large as one array, so what is made of it has a bound. */
final class ForeignFile {

    private static final int LONGEST_SHOWN = 60;

    private ForeignFile() {}

    /** @throws BrokenFileException where it cannot be read, is no ordinary file, or has 2 GiB or more */
    static byte[] bytes(Path file) throws BrokenFileException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new BrokenFileException(file, Files.isDirectory(file) ? "it is a folder" : "it is no ordinary file", "name a file");
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.size() > Integer.MAX_VALUE - 8) {
                throw new BrokenFileException(file, "it has " + channel.size() + " bytes, more than are read", "use a smaller network");
            }
            var bytes = ByteBuffer.allocate((int) channel.size());
            while (bytes.hasRemaining()) {
                if (channel.read(bytes) < 0) {
                    throw new BrokenFileException(file, "it became shorter while it was read", "copy the file again");
                }
            }
            return bytes.array();
        } catch (IOException e) {
            throw BrokenFileException.unreadable(file, e);
        }
    }

    /** A name of the file as messages show it: in quotes, escaped, cut where it is long. */
    static String shown(String name) {
        return JsonText.quoted(name.length() <= LONGEST_SHOWN ? name : name.substring(0, LONGEST_SHOWN) + "…");
    }
}
