package brickwork.store;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** Where the bytes of a file come from. */
sealed interface ByteSource {

    /** What messages call it. */
    Path name();

    /** Its bytes from the first. */
    InputStream open() throws IOException;

    /** How many there are; empty where only the end will tell. */
    OptionalLong size() throws IOException;

    /** Says in words why it could not be read. */
    BrokenFileException unreadable(IOException cause);

    /** An ordinary file; pipes and devices are refused before they are opened, for they may never end. */
    record InFile(Path name) implements ByteSource {
        @Override
        public InputStream open() throws IOException {
            if (Files.exists(name) && !Files.isDirectory(name) && !Files.isRegularFile(name)) {
                throw new BrokenFileException(name, "it is a device or a pipe, not a file", "name an ordinary file");
            }
            return Files.newInputStream(name);
        }

        @Override
        public OptionalLong size() throws IOException {
            return OptionalLong.of(Files.size(name));
        }

        @Override
        public BrokenFileException unreadable(IOException cause) {
            return BrokenFileException.unreadable(name, cause);
        }
    }

    /** Bytes in memory. */
    record InMemory(byte[] bytes) implements ByteSource {
        @Override
        public Path name() {
            return Path.of("(bytes)");
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public OptionalLong size() {
            return OptionalLong.of(bytes.length);
        }

        @Override
        public BrokenFileException unreadable(IOException cause) {
            return BrokenFileException.unreadable(name(), cause);
        }
    }

    /** A stream of the caller's, who closes it. */
    record InStream(InputStream stream) implements ByteSource {

        static final Path NAME = Path.of("(stream)");

        @Override
        public Path name() {
            return NAME;
        }

        @Override
        public InputStream open() {
            return new FilterInputStream(stream) {
                @Override
                public void close() {
                    // Whoever opened it closes it.
                }
            };
        }

        @Override
        public OptionalLong size() {
            return OptionalLong.empty();
        }

        @Override
        public BrokenFileException unreadable(IOException cause) {
            return new BrokenFileException(NAME, "it cannot be read (" + BrokenFileException.reason(cause) + ")",
                    "see what the stream reads from", cause);
        }
    }
}
