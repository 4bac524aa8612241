package brickwork.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A statement of the suite, or those of its examples that begin with a certain cell.
 *
 * @param suite   the statement
 * @param example the first cell of the examples; empty for all
 */
record Statement(Suite suite, String example) {

    /** The file to run; where only some examples count, a copy in {@code folder} that holds no others. */
    Path file(Path folder) {
        if (example.isEmpty()) {
            return suite.file();
        }
        try {
            var header = true;
            var kept = new StringBuilder();
            var rows = 0;
            var inExamples = false;
            for (var line : Files.readAllLines(suite.file())) {
                var row = inExamples && line.strip().startsWith("|");
                if (!row || header || line.strip().startsWith("| " + example + " ")) {
                    kept.append(line).append('\n');
                    rows += row && !header ? 1 : 0;
                }
                header = header && !row;
                inExamples |= line.strip().startsWith("Examples:");
            }
            if (rows == 0) {
                throw new AssertionError("no example of " + suite.file() + " begins with " + example);
            }
            var copy = folder.resolve(Thread.currentThread().threadId() + "-" + suite.file().getFileName());
            return Files.writeString(copy, kept);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return suite + (example.isEmpty() ? "" : " (" + example + ")");
    }
}
