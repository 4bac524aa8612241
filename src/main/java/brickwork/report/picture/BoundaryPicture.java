package brickwork.report.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * Which class a network tells at every point of a plane, with samples in it.
 *
 * @param title   what it shows
 * @param plane   the plane and how far it reaches
 * @param classes their names
 * @param scores  [class][row][column] how much the network speaks for a class at the middle of each cell of a grid over the plane, row 0
 *                the lowest, column 0 the leftmost; the class of a point is the one with the greatest, the lowest on a tie
 * @param samples in the order in which they are drawn
 * @param notes   what a reader should know, a sentence each
 */
public record BoundaryPicture(String title, Plane plane, List<String> classes, double[][][] scores, List<Sample> samples,
        List<String> notes) {

    private static final double SIDE = 400;
    private static final int[] SHADES = {2, 3, 4};

    public BoundaryPicture {
        classes = List.copyOf(classes);
        samples = List.copyOf(samples);
        notes = List.copyOf(notes);
    }

    /** The names and ranges of the axes. */
    public record Plane(String across, String upwards, double left, double right, double low, double high) {}

    /**
     * A sample.
     *
     * @param across on the axis below
     * @param up     on the axis at the left
     * @param label  its true class, from 0
     * @param hollow whether it was not learned from
     */
    public record Sample(double across, double up, int label, boolean hollow) {}

    /** Draws it. */
    public Picture picture() {
        var width = SIDE + 280;
        var lines = Frame.lines(notes, width);
        var top = Frame.below(lines) + 6;
        var drawing = new Drawing(width, top + SIDE + 52);
        Frame.head(drawing, title, lines);
        var frame = Frame.of(drawing, 70, top, 70 + SIDE, top + SIDE);
        var across = new Axis(plane.left(), plane.right(), false, frame.left(), frame.right());
        var up = new Axis(plane.low(), plane.high(), false, frame.bottom(), frame.top());
        regions(drawing, frame);
        for (var number = 0; number < (classes.size() == 2 ? 1 : classes.size()); number++) {
            var cellWidth = SIDE / scores[0][0].length;
            var cellHeight = SIDE / scores[0].length;
            var course = Contour.of(margin(number), frame.left() + cellWidth / 2, frame.bottom() - cellHeight / 2, SIDE - cellWidth,
                    cellHeight - SIDE);
            if (!course.isEmpty()) {
                drawing.path("edge", course);
            }
        }
        frame.left(up, plane.upwards(), Axis::label);
        frame.below(across, plane.across(), Axis::label);
        samples(drawing, across, up);
        frame.outline();
        legend(drawing, frame);
        return drawing.finish(title, description());
    }

    private void regions(Drawing drawing, Frame frame) {
        var rows = scores[0].length;
        var columns = scores[0][0].length;
        CellMap.draw(drawing, frame.left(), frame.top(), SIDE / columns, SIDE / rows, rows, columns, (row, column) -> {
            var best = best(rows - 1 - row, column);
            return best * CellMap.SHADES + shade(best, rows - 1 - row, column);
        });
    }

    private int best(int row, int column) {
        var best = 0;
        for (var number = 1; number < classes.size(); number++) {
            best = scores[number][row][column] > scores[best][row][column] ? number : best;
        }
        return best;
    }

    /** The surer the network is, the fuller. */
    private int shade(int best, int row, int column) {
        var all = 0.0;
        for (var number = 0; number < classes.size(); number++) {
            all += Math.max(0, scores[number][row][column]);
        }
        var share = all > 0 ? scores[best][row][column] / all : 0;
        return share > 0.95 ? SHADES[2] : share > 0.75 ? SHADES[1] : SHADES[0];
    }

    /** By how much the network speaks for a class rather than for the best other. */
    private double[][] margin(int number) {
        var margin = new double[scores[0].length][scores[0][0].length];
        for (var row = 0; row < margin.length; row++) {
            for (var column = 0; column < margin[row].length; column++) {
                var other = Double.NEGATIVE_INFINITY;
                for (var each = 0; each < classes.size(); each++) {
                    other = each == number ? other : Math.max(other, scores[each][row][column]);
                }
                margin[row][column] = scores[number][row][column] - other;
            }
        }
        return margin;
    }

    /** All of a class and part are one path. */
    private void samples(Drawing drawing, Axis across, Axis up) {
        var courses = new TreeMap<Integer, StringBuilder>();
        for (var sample : samples) {
            if (across.holds(sample.across()) && up.holds(sample.up())) {
                courses.computeIfAbsent(2 * sample.label() + (sample.hollow() ? 1 : 0), _ -> new StringBuilder())
                        .append(Drawing.shape(sample.label(), across.at(sample.across()), up.at(sample.up()), sample.hollow() ? 3.4 : 3));
            }
        }
        courses.forEach((key, course) -> drawing.path((key % 2 == 1 ? "hole o" : "f") + key / 2 % Styles.looks(), course.toString()));
    }

    private void legend(Drawing drawing, Frame frame) {
        var x = frame.right() + 24;
        var y = frame.top() + 16;
        drawing.text("s", x, y, "true class of a sample");
        for (var number = 0; number < Math.min(classes.size(), 12); number++) {
            y += 22;
            drawing.sign(number, "f" + number % Styles.looks(), x + 6, y - 4, 5);
            drawing.text("", x + 20, y, Drawing.shortened(classes.get(number), 20));
        }
        if (samples.stream().anyMatch(Sample::hollow)) {
            y += 30;
            drawing.sign(0, "f0", x + 6, y - 4, 4).text("s", x + 20, y, "learned from");
            y += 20;
            drawing.sign(0, "hole o0", x + 6, y - 4, 4).text("s", x + 20, y, "not learned from");
        }
        y += 30;
        drawing.line("edge", x, y - 4, x + 14, y - 4).text("s", x + 20, y, "boundary of the network");
        y += 20;
        drawing.text("s", x, y, "ground: the class told,");
        drawing.text("s", x, y + 16, "fuller above 75% and 95%");
    }

    private String description() {
        var counts = new int[classes.size()];
        var all = 0;
        for (var row = 0; row < scores[0].length; row++) {
            for (var column = 0; column < scores[0][row].length; column++, all++) {
                counts[best(row, column)]++;
            }
        }
        var shares = new ArrayList<String>();
        for (var number = 0; number < counts.length; number++) {
            shares.add(String.format(Locale.ROOT, "%s %.0f%%", classes.get(number), 100.0 * counts[number] / all));
        }
        return "Shares of the ground by class: " + String.join(", ", shares) + ". " + samples.size() + " samples. "
                + String.join(" ", notes);
    }
}
