package brickwork;

import brickwork.model.ResourceLimits;
import brickwork.source.Outcome;
import brickwork.source.SourceText;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
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
     * @throws IOException where it cannot be read, or is not UTF-8
     */
    static Outcome<SourceText> read(Path file, ResourceLimits limits) throws IOException {
        if (Files.size(file) > (long) MOST_BYTES * limits.text()) {
            return new Outcome.Failure<>(List.of(ResourceCheck.tooLong(new SourceText(file.toString(), ""), Files.size(file), limits)));
        }
        try {
            return new Outcome.Success<>(new SourceText(file.toString(), Files.readString(file)), List.of());
        } catch (CharacterCodingException e) {
            throw new IOException(file + " is not UTF-8: save it in that encoding", e);
        }
    }
}
