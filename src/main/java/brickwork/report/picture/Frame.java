package brickwork.report.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/** The title of a picture, what is noted below it, and the rectangle with axes in which numbers are drawn. */
final class Frame {

    private static final double LINE = 17;

    private final Drawing drawing;
    private final double left;
    private final double top;
    private final double right;
    private final double bottom;

    private Frame(Drawing drawing, double left, double top, double right, double bottom) {
        this.drawing = drawing;
        this.left = left;
        this.top = top;
        this.right = right;
        this.bottom = bottom;
    }

    /** Where the drawing may begin below a title and so many lines of notes. */
    static double below(List<String> notes) {
        return 40 + LINE * notes.size();
    }

    /** Writes title and notes; long ones are broken, so {@link #lines} comes first. */
    static void head(Drawing drawing, String title, List<String> notes) {
        drawing.text("h", 14, 25, title);
        for (var i = 0; i < notes.size(); i++) {
            drawing.text("s", 14, 44 + LINE * i, notes.get(i));
        }
    }

    /** Notes broken into lines that fit a width, at 12 pixels a letter. */
    static List<String> lines(List<String> notes, double width) {
        var most = (int) ((width - 28) / 6.3);
        return notes.stream().flatMap(note -> broken(note, most).stream()).toList();
    }

    private static List<String> broken(String note, int most) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : note.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > most) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(Drawing.shortened(word, most));
        }
        lines.add(line.toString());
        return lines;
    }

    static Frame of(Drawing drawing, double left, double top, double right, double bottom) {
        return new Frame(drawing, left, top, right, bottom);
    }

    Axis across(double low, double high, boolean log) {
        return Axis.over(low, high, log, left, right);
    }

    Axis upwards(double low, double high, boolean log) {
        return Axis.over(low, high, log, bottom, top);
    }

    /** Grid lines and numbers of the axis on the left, and its name. */
    void left(Axis axis, String name, DoubleFunction<String> label) {
        for (var tick : axis.ticks(6)) {
            drawing.line("grid", left, axis.at(tick), right, axis.at(tick));
            drawing.text("s e", left - 7, axis.at(tick) + 4, label.apply(tick));
        }
        drawing.upright("s m", 18, (top + bottom) / 2, name);
    }

    /** Numbers of the axis below, and its name. */
    void below(Axis axis, String name, DoubleFunction<String> label) {
        for (var tick : axis.ticks(7)) {
            drawing.line("axis", axis.at(tick), bottom, axis.at(tick), bottom + 4);
            drawing.text("s m", axis.at(tick), bottom + 18, label.apply(tick));
        }
        drawing.text("s m", (left + right) / 2, bottom + 36, name);
    }

    void outline() {
        drawing.path("axis", "M" + Drawing.number(left) + " " + Drawing.number(top) + "V" + Drawing.number(bottom) + "H"
                + Drawing.number(right));
    }

    double left() {
        return left;
    }

    double top() {
        return top;
    }

    double right() {
        return right;
    }

    double bottom() {
        return bottom;
    }
}
