package brickwork.cli;

import brickwork.source.SourceText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds and reads the files a command names. */
final class SpecFiles {

    private SpecFiles() {}

    /** Reads a spec. Its name in messages is the path as the caller wrote it. */
    static SourceText read(Path file) {
        try {
            var bytes = Files.readAllBytes(file);
            return new SourceText(file.toString(), StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (NoSuchFileException absent) {
            throw Failure.file(file, "there is no file " + file, "check the name; the folder it is sought in is "
                    + Path.of("").toAbsolutePath());
        } catch (CharacterCodingException notText) {
            throw Failure.file(file, file + " is not a text in UTF-8", "save it in UTF-8");
        } catch (AccessDeniedException denied) {
            throw Failure.file(file, file + " may not be read", "grant yourself the right to read it");
        } catch (IOException fault) {
            throw Failure.file(file, file + " cannot be read: " + reason(fault),
                    Files.isDirectory(file) ? "name a file in the folder" : "check the disk and the file's rights");
        }
    }

    /** All files under the paths, folders searched through, that end in one of the endings; in the order of the paths, then by name. */
    static List<Path> under(List<Path> paths, String... endings) {
        var found = new ArrayList<Path>();
        for (var path : paths) {
            if (!Files.exists(path)) {
                throw Failure.file(path, "there is no file or folder " + path, "check the name; the folder it is sought in is "
                        + Path.of("").toAbsolutePath());
            }
            if (!Files.isDirectory(path)) {
                found.add(path);
                continue;
            }
            try (var tree = Files.walk(path)) {
                tree.filter(Files::isRegularFile)
                        .filter(file -> Stream.of(endings).anyMatch(ending -> file.getFileName().toString().endsWith(ending)))
                        .sorted()
                        .forEach(found::add);
            } catch (IOException fault) {
                throw Failure.file(path, path + " cannot be searched: " + reason(fault), "check the folder's rights");
            }
        }
        return found;
    }

    /** What an input or output fault says, without Java's class names. */
    static String reason(IOException fault) {
        return fault.getMessage() == null ? "input or output failed" : fault.getMessage();
    }
}
