package brickwork.model;

/** A thing that a word of the language, or one a host program registered, names. */
public interface Named {

    /** The word of the language, or the registered name. */
    String word();

    /** What was written behind the word, or would have been: whoever makes the thing of it again gets an equal one. */
    default Arguments arguments() {
        return Arguments.NONE;
    }

    /** The word with the numbers behind it, as a spec writes them: {@code leaky_relu 0.01}. */
    default String text() {
        return word() + arguments().numbers();
    }
}
