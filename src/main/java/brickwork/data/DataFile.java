package brickwork.data;

import brickwork.source.Code;
import brickwork.source.NearestName;
import brickwork.source.Origin;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A file that a spec names and may read.
 *
 * @param name   as the spec names it; messages call it so
 * @param path   where it is
 * @param size   in bytes, as stored
 * @param origin where the spec names it
 */
record DataFile(String name, Path path, long size, Origin origin) {

    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;
    /** No deflated stream grows by more (zlib's technical notes). */
    private static final long LARGEST_GROWTH = 1032;
    private static final long OVERHEAD = 1 << 16;
    private static final int NAMES_LOOKED_AT = 10_000;

    static DataFile find(FileAccess access, String name, Origin origin) throws DataFault {
        try {
            var path = switch (access) {
                case FileAccess.None _ ->
                        throw DataFault.refused(origin, "the file " + name + " may not be read: no folder is open to this text",
                                "the program that compiles the text can grant a folder");
                case FileAccess.Folder(var folder) -> inside(folder.toRealPath(), name, origin);
                case FileAccess.Anywhere(var base) -> base.resolve(name);
            };
            if (Files.isDirectory(path)) {
                throw DataFault.of(Code.NN202, origin, name + " is a folder, not a file", "name a file in it");
            }
            if (!Files.exists(path)) {
                throw absent(path, name, origin);
            }
            if (!Files.isRegularFile(path)) {
                throw DataFault.of(Code.NN202, origin, name + " is a device or a pipe, not a file", "name a regular file");
            }
            return new DataFile(name, path, Files.size(path), origin);
        } catch (InvalidPathException _) {
            throw DataFault.of(Code.NN202, origin, "\"" + name + "\" cannot be the name of a file", "name a file");
        } catch (IOException e) {
            throw unreadable(name, origin, e);
        }
    }

    /** The bytes, unpacked where the file is a gzip file, whatever its name. */
    InputStream open() throws DataFault {
        try {
            var stream = new BufferedInputStream(Files.newInputStream(path));
            try {
                stream.mark(2);
                var packed = stream.read() == GZIP_FIRST && stream.read() == GZIP_SECOND;
                stream.reset();
                return packed ? new BufferedInputStream(new GZIPInputStream(stream, 1 << 16)) : stream;
            } catch (IOException e) {
                stream.close();
                throw e;
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Refuses a length that a file of this size cannot hold, even packed. */
    void requireRoomFor(String what, long bytes) throws DataFault {
        if (bytes > (size + OVERHEAD) * LARGEST_GROWTH) {
            throw broken(what + " should hold " + bytes + " bytes, which a file of " + size + " bytes cannot");
        }
    }

    /** The file is not what it should be. */
    DataFault broken(String how) {
        return DataFault.of(Code.NN203, origin, name + " is broken: " + how, "fetch or write the file again");
    }

    /** What an exception of the file system or an unpacker means. */
    DataFault failed(IOException e) {
        return switch (e) {
            case EOFException _ -> broken("it ends too early");
            case ZipException zip -> broken("it cannot be unpacked (" + reason(zip) + ")");
            case IOException io -> unreadable(name, origin, io);
        };
    }

    private static Path inside(Path folder, String name, Origin origin) throws DataFault, IOException {
        var path = folder.resolve(name).normalize();
        var existing = path;
        while (existing != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        if (existing == null || !path.startsWith(folder) || !existing.toRealPath().startsWith(folder)) {
            throw DataFault.refused(origin, "the file " + name + " may not be read: it lies outside the folder that is open to this text",
                    "put it into that folder");
        }
        return existing.equals(path) ? path.toRealPath() : path;
    }

    private static DataFault absent(Path path, String name, Origin origin) {
        var looked = "data files are looked for in the folder of the spec";
        return DataFault.of(Code.NN202, origin, "there is no file " + name, Optional.ofNullable(path.getFileName())
                .flatMap(file -> NearestName.of(file.toString(), neighbours(path)))
                .map(near -> "did you mean `" + near + "`?").orElse(looked));
    }

    private static List<String> neighbours(Path path) {
        try (var files = Files.list(path.toAbsolutePath().getParent())) {
            return files.limit(NAMES_LOOKED_AT).map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException | UncheckedIOException _) {
            return List.of();
        }
    }

    private static DataFault unreadable(String name, Origin origin, IOException e) {
        return DataFault.of(Code.NN202, origin, name + " cannot be read: " + switch (e) {
            case AccessDeniedException _ -> "access is denied";
            case NoSuchFileException _ -> "it is not there";
            case IOException _ -> reason(e);
        }, "see that the file is there and that you may read it");
    }

    private static String reason(IOException e) {
        var reason = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
        return reason == null ? e.getClass().getSimpleName() : reason;
    }
}
