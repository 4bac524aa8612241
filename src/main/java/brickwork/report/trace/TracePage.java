package brickwork.report.trace;

import java.util.List;

/** Lines of text that go on below, further in, where they would become too long. */
final class TracePage {

    private static final int WIDTH = 120;
    private static final String PLUS = " + ";

    private final StringBuilder out = new StringBuilder();

    String text() {
        return out.toString();
    }

    void blank() {
        out.append('\n');
    }

    void line(int indent, String text) {
        out.repeat(' ', indent).append(text).append('\n');
    }

    /** A title between blank lines. */
    void section(String title) {
        blank();
        line(0, title);
        blank();
    }

    /** {@code label: a, b, c}. */
    void list(int indent, String label, List<String> items) {
        wrapped(indent, label + ": ", items, ", ");
    }

    /** {@code left = side = side}, each side the sum of its terms; sides stand below one another where one line is too short for them. */
    void equation(int indent, String left, List<List<String>> sides) {
        var whole = left + " = " + String.join(" = ", sides.stream().map(terms -> String.join(PLUS, terms)).toList());
        if (indent + whole.length() <= WIDTH) {
            line(indent, whole);
            return;
        }
        wrapped(indent, left + " = ", sides.getFirst(), PLUS);
        for (var side : sides.subList(1, sides.size())) {
            wrapped(indent + left.length() + 1, "= ", side, PLUS);
        }
    }

    private void wrapped(int indent, String start, List<String> items, String separator) {
        var line = new StringBuilder(start);
        for (var i = 0; i < items.size(); i++) {
            var item = items.get(i) + (i == items.size() - 1 ? "" : separator);
            if (line.length() > start.length() && indent + line.length() + item.stripTrailing().length() > WIDTH) {
                line(indent, line.toString().stripTrailing());
                line.setLength(0);
                line.repeat(' ', start.length());
            }
            line.append(item);
        }
        line(indent, line.toString().stripTrailing());
    }
}
