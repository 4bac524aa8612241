package brickwork.store;

import brickwork.source.BrickworkException;
import java.io.IOException;
import java.io.Serial;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A file that is absent, cannot be read or written, or does not hold what it should. The message names the file, the fault and the cure,
 * and is never long, whatever the file holds.
 */
public final class BrokenFileException extends BrickworkException {

    @Serial
    private static final long serialVersionUID = 3;

    private static final int LONGEST = 1000;

    private final String file;
    private final String fault;
    private final String cure;

    /**
     * @param file  the file; {@code (stream)} or {@code (bytes)} where there is none
     * @param fault what is wrong with it: a clause that follows its name
     * @param cure  what to do about it: a clause of its own
     */
    public BrokenFileException(Path file, String fault, String cure) {
        this(file, fault, cure, null);
    }

    BrokenFileException(Path file, String fault, String cure, IOException cause) {
        super(file + ": " + shortened(fault) + "; " + cure, cause);
        this.file = file.toString();
        this.fault = shortened(fault);
        this.cure = cure;
    }

    /** Says in words why {@code file} could not be read. */
    static BrokenFileException unreadable(Path file, IOException cause) {
        return switch (cause) {
            case NoSuchFileException _ -> new BrokenFileException(file, "there is no such file", "check the path", cause);
            case AccessDeniedException _ -> new BrokenFileException(file, "reading it is not allowed", "check its permissions", cause);
            default -> Files.isDirectory(file)
                    ? new BrokenFileException(file, "it is a folder", "name a file in it", cause)
                    : new BrokenFileException(file, "it cannot be read (" + reason(cause) + ")", "check the path and the disk", cause);
        };
    }

    /** Says in words why {@code file} could not be written. */
    static BrokenFileException unwritable(Path file, IOException cause) {
        return switch (cause) {
            case NoSuchFileException _ ->
                    new BrokenFileException(file, "there is no such folder to write it to", "make the folder first", cause);
            case AccessDeniedException _ ->
                    new BrokenFileException(file, "writing it is not allowed", "check the folder's permissions", cause);
            default -> new BrokenFileException(file, "it cannot be written (" + reason(cause) + ")",
                    "check the path and the space on the disk", cause);
        };
    }

    /** Says in words why {@code folder} could not be made. */
    static BrokenFileException noFolder(Path folder, IOException cause) {
        var part = folder;
        while (part != null && !Files.exists(part)) {
            part = part.getParent();
        }
        return part != null && !Files.isDirectory(part)
                ? new BrokenFileException(folder, "it, or a part of its path, is a file and no folder", "name another folder", cause)
                : unwritable(folder, cause);
    }

    /** What an exception of the system says, in its words. */
    static String reason(IOException cause) {
        var reason = cause instanceof FileSystemException system ? system.getReason() : cause.getMessage();
        return reason == null ? cause.getClass().getSimpleName() : reason;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    /** The file, as its path was given; {@code (stream)} or {@code (bytes)} where there is none. */
    public Path file() {
        return Path.of(file);
    }

    /** What is wrong, without the file's name. */
    public String fault() {
        return fault;
    }

    /** What to do about it. */
    public String cure() {
        return cure;
    }
}
