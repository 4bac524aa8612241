package brickwork.syntax;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.misc.Interval;

/**
 * A text as the lexer sees it: ASCII as it stands, and of each other character only its kind, for which the grammar has four control codes.
 * So the lexer's tables, which end with ASCII, settle every character, and places stay those of the text.
 */
final class Characters implements CharStream {

    private static final char LETTER = 1;
    private static final char MARK = 2;
    private static final char OTHER = 3;
    private static final char SECOND_HALF = 4;

    private final String text;
    private final char[] kinds;
    private int index;

    Characters(String text) {
        this.text = text;
        this.kinds = text.toCharArray();
        for (var i = 0; i < kinds.length; i++) {
            if (kinds[i] > 126 || kinds[i] < ' ') {
                i = classify(i);
            }
        }
    }

    /** The last unit of the character at {@code i}, once its kind is known. */
    private int classify(int i) {
        var c = text.codePointAt(i);
        var letter = Character.isLetter(c);
        kinds[i] = letter ? LETTER : switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> MARK;
            case Character.SPACE_SEPARATOR -> ' ';
            default -> c == '\t' || c == '\n' || c == '\r' ? (char) c : OTHER;
        };
        if (Character.charCount(c) == 2) {
            kinds[i + 1] = letter ? MARK : SECOND_HALF;
            return i + 1;
        }
        return i;
    }

    @Override
    public int LA(int offset) {
        var i = index + (offset > 0 ? offset - 1 : offset);
        return i < 0 || i >= kinds.length ? EOF : kinds[i];
    }

    @Override
    public void consume() {
        if (index == kinds.length) {
            throw new IllegalStateException("the end of the text cannot be consumed");
        }
        index++;
    }

    @Override
    public int index() {
        return index;
    }

    @Override
    public void seek(int place) {
        index = Math.min(place, kinds.length);
    }

    @Override
    public int size() {
        return kinds.length;
    }

    @Override
    public String getText(Interval place) {
        return text.substring(place.a, Math.min(place.b + 1, text.length()));
    }

    /** The whole text is at hand, so that going back needs no mark. */
    @Override
    public int mark() {
        return -1;
    }

    @Override
    public void release(int marker) {}

    @Override
    public String getSourceName() {
        return UNKNOWN_SOURCE_NAME;
    }
}
