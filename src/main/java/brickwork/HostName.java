package brickwork;

import brickwork.model.Language;
import brickwork.syntax.SpecParser;
import java.util.Objects;
import java.util.Set;

/** The name under which a host program offers something to texts. */
final class HostName {

    private HostName() {}

    /** @throws IllegalArgumentException where it is no name or a word of the language */
    static String free(String name) {
        if (!SpecParser.isWord(Objects.requireNonNull(name, "a name is needed, got null"))) {
            throw new IllegalArgumentException("`" + name + "` is no name: letters, digits and _, not beginning with a digit");
        }
        if (SpecParser.isReserved(name)) {
            throw new IllegalArgumentException("`" + name + "` is a word of the language: choose another name, such as `my_" + name + "`");
        }
        return name;
    }

    /** @throws IllegalArgumentException where it is no name, a word of the language, a source of the language, or taken */
    static String ofSource(String name, Set<String> taken) {
        if (taken.contains(free(name)) || Language.SOURCES.find(name).isPresent()) {
            throw new IllegalArgumentException("there is a source `" + name + "` already: register it once, or choose another name");
        }
        return name;
    }
}
