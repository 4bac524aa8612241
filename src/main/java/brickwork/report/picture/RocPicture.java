package brickwork.report.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How many of a class are found against how many of the others are taken for it, at every threshold of a score.
 *
 * @param title  what it shows
 * @param curves one a class that is told from the rest
 * @param notes  what a reader should know, a sentence each
 */
public record RocPicture(String title, List<Scores> curves, List<String> notes) {

    private static final double SIDE = 380;

    public RocPicture {
        curves = List.copyOf(curves);
        notes = List.copyOf(notes);
    }

    /**
     * The scores of samples for one class.
     *
     * @param name     the class
     * @param scores   of each sample, higher for the class
     * @param positive whether the sample is of the class
     */
    public record Scores(String name, double[] scores, boolean[] positive) {

        /** Whether there are samples of the class and of others; else there is no curve. */
        public boolean told() {
            var of = IntStream.range(0, positive.length).filter(i -> positive[i]).count();
            return of > 0 && of < positive.length;
        }

        /** Corners of the curve from (0, 0) to (1, 1): samples of one score are passed together. */
        List<double[]> corners() {
            var order = IntStream.range(0, scores.length).boxed()
                    .sorted(Comparator.comparingDouble((Integer i) -> scores[i]).reversed()).toList();
            var all = (double) IntStream.range(0, positive.length).filter(i -> positive[i]).count();
            var corners = new ArrayList<double[]>();
            corners.add(new double[] {0, 0});
            var hits = 0;
            var alarms = 0;
            for (var i = 0; i < order.size(); i++) {
                if (positive[order.get(i)]) {
                    hits++;
                } else {
                    alarms++;
                }
                if (i == order.size() - 1 || scores[order.get(i)] != scores[order.get(i + 1)]) {
                    corners.add(new double[] {alarms / (scores.length - all), hits / all});
                }
            }
            return corners;
        }

        /** The area below the curve: the chance that a sample of the class scores above one of the others, ties half (Mann and Whitney). */
        public double area() {
            var corners = corners();
            var area = 0.0;
            for (var i = 1; i < corners.size(); i++) {
                area += (corners.get(i)[0] - corners.get(i - 1)[0]) * (corners.get(i)[1] + corners.get(i - 1)[1]) / 2;
            }
            return area;
        }
    }

    /** Draws it. */
    public Picture picture() {
        var width = SIDE + 300;
        var lines = Frame.lines(notes, width);
        var top = Frame.below(lines) + 8;
        var drawing = new Drawing(width, top + SIDE + 52);
        Frame.head(drawing, title, lines);
        var frame = Frame.of(drawing, 70, top, 70 + SIDE, top + SIDE);
        var across = new Axis(0, 1, false, frame.left(), frame.right());
        var up = new Axis(0, 1, false, frame.bottom(), frame.top());
        frame.left(up, "share of the class that is found", value -> Axis.label(100 * value) + "%");
        frame.below(across, "share of the others taken for it", value -> Axis.label(100 * value) + "%");
        drawing.line("axis", across.at(0), up.at(0), across.at(1), up.at(1));
        for (var i = 0; i < curves.size(); i++) {
            var look = i % Styles.looks();
            var corners = curves.get(i).corners();
            var course = new StringBuilder();
            for (var corner : straightened(corners)) {
                course.append(course.isEmpty() ? 'M' : 'L').append(Drawing.number(across.at(corner[0]))).append(' ')
                        .append(Drawing.number(up.at(corner[1])));
            }
            drawing.path("l" + look, course.toString());
            var y = frame.top() + 20 + 22 * i;
            drawing.line("l" + look, frame.right() + 20, y - 4, frame.right() + 48, y - 4);
            drawing.text("", frame.right() + 54, y, Drawing.shortened(curves.get(i).name(), 14) + "  " + area(curves.get(i)));
        }
        frame.outline();
        return drawing.finish(title, curves.stream().map(curve -> curve.name() + ": " + area(curve)).collect(Collectors.joining("; ", "",
                ".")) + notes.stream().map(note -> " " + note).collect(Collectors.joining()));
    }

    private static String area(Scores curve) {
        return String.format(Locale.ROOT, "AUC %.4f", curve.area());
    }

    /** Without the corners in the middle of a straight line. */
    private static List<double[]> straightened(List<double[]> corners) {
        var kept = new ArrayList<double[]>();
        for (var i = 0; i < corners.size(); i++) {
            var inner = i > 0 && i < corners.size() - 1;
            if (!inner || !(corners.get(i - 1)[0] == corners.get(i)[0] && corners.get(i)[0] == corners.get(i + 1)[0]
                    || corners.get(i - 1)[1] == corners.get(i)[1] && corners.get(i)[1] == corners.get(i + 1)[1])) {
                kept.add(corners.get(i));
            }
        }
        return kept;
    }
}
