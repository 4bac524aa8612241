package brickwork.cli;

import brickwork.store.AtomicFile;
import brickwork.store.BrokenFileException;
import brickwork.store.TensorNames;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What commands that write a file for or from other programs share. */
final class NewFile {

    static final String NAMES_HELP = "write such as --names \"layers.{i}.weight,layers.{i}.bias\"";

    private NewFile() {}

    /** Tries whether a file can be written, before anything long is done; it must not be the one that is read. */
    static void tryOut(Path output, Path input) {
        if (isSame(output, input)) {
            throw CommandFailure.options(output.toString(), output + " is what is read, and would be written over", "name another file");
        }
        AtomicFile.tryOut(output);
    }

    /** Writes a text, which is there as a whole or not at all. */
    static void write(Path output, String text) {
        AtomicFile.write(output, stream -> stream.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    static boolean isSame(Path one, Path other) {
        try {
            return Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other)
                    || one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
        } catch (IOException unknown) {
            return false;
        }
    }

    /** The patterns of {@code --names}; our own names where there are none. */
    static TensorNames names(String patterns) {
        try {
            return patterns == null ? TensorNames.OWN : TensorNames.of(patterns);
        } catch (IllegalArgumentException unfit) {
            throw CommandFailure.options(patterns, unfit.getMessage(), NAMES_HELP);
        }
    }
}
