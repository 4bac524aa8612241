package brickwork.source;

import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;

/**
 * A text and the name its messages carry. Lines end at {@code \n}, {@code \r\n} or {@code \r}; lines and columns count from 1, columns in
 * Unicode code points. Immutable; may be shared by threads.
 */
public final class SourceText implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String name;
    private final String text;
    private transient volatile int[] lineStarts;

    public SourceText(String name, String text) {
        this.name = Objects.requireNonNull(name, "the name of a text is needed, got null");
        this.text = Objects.requireNonNull(text, "a text is needed, got null");
    }

    public String name() {
        return name;
    }

    public String text() {
        return text;
    }

    public String text(Span span) {
        return text.substring(span.start(), span.end());
    }

    /** Number of lines; a text without a line end has one. */
    public int lines() {
        return lineStarts().length;
    }

    /** The line, from 1, that holds the unit at {@code offset}. */
    public int line(int offset) {
        var found = Arrays.binarySearch(lineStarts(), offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The column of {@code offset} in its line, from 1, in code points. */
    public int column(int offset) {
        return text.codePointCount(lineStarts()[line(offset) - 1], offset) + 1;
    }

    /** Where a line, counted from 1, begins. */
    int lineStart(int line) {
        return lineStarts()[line - 1];
    }

    /** The text of a line, without its line end. */
    public String lineText(int line) {
        var end = line == lineStarts().length ? text.length() : lineStarts()[line];
        while (end > lineStarts()[line - 1] && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return text.substring(lineStarts()[line - 1], end);
    }

    /** Found when first asked for, so that a text that is too long is refused without it. */
    private int[] lineStarts() {
        var starts = lineStarts;
        if (starts == null) {
            starts = lineStarts(text);
            lineStarts = starts;
        }
        return starts;
    }

    private static int[] lineStarts(String text) {
        var starts = new int[16];
        var count = 1;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            var pair = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if (c == '\n' || c == '\r' && !pair) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, 2 * count);
                }
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }

    @Override
    public String toString() {
        return name;
    }
}
