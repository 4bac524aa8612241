package brickwork.data;

import java.nio.file.Path;

/** Which files the texts of a host program, or of the command line, may read. */
public sealed interface FileAccess {

    /** None at all. */
    record None() implements FileAccess {}

    /** Those in {@code folder} and below; neither {@code ..} nor an absolute path nor a symbolic link leads out of it. */
    record Folder(Path folder) implements FileAccess {}

    /** All that the user may read; relative names start at {@code base}, the spec's own folder. */
    record Anywhere(Path base) implements FileAccess {}
}
