package brickwork;

import brickwork.syntax.SpecParser;

/** A name that a host program gives to a function of its own. */
final class HostName {

    private HostName() {}

    /**
     * The name, where texts can say it and the language does not.
     *
     * @throws IllegalArgumentException where it is no name, or a word of the language
     */
    static String free(String name) {
        if (!SpecParser.isWord(name)) {
            throw new IllegalArgumentException("`" + name + "` is no name: letters, digits and _, not beginning with a digit");
        }
        if (SpecParser.isReserved(name)) {
            throw new IllegalArgumentException("`" + name + "` is a word of the language: choose another name, such as `my_" + name + "`");
        }
        return name;
    }
}
