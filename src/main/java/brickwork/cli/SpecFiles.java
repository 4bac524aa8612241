package brickwork.cli;

import brickwork.source.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
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
            throw CommandFailure.file(file, "there is no file " + file, "check the name; the folder it is sought in is "
                    + Path.of("").toAbsolutePath());
        } catch (CharacterCodingException notText) {
            throw CommandFailure.file(file, file + " is not a text in UTF-8", "save it in UTF-8");
        } catch (AccessDeniedException denied) {
            throw CommandFailure.file(file, file + " may not be read", "grant yourself the right to read it");
        } catch (IOException fault) {
            throw CommandFailure.file(file, file + " cannot be read: " + reason(fault),
                    Files.isDirectory(file) ? "name a file in the folder" : "check the disk and the file's rights");
        }
    }

    /** The file itself, or all files under the folder that end in one of the endings, by name. */
    static List<Path> under(Path path, String... endings) {
        if (!Files.exists(path)) {
            throw CommandFailure.file(path, "there is no file or folder " + path, "check the name; the folder it is sought in is "
                    + Path.of("").toAbsolutePath());
        }
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (var tree = Files.walk(path)) {
            return tree.filter(Files::isRegularFile)
                    .filter(file -> Stream.of(endings).anyMatch(ending -> file.getFileName().toString().endsWith(ending)))
                    .sorted()
                    .toList();
        } catch (IOException fault) {
            throw unsearchable(path, fault);
        } catch (UncheckedIOException fault) {
            throw unsearchable(path, fault.getCause());
        }
    }

    private static CommandFailure unsearchable(Path folder, IOException fault) {
        return CommandFailure.file(folder, folder + " cannot be searched: " + reason(fault), "check the folder's rights");
    }

    /** What an input or output fault says, without Java's class names. */
    static String reason(IOException fault) {
        return fault.getMessage() == null ? "input or output failed" : fault.getMessage();
    }
}
