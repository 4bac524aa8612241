package brickwork.syntax;

import java.util.ArrayList;
import java.util.List;

/** Lines of output, with comments behind some of them. */
final class FormattedPage {

    private static final int GAP_BEFORE_COMMENT = 2;

    private record Line(String text, String comment) {
        boolean hasComment() {
            return !comment.isEmpty();
        }

        int width() {
            return text.codePointCount(0, text.length());
        }
    }

    private final List<Line> lines = new ArrayList<>();
    private final StringBuilder current = new StringBuilder();
    private String comment = "";
    private int indent;
    private boolean isOpen;

    /** Whether nothing was written yet. */
    boolean isEmpty() {
        return !isOpen && lines.isEmpty();
    }

    /** Whether a word may be added to the line. */
    boolean takesWords() {
        return isOpen && comment.isEmpty();
    }

    /** Indentation of the line being written. */
    int indent() {
        return indent;
    }

    void begin(int spaces, boolean blankBefore) {
        end();
        if (blankBefore) {
            lines.add(new Line("", ""));
        }
        indent = spaces;
        current.append(" ".repeat(spaces));
        isOpen = true;
    }

    void add(String text) {
        current.append(text);
    }

    void addComment(String text) {
        comment = text;
    }

    String text() {
        end();
        var text = new StringBuilder();
        for (var i = 0; i < lines.size();) {
            var next = i + 1;
            while (lines.get(i).hasComment() && next < lines.size() && lines.get(next).hasComment()) {
                next++;
            }
            print(lines.subList(i, next), text);
            i = next;
        }
        return text.toString();
    }

    /** Comments behind lines that follow one another stand in one column. */
    private static void print(List<Line> group, StringBuilder text) {
        var width = group.stream().mapToInt(Line::width).max().orElse(0);
        for (var line : group) {
            text.append(line.text());
            if (line.hasComment()) {
                text.append(" ".repeat(width - line.width() + GAP_BEFORE_COMMENT)).append(line.comment());
            }
            text.append('\n');
        }
    }

    private void end() {
        if (isOpen) {
            lines.add(new Line(current.toString(), comment));
        }
        current.setLength(0);
        comment = "";
        isOpen = false;
    }
}
