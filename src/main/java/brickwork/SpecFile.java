package brickwork;

import brickwork.model.ResourceLimits;
import brickwork.source.Outcome;
import brickwork.source.SourceText;
import brickwork.store.AtomicFile;
import brickwork.store.BrokenFileException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A file that holds a spec. */
final class SpecFile {

    /** Of a character in UTF-8. */
    private static final int MOST_BYTES = 4;

    private SpecFile() {}

    /**
     * Its text; what is longer than the limit is refused unread.
     *
     * @throws BrokenFileException where it cannot be read, or is not UTF-8
     */
    static Outcome<SourceText> read(Path file, ResourceLimits limits) {
        var size = AtomicFile.size(file);
        if (size > (long) MOST_BYTES * limits.text()) {
            return new Outcome.Failure<>(List.of(ResourceCheck.tooLong(new SourceText(file.toString(), ""), size, limits)));
        }
        return new Outcome.Success<>(new SourceText(file.toString(), text(file, AtomicFile.read(file))), List.of());
    }

    private static String text(Path file, byte[] bytes) {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        var from = ByteBuffer.wrap(bytes);
        var into = CharBuffer.allocate(bytes.length);
        if (decoder.decode(from, into, true).isError()) {
            var line = 1 + into.flip().chars().filter(c -> c == '\n').count();
            throw new BrokenFileException(file, "line " + line + ", at byte " + from.position() + ", is not UTF-8",
                    "save it in that encoding");
        }
        return into.flip().toString();
    }
}
