package brickwork.source;

import java.util.List;

/**
 * A line of a text and the carets under a part of it, both as a terminal shows them. A long line is cut round the part.
 *
 * @param number the line's number
 * @param text   the line
 * @param carets what stands under it
 */
record Snippet(int number, String text, String carets) {

    /** Lines of up to this many units are shown whole. */
    private static final int WHOLE = 120;

    private static final int BEFORE = 40;
    private static final int AFTER = 70;
    private static final String CUT = "…";

    /** The lines to show for a span: one, or its first and its last. */
    static List<Snippet> of(SourceText source, Span span) {
        var length = source.text().length();
        var start = Math.min(span.start(), length);
        var end = Math.clamp(span.end(), start, length);
        var first = source.line(start);
        var last = source.line(Math.max(start, end - 1));
        if (first == last) {
            return List.of(of(source, first, start - source.lineStart(first), end - source.lineStart(first)));
        }
        var text = source.lineText(last);
        var indent = text.length() - text.stripLeading().length();
        return List.of(of(source, first, start - source.lineStart(first), Integer.MAX_VALUE),
                of(source, last, indent, end - source.lineStart(last)));
    }

    private static Snippet of(SourceText source, int line, int start, int end) {
        var text = source.lineText(line);
        var from = between(text, start);
        var to = Math.clamp(end, from, Math.max(from, text.stripTrailing().length()));
        var cut = text.length() > WHOLE;
        var left = cut ? between(text, from - BEFORE) : 0;
        var right = cut ? between(text, from + AFTER) : text.length();
        var shown = new DisplayText();
        shown.append(left > 0 ? CUT : "");
        shown.append(text.substring(left, from));
        var indent = shown.cells();
        shown.append(text.substring(from, Math.min(to, right)));
        var width = Math.max(1, shown.cells() - indent);
        shown.append(text.substring(Math.min(to, right), right));
        shown.append(right < text.length() ? CUT : "");
        return new Snippet(line, shown.toString(), " ".repeat(indent) + "^".repeat(width));
    }

    /** The place nearest to {@code index} that is inside the text and parts no character. */
    private static int between(String text, int index) {
        var place = Math.clamp(index, 0, text.length());
        return place > 0 && place < text.length() && Character.isLowSurrogate(text.charAt(place)) ? place - 1 : place;
    }
}
